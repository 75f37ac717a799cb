import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { askToDeleteAccount, askToDeleteOrganisation } from '#domain/deletions/commands.ts';
import { isRetired } from '#domain/deletions/queries.ts';
import { removeWhatIsDue } from '#domain/deletions/removal-commands.ts';
import { isScrubbed } from '#domain/deletions/scrub.ts';
import { activityOf } from '#domain/events/queries.ts';
import { findOrganisation } from '#domain/organisations/queries.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { add, slot, smallDirectory } from '../../fixtures/directory.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { foldersOf, OF_WORKSHOP, PERSONAL, quintus, WORKSHOP, zebulon } from '../../fixtures/goodbye.ts';
import { idOf, viewerOf } from '../../fixtures/people.ts';
import { countRows, tablesOf } from '../../fixtures/rows.ts';
import { tracesOf } from '../../fixtures/traces.ts';

const LATER = new Date(Date.now() + 40 * 86_400_000);

function directory(): Db {
  const db = smallDirectory(join(temporaryFolder(), 'plads.db'));
  onTestFinished(() => void db.$client.close());
  return db;
}

const placesOf = (traces: string[]) => [...new Set(traces.map((trace) => trace.replace(/:.*/, '')))].sort();
const findCount = async (db: Db, text: string) =>
  (
    await embeddedEngine(db).search({
      kind: 'organisations',
      text,
      filters: {},
      sort: 'relevance',
      page: 1,
      pageSize: 9,
    })
  ).total;

test('of an account nothing is left that names its person: no row, no file, no e-mail, no byte', async () => {
  const db = directory();
  const viewer = await zebulon(db);
  askToDeleteAccount(db, viewer);
  expect(placesOf(tracesOf(db, PERSONAL))).toEqual(
    expect.arrayContaining([
      'table accounts',
      'table applications',
      'table claims',
      'table contacts',
      'table invitations',
      'table passkeys',
      'table slot_drafts',
      'table slots',
      'outbox',
      'file plads.db-wal',
    ]),
  );
  expect(await removeWhatIsDue(db, foldersOf(db), LATER)).toEqual({ organisations: 0, accounts: 1, held: 0 });
  expect(tracesOf(db, PERSONAL)).toEqual([]);
  // What was done stays, as done by somebody who was there.
  const { items } = activityOf(db, viewerOf(db, 'lone'), idOf(db, 'organisations', 'Hvalsø Grønt'));
  expect(items.find(({ verb }) => verb === 'addContact')?.actor).toEqual({ kind: 'gone' });
  expect(findOrganisation(db, 'hvalsoe-groent')?.contacts.map(({ name }) => name)).toEqual(['Birgit Holm']);
});

test('of an organisation nothing is left, and what belongs to others stays as it was', async () => {
  const db = directory();
  const before = countRows(db);
  const { id, jens } = await quintus(db);
  const { pictures } = foldersOf(db);
  expect(readdirSync(pictures)).toHaveLength(3);
  expect(await findCount(db, 'klangstavene')).toBe(1);
  expect(placesOf(tracesOf(db, OF_WORKSHOP))).toEqual(
    expect.arrayContaining([
      'table commitments',
      'table contacts',
      'table invitations',
      'table organisation_slugs',
      'table organisations',
      'table pictures',
      'table search_counts',
      'table search_documents',
      'table search_words',
      'table slot_drafts',
      'table slots',
      'table workplaces',
      'terms of search_organisation_tokens',
      'terms of search_slot_tokens',
      'outbox',
    ]),
  );
  askToDeleteOrganisation(db, jens, id, WORKSHOP);
  expect(await removeWhatIsDue(db, foldersOf(db), LATER)).toEqual({ organisations: 1, accounts: 0, held: 0 });
  expect(tracesOf(db, OF_WORKSHOP)).toEqual([]);
  expect(readdirSync(pictures)).toEqual([]);
  expect(isScrubbed(db)).toBe(true);
  const after = countRows(db);
  for (const table of [
    'organisations',
    'slots',
    'commitments',
    'contacts',
    'workplaces',
    'reminders',
    'search_columns',
  ])
    expect(after[table], table).toBe(before[table]);
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
  expect(await findCount(db, 'klangstavene')).toBe(0);
  expect(await findCount(db, 'drivhuse')).toBe(1);
  // Jens keeps his account, and looks after what is left.
  expect(viewerOf(db, 'jens').memberOf).toEqual([]);
});

