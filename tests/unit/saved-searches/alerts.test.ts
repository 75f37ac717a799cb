import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { chooseMails } from '#domain/notifications/commands.ts';
import { alertOfSearches } from '#domain/saved-searches/alert-commands.ts';
import { chooseAlerts, removeSavedSearch } from '#domain/saved-searches/commands.ts';
import type { Finders } from '#domain/saved-searches/hits.ts';
import { MOST_NAMED } from '#domain/saved-searches/letters.ts';
import { isDue, mondayOf } from '#domain/saved-searches/rules.ts';
import { closeSlot, pauseSlot, resumeSlot } from '#domain/slots/commands.ts';
import { addDays, today } from '#domain/time.ts';
import { readMailFolder } from '#mail/folder.ts';
import { render } from '#mail/render.ts';
import type { SearchNews } from '#mail/templates/search-news.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { sayWilling } from '../../fixtures/host.ts';
import { mailsOf } from '../../fixtures/job-centre.ts';
import { idOf, viewerOf } from '../../fixtures/people.ts';
import { until } from '../../fixtures/programs.ts';
import { findersOf, openNew, save } from '../../fixtures/saved-searches.ts';

const WHO = 'test';

let db: Db;
let finders: Finders;
let lone: Viewer;

beforeEach(() => {
  db = smallDirectory();
  finders = findersOf(db);
  lone = viewerOf(db, 'lone');
});

/** At ten in the morning, so many days from today. */
const morning = (days = 0): Date => new Date(`${addDays(today(), days)}T09:00:00Z`);
const night = (days = 0): Date => new Date(`${addDays(today(), days)}T01:00:00Z`);

/** What one round tells whom. */
async function round(now = morning()): Promise<{ to: string; told: Record<string, string[]> }[]> {
  await alertOfSearches(db, finders, now);
  return mailsOf(db).map(({ to, values }) => ({
    to,
    told: Object.fromEntries(
      (values as { searches: SearchNews[] }).searches.map(({ name, hits }) => [name, hits.map((hit) => hit.title)]),
    ),
  }));
}

describe('when a search is due', () => {
  test('weeks begin on Mondays', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-29'].map(mondayOf)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-23',
      '2026-11-23',
    ]);
  });

  test.each([
    ['never', '2026-01-01', '2026-11-23', false],
    ['at-once', '2026-11-23', '2026-11-23', true],
    ['daily', '2026-11-22', '2026-11-23', true],
    ['daily', '2026-11-23', '2026-11-23', false],
    ['weekly', '2026-11-19', '2026-11-22', false],
    ['weekly', '2026-11-19', '2026-11-23', true],
    ['weekly', '2026-11-23', '2026-11-29', false],
    // The server was away on Monday.
    ['weekly', '2026-11-19', '2026-11-24', true],
  ] as const)('%s, looked through on %s, asked on %s: %s', (frequency, checkedOn, day, due) => {
    expect(isDue({ frequency, checkedOn }, day)).toBe(due);
  });
});

