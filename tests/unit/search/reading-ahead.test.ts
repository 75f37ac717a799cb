import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { list } from '#search/embedded/ids.ts';
import { Postings } from '#search/embedded/postings.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';

const COUNT = 45_000;
const SIZE = 50_000;
let db: Db;
let postings: Postings;

beforeEach(() => {
  db = emptyDirectory();
  postings = new Postings(db, 'slots');
  const insert = db.$client.prepare('insert into search_slot_tokens (rowid, tokens) values (?, ?)');
  db.$client.transaction(() => {
    for (let id = 1; id <= COUNT; id++) insert.run(id, id % 3 === 0 ? 'bplads' : 'bplads bbageri');
  })();
});

const ids = (token: string) => {
  const room = new Int32Array(SIZE);
  return room.slice(0, list(postings.of(token, SIZE), room));
};

test('what was read ahead, piece by piece, is what would have been read at once', async () => {
  let pauses = 0;
  await postings.readAhead('bbageri', SIZE, async () => void pauses++);
  expect(pauses).toBeGreaterThan(2);
  db.$client.exec('delete from search_slot_tokens where rowid > 0');
  // It is remembered: the tables are empty by now.
  expect([...ids('bbageri')]).toEqual(Array.from({ length: COUNT }, (_, at) => at + 1).filter((id) => id % 3 !== 0));
});

test('gives up when documents change meanwhile', async () => {
  let pauses = 0;
  await postings.readAhead('bplads', SIZE, async () => {
    if (++pauses === 2) postings.follow([1]);
  });
  db.$client.exec('delete from search_slot_tokens where rowid > 0');
  expect(ids('bplads')).toHaveLength(0);
});
