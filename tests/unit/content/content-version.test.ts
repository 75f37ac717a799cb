import { beforeAll, describe, expect, test } from 'vitest';
import { contentTables, contentVersion, PRIVATE_TABLES, unwatchContent, watchContent } from '#db/content-version.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { type Db, openDatabase } from '#db/open.ts';
import { loadReference } from '#db/reference.ts';
import { smallDirectory } from '../../fixtures/directory.ts';

/** Whoever adds a table decides: it shows on public pages and stands here, or it is named in PRIVATE_TABLES. */
const PUBLIC_TABLES = [
  'commitment_changes',
  'commitment_goals',
  'commitments',
  'contacts',
  'goals',
  'memberships',
  'municipalities',
  'network_coordinators',
  'networks',
  'organisation_goals',
  'organisation_members',
  'organisation_slugs',
  'organisation_support',
  'organisations',
  'outcomes',
  'pictures',
  'postcode_municipalities',
  'postcodes',
  'scheme_rules',
  'schemes',
  'search_synonyms',
  'settings',
  'slot_steps',
  'slot_support',
  'slot_templates',
  'slots',
  'staff',
  'support_facts',
  'target_groups',
  'themes',
  'towns',
  'workplaces',
];

const triggerNames = (db: Db) =>
  db.$client.prepare(`select name from sqlite_master where type = 'trigger' order by name`).pluck().all() as string[];

describe('the version of the content', () => {
  // The first one loads the reference data.
  beforeAll(() => void smallDirectory(), 60_000);

  test('every table was decided about', () => {
    const db = smallDirectory();
    expect(contentTables(db)).toEqual(PUBLIC_TABLES);
    for (const table of PUBLIC_TABLES) expect(PRIVATE_TABLES).not.toContain(table);
  });

  test.each([
    `insert into networks (slug, name, created_at) values ('nyt', 'Nyt', '')`,
    `update organisations set description = 'Nyt' where id = 1`,
    'delete from slot_steps where slot_id = 1',
    `update schemes set name_da = 'Nyt' where id = 'fleksjob'`,
    `insert into settings (key, value) values ('meilisearch.delivered.slots', '7')`,
    `update search_documents set document = null, version = (select max(version) + 1 from search_documents) where id = 1`,
  ])('changes with: %s', (change) => {
    const db = smallDirectory();
    const before = contentVersion(db);
    expect(db.$client.prepare(change).run().changes).toBeGreaterThan(0);
    expect(contentVersion(db)).not.toBe(before);
  });

  test('changes when a deletion takes others along', () => {
    const db = smallDirectory();
    db.$client.exec('drop trigger content_organisations_delete');
    const before = contentVersion(db);
    db.$client.exec('delete from organisations where id = 1');
    expect(contentVersion(db)).not.toBe(before);
  });

  test('stays with an event, which no public page shows', () => {
    const db = smallDirectory();
    const before = contentVersion(db);
    db.$client.exec(`insert into events (at, actor, verb, noun, noun_id) values ('', 'test', 'look', 'slot', 1)`);
    expect(contentVersion(db)).toBe(before);
  });

  test('changes with new reference data', () => {
    const db = openDatabase(':memory:');
    migrateDatabase(db);
    const before = contentVersion(db);
    loadReference(db);
    expect(contentVersion(db)).not.toBe(before);
  });

  test('is watched again after a table was rebuilt, and its triggers with it', () => {
    const db = smallDirectory();
    const triggers = triggerNames(db);
    db.$client.exec('create table new_settings (key text primary key not null, value text not null)');
    // As a migration has it (db/migrate.ts): the triggers of the synonyms write there.
    db.$client.pragma('legacy_alter_table = ON');
    db.$client.exec('drop table settings');
    db.$client.exec('alter table new_settings rename to settings');
    expect(triggerNames(db)).toHaveLength(triggers.length - 3);
    const before = contentVersion(db);
    watchContent(db);
    expect(triggerNames(db)).toEqual(triggers);
    expect(contentVersion(db)).not.toBe(before);
  });

  test('a migration meets no triggers of ours', () => {
    const db = smallDirectory();
    unwatchContent(db);
    expect(triggerNames(db).filter((name) => name.startsWith('content_'))).toEqual([]);
  });

  test('a start that finds everything in place writes nothing', () => {
    const db = smallDirectory();
    const [before, schema] = [contentVersion(db), db.$client.pragma('schema_version')];
    migrateDatabase(db);
    expect([contentVersion(db), db.$client.pragma('schema_version')]).toEqual([before, schema]);
  });
});