test('every table that belongs to somebody goes with them, or forgets whose it was', () => {
  const db = directory();
  const left = tablesOf(db).flatMap((table) =>
    (db.$client.pragma(`foreign_key_list("${table}")`) as { table: string; from: string; on_delete: string }[])
      .filter((key) => ['accounts', 'organisations', 'slots', 'commitments', 'enquiries'].includes(key.table))
      .filter((key) => !['CASCADE', 'SET NULL'].includes(key.on_delete))
      .map((key) => `${table}.${key.from}`),
  );
  expect(left).toEqual([]);
});

test('its addresses are gone for good, and are given to nobody else', async () => {
  const db = directory();
  const { id, jens } = await quintus(db);
  askToDeleteOrganisation(db, jens, id, WORKSHOP);
  await removeWhatIsDue(db, foldersOf(db), LATER);
  expect(isRetired(db, 'organisation', 'xylofonvaerkstedet-quintus')).toBe(true);
  expect(isRetired(db, 'slot', 'palisanderhjaelper')).toBe(true);
  expect(isRetired(db, 'organisation', 'hvalsoe-groent')).toBe(false);
  const next = add(db, { name: WORKSHOP }, {});
  slot(db, next, { title: 'Palisanderhjælper', scheme: 'smaajob', tasks: 'Du sliber.' });
  const slugs = db.$client
    .prepare(
      'select organisations.slug, slots.slug from organisations join slots on organisation_id = organisations.id where organisations.id = ?',
    )
    .raw()
    .get(next);
  expect(slugs).toEqual(['xylofonvaerkstedet-quintus-2', 'palisanderhjaelper-2']);
});

test('words that others use too stay known to the search, also to who has read them before', async () => {
  const db = directory();
  const engine = embeddedEngine(db);
  const search = async (text: string) =>
    (await engine.search({ kind: 'organisations', text, filters: {}, sort: 'relevance', page: 1, pageSize: 9 })).total;
  const { id, jens } = await quintus(db);
  expect(await search('klangstavnee')).toBe(1);
  askToDeleteOrganisation(db, jens, id, WORKSHOP);
  await removeWhatIsDue(db, foldersOf(db), LATER);
  // Whoever read the words up to the highest id also learns the one that comes next.
  add(db, { name: 'Glasværket', description: 'Vi puster karafler af grønt glas.' }, {});
  expect(await search('karfler')).toBe(1);
  expect(await search('drivhsue')).toBe(1);
});

test('a process that is killed in the middle leaves it to the next one', { timeout: 120_000 }, async () => {
  const db = directory();
  const { id, jens } = await quintus(db);
  await zebulon(db).then((viewer) => askToDeleteAccount(db, viewer));
  askToDeleteOrganisation(db, jens, id, WORKSHOP);
  db.$client.exec(
    `update account_deletions set due_at = '2026-01-01'; update organisation_deletions set due_at = '2026-01-01'`,
  );
  const folder = dirname(db.$client.name);
  let killed = 0;
  for (const wait of [0, 6, 15, 40]) killed += Number(await removeAndKill(folder, wait));
  expect(killed).toBeGreaterThan(0);
  await removeAndKill(folder, 60_000);
  expect(tracesOf(db, [...PERSONAL, ...OF_WORKSHOP])).toEqual([]);
  expect(isScrubbed(db)).toBe(true);
  const events = db.$client.prepare(`select verb, count(*) from events where verb like 'remove%' group by verb`).raw();
  expect(events.all()).toEqual([
    ['removeAccount', 1],
    ['removeOrganisation', 1],
  ]);
});

/** Runs a round in a process of its own and kills it so many ms after it began. Returns whether it was killed. */
async function removeAndKill(folder: string, wait: number): Promise<boolean> {
  const child = spawn(process.execPath, ['tests/fixtures/removal-process.ts'], {
    env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await Promise.race([sleep(wait), ended]);
  child.kill('SIGKILL');
  const status = await ended;
  expect(existsSync(join(folder, 'plads.db'))).toBe(true);
  return status === null;
}
