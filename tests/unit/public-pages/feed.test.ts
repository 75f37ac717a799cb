import { expect, test } from 'vitest';
import { newestSlots } from '#domain/slots/queries.ts';
import { translator } from '#i18n/index.ts';
import { slotFeed } from '#lib/feed.ts';
import { add, emptyDirectory, slot } from '../../fixtures/directory.ts';
import { xmlProblems } from '../../fixtures/xml.ts';

const FEED = {
  title: 'Ledige pladser',
  page: '/pladser?q=a&scheme=smaajob',
  path: '/pladser/feed.xml?q=a&scheme=smaajob',
};

test('a feed is what RFC 4287 asks for, whatever people write', async () => {
  const db = emptyDirectory();
  const boAndCo = add(db, { name: 'Bo & <b>Co</b>' }, { postcode: '4330', town: 'Hvalsø' });
  slot(db, boAndCo, {
    title: 'Pak <kasser> & bær ]]> dem',
    scheme: 'smaajob',
    tasks: 'Som “aftalt”.\u0008\n\u{1f331}',
  });
  const xml = slotFeed('da', translator('da'), { ...FEED, slots: newestSlots(db, 10) });
  expect(await xmlProblems(xml, 'atom')).toEqual([]);
  expect(xml).toContain('scheme=smaajob');
  expect(xml).not.toContain('<b>');
});

test('a feed without entries is one too', async () => {
  expect(await xmlProblems(slotFeed('en', translator('en'), { ...FEED, slots: [] }), 'atom')).toEqual([]);
});

test('the schema finds what is wrong', async () => {
  const xml = slotFeed('da', translator('da'), { ...FEED, slots: [] });
  expect(await xmlProblems(xml.replace(/<updated>.*<\/updated>/, ''), 'atom')).not.toEqual([]);
  expect(await xmlProblems(xml.replace(/<id>.*<\/id>/, '<id>plads</id>'), 'atom')).not.toEqual([]);
});
