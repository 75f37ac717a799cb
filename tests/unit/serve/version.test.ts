import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import { renameOrganisation } from '#domain/organisations/commands.ts';
import { publicVersion } from '../../../scripts/serve/cache/version.ts';
import { smallDirectory } from '../../fixtures/directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'plads-version-'));
const file = join(folder, 'plads.db');
let writer: Db;

beforeAll(() => {
  writer = smallDirectory(file);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** A turn of the event loop: requests that arrive together ask once. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('every reader sees a change that another connection committed, and no change where there was none', async () => {
  const readers = [1, 2].map(() => publicVersion(openDatabase(file, { readonly: true })));
  const before = readers.map((version) => version());
  await turn();
  expect(readers.map((version) => version())).toEqual(before);
  renameOrganisation(writer, 'test', 1, 'Hvalsø Grøntsager');
  await turn();
  for (const [index, version] of readers.entries()) expect(version()).not.toBe(before[index]);
});

test('a commit that touches no content changes nothing', async () => {
  const version = publicVersion(openDatabase(file, { readonly: true }));
  const before = version();
  writer.$client
    .prepare(`insert into events (at, actor, verb, noun, noun_id) values ('', 'test', 'look', 'slot', 1)`)
    .run();
  await turn();
  expect(version()).toBe(before);
});

test('a change that is taken back changes nothing', async () => {
  const version = publicVersion(openDatabase(file, { readonly: true }));
  const before = version();
  expect(() =>
    writer.$client.transaction(() => {
      writer.$client.exec(`update slots set title = 'x'`);
      throw new Error('taken back');
    })(),
  ).toThrow('taken back');
  await turn();
  expect(version()).toBe(before);
});

test('midnight in Denmark is a change, in summer and in winter', async () => {
  let now = Date.parse('2026-11-23T22:59:59.900Z');
  const version = publicVersion(openDatabase(file, { readonly: true }), () => now);
  const moments = ['2026-11-23T23:00:00.000Z', '2026-11-24T12:00:00Z', '2027-06-30T21:59:59Z', '2027-06-30T22:00:00Z'];
  const days = [version()];
  for (const moment of moments) {
    await turn();
    now = Date.parse(moment);
    days.push(version());
  }
  expect(days.map((day) => day.split(' ')[1])).toEqual([
    '2026-11-23',
    '2026-11-24',
    '2026-11-24',
    '2027-06-30',
    '2027-07-01',
  ]);
});