describe('an alert', () => {
  test('names what is new since the search was saved, and never the same again', async () => {
    await save(db, finders, lone);
    expect(await round()).toEqual([]);
    openNew(db, 'Vande planter');
    expect(await round()).toEqual([{ to: lone.email, told: { Alt: ['Vande planter'] } }]);
    expect(await round()).toEqual([]);
    for (const day of [1, 2, 8]) expect(await round(morning(day)), `${day}`).toEqual([]);
    openNew(db, 'Luge bede');
    expect(await round(morning(9))).toEqual([{ to: lone.email, told: { Alt: ['Luge bede'] } }]);
  });

  test('is one a day, whatever comes after the first', async () => {
    await save(db, finders, lone);
    await save(db, finders, lone, { query: 'scheme=fleksjob', name: 'Fleks', frequency: 'daily' });
    openNew(db, 'Første');
    expect(await round()).toHaveLength(1);
    openNew(db, 'Anden');
    openNew(db, 'Tredje', 'fleksjob');
    expect(await round()).toEqual([]);
    expect(await round(night(1))).toEqual([{ to: lone.email, told: { Alt: ['Tredje', 'Anden'] } }]);
    expect(await round(morning(1))).toEqual([]);
    expect(await round(morning(2))).toEqual([]);
  });

  test('of all searches is one e-mail, in which nothing stands twice', async () => {
    await save(db, finders, lone, { query: 'scheme=smaajob', name: 'Småjob' });
    await save(db, finders, lone, { query: 'scheme=smaajob&scheme=fleksjob', name: 'Begge' });
    openNew(db, 'Vande planter');
    openNew(db, 'Passe kassen', 'fleksjob');
    expect(await round()).toEqual([{ to: lone.email, told: { Småjob: ['Vande planter'], Begge: ['Passe kassen'] } }]);
    expect(await round(morning(1))).toEqual([]);
  });

  test('comes daily in the morning, and at once in the night too', async () => {
    await save(db, finders, lone, { frequency: 'daily' });
    openNew(db, 'Vande planter');
    expect(await round(morning())).toEqual([]);
    expect(await round(night(1))).toEqual([]);
    expect(await round(morning(1))).toHaveLength(1);
    openNew(db, 'Luge bede');
    expect(await round(morning(1))).toEqual([]);
    expect(await round(morning(2))).toEqual([{ to: lone.email, told: { Alt: ['Luge bede'] } }]);
    await save(db, finders, lone, { query: 'q=hyld', name: 'Hyld' });
    openNew(db, 'Plukke hyld');
    expect(await round(night(3))).toEqual([{ to: lone.email, told: { Alt: ['Plukke hyld'] } }]);
  });

  test('comes weekly on Mondays', async () => {
    await save(db, finders, lone, { frequency: 'weekly' });
    openNew(db, 'Vande planter');
    const monday = Math.round((Date.parse(addDays(mondayOf(today()), 7)) - Date.parse(today())) / 86_400_000);
    for (let day = 0; day < monday; day++) expect(await round(morning(day)), `${day}`).toEqual([]);
    expect(await round(morning(monday))).toHaveLength(1);
    openNew(db, 'Luge bede');
    for (let day = monday + 1; day < monday + 7; day++) expect(await round(morning(day)), `${day}`).toEqual([]);
    expect(await round(morning(monday + 7))).toEqual([{ to: lone.email, told: { Alt: ['Luge bede'] } }]);
  });

  test('says nothing of a slot that is closed again, nor again of one that was', async () => {
    await save(db, finders, lone);
    closeSlot(db, WHO, openNew(db, 'For sent'));
    expect(await round()).toEqual([]);
    const paused = openNew(db, 'På pause');
    expect(await round()).toHaveLength(1);
    pauseSlot(db, WHO, paused);
    expect(await round(morning(1))).toEqual([]);
    resumeSlot(db, WHO, paused);
    expect(await round(morning(2))).toEqual([]);
  });

  test('stops with the search, and its other searches do not tell again what it told', async () => {
    const id = await save(db, finders, lone, { query: 'scheme=smaajob', name: 'Småjob' });
    await save(db, finders, lone, { name: 'Alt', frequency: 'weekly' });
    openNew(db, 'Vande planter');
    expect(await round()).toEqual([{ to: lone.email, told: { Småjob: ['Vande planter'] } }]);
    removeSavedSearch(db, lone, id);
    openNew(db, 'Luge bede');
    expect(await round(morning(8))).toEqual([{ to: lone.email, told: { Alt: ['Luge bede'] } }]);
  });

  test('does not reach who wants none: by the search, by the kind of e-mail, or by being shut out', async () => {
    const id = await save(db, finders, lone);
    openNew(db, 'Vande planter');
    chooseAlerts(db, lone, id, 'never');
    expect(await round()).toEqual([]);
    chooseAlerts(db, lone, id, 'at-once');
    chooseMails(db, lone, ['slots']);
    expect(await round()).toEqual([]);
    chooseMails(db, lone, ['searches']);
    db.$client.exec(`update accounts set state = 'suspended'`);
    expect(await round()).toEqual([]);
    db.$client.exec(`update accounts set state = 'active'`);
    expect(await round()).toEqual([{ to: lone.email, told: { Alt: ['Vande planter'] } }]);
  });

  test('tells a consultant of employers, and nobody who is none any more', async () => {
    const karim = viewerOf(db, 'karim', { secondFactor: true });
    await save(db, finders, karim, { kind: 'employers', query: 'offers=willing', name: 'Villige' });
    sayWilling(db, idOf(db, 'organisations', 'Bogladen i Roskilde'), { hoursMin: 3, hoursMax: 10 });
    expect(await round()).toEqual([{ to: karim.email, told: { Villige: ['Bogladen i Roskilde'] } }]);
    sayWilling(db, idOf(db, 'organisations', 'Hvalsø Grønt'), { hoursMin: 3, hoursMax: 10 });
    sayWilling(db, idOf(db, 'organisations', 'Køkkenet på Åsen'), { hoursMin: 3, hoursMax: 10 });
    db.$client.exec('delete from staff');
    expect(await round(morning(1))).toEqual([]);
  });

  test('is written in the reader’s language, with a link for each hit and ways to stop, and names only so many', async () => {
    db.$client.prepare(`update accounts set locale = 'en' where id = ?`).run(lone.id);
    await save(db, finders, lone, { name: 'Haver & <b>mere</b>' });
    for (let count = 1; count <= MOST_NAMED + 3; count++) openNew(db, `Plads ${count}`);
    await alertOfSearches(db, finders, morning());
    const [mail] = mailsOf(db);
    if (!mail) throw new Error('no e-mail');
    const message = render(mail, 'https://plads.example', 'xyz');
    expect(message.subject).toBe('13 new in your searches');
    expect(message.text.match(/^- /gm)).toHaveLength(MOST_NAMED);
    expect(message.text).toContain('- Plads 13 · Hvalsø Grønt · Hvalsø:\nhttps://plads.example/en/pladser/plads-13');
    expect(message.text).toContain('See 3 more:\nhttps://plads.example/en/pladser\n');
    expect(message.text).toMatch(
      /Stop e-mails about this search:\nhttps:\/\/plads\.example\/en\/soegning\?noegle=[\w-]+\n/,
    );
    expect(message.html).toContain('Haver &amp; &lt;b&gt;mere&lt;/b&gt;');
    expect(message.html.match(/<li/g)).toHaveLength(MOST_NAMED);
    expect(message.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    openNew(db, 'Plads 14');
    expect((await round(morning(1)))[0]?.told).toEqual({ 'Haver & <b>mere</b>': ['Plads 14'] });
  });
});

describe('several processes', () => {
  test('write one e-mail a day, however many look at once', { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    db = smallDirectory(join(folder, 'plads.db'));
    onTestFinished(() => void db.$client.close());
    await save(db, findersOf(db), viewerOf(db, 'lone'));
    await save(db, findersOf(db), viewerOf(db, 'birgit'));
    openNew(db, 'Vande planter');
    const workers = [1, 2, 3].map(() =>
      spawn(process.execPath, ['tests/fixtures/delivery-process.ts'], {
        env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent', MEILI_URL: '', SMTP_URL: '' },
        stdio: ['pipe', 'ignore', 'inherit'],
      }),
    );
    onTestFinished(() => {
      for (const worker of workers) worker.kill();
    });
    const found = () =>
      readMailFolder(join(folder, 'mail'), 100)
        .filter(({ text }) => text.includes('Vande planter'))
        .map(({ to }) => to)
        .sort();
    await until(() => found().length >= 2, 'two e-mails', 40_000);
    // The others have had their turn by then as well.
    await sleep(4_000);
    expect(found()).toEqual(['birgit@personer.example', 'lone@personer.example']);
  });

  test('that looked before another wrote do not write again', async () => {
    const folder = temporaryFolder();
    db = smallDirectory(join(folder, 'plads.db'));
    const other = openDatabase(join(folder, 'plads.db'));
    onTestFinished(() => {
      other.$client.close();
      db.$client.close();
    });
    await save(db, findersOf(db), viewerOf(db, 'lone'));
    openNew(db, 'Vande planter');
    const slow = findersOf(other);
    let sentMeanwhile = 0;
    const waits: Finders = {
      ...slow,
      slots: {
        // Another process that has lost its turn is as late as this one is.
        async search(query) {
          const found = await slow.slots.search(query);
          if (sentMeanwhile === 0) {
            db.$client.prepare('insert into saved_search_mails values (?, ?)').run(viewerOf(db, 'lone').id, today());
            sentMeanwhile = 1;
          }
          return found;
        },
      },
    };
    expect(await alertOfSearches(other, waits, morning())).toBe(0);
    expect(sentMeanwhile).toBe(1);
    expect(mailsOf(db)).toEqual([]);
  });
});
