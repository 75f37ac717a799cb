import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { organisationExport } from '#domain/exports/organisation.ts';
import { personExport } from '#domain/exports/person.ts';
import { invite } from '#domain/invitations/commands.ts';
import { correctOrganisation } from '#domain/organisations/commands.ts';
import { isTextKey } from '#i18n/index.ts';
import { exportFile } from '#lib/export-file.ts';
import { startSession } from '#lib/sessions.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, idOf, viewerOf } from '../../fixtures/people.ts';
import { tablesOf } from '../../fixtures/rows.ts';

let db: Db;
let hvalsoeGroent: number;

beforeEach(() => {
  db = smallDirectory();
  hvalsoeGroent = idOf(db, 'organisations', 'Hvalsø Grønt');
  for (const name of ['lone', 'birgit', 'jens', 'yrsa'] as const) accountOf(db, name);
});

const EVIL = ['=1+1', '+45 12', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1', 'rigtig "god"; tekst\nmed linjer'];

test('an organisation takes everything along: what it wrote, who looks after it, what was done', async () => {
  const lone = viewerOf(db, 'lone');
  const tables = organisationExport(db, lone, hvalsoeGroent);
  expect(tables?.organisation?.[0]).toMatchObject({ name: 'Hvalsø Grønt', cvr: '90000004' });
  expect(tables?.slots?.map((row) => row.slug)).toEqual(['hjaelper-i-drivhuset']);
  expect(tables?.slotSteps).toHaveLength(4);
  expect(tables?.commitments).toHaveLength(3);
  expect(tables?.contacts).toEqual([{ name: 'Birgit Holm', role: null, email: null, phone: null }]);
  expect(tables?.networks?.map((row) => row.name)).toEqual(['Green Network', 'Business Lejre']);
  expect(tables?.people?.map((row) => row.email)).toEqual(['birgit@personer.example', 'lone@personer.example']);
  expect(tables?.log?.length).toBeGreaterThan(5);
  const json = JSON.parse(await exportFile(tables ?? {}, 'hvalsoe-groent', 'hvalsoe-groent.json').text());
  expect(json).toEqual(tables);
});

test('others get nothing, and an editor sees no invitations', () => {
  for (const name of ['jens', 'yrsa'] as const)
    expect(organisationExport(db, viewerOf(db, name, { secondFactor: true }), hvalsoeGroent), name).toBeUndefined();
  invite(db, viewerOf(db, 'lone'), {
    email: 'ny@eksempel.dk',
    post: { role: 'editor', organisationId: hvalsoeGroent },
    locale: 'da',
  });
  expect(organisationExport(db, viewerOf(db, 'lone'), hvalsoeGroent)?.invitations).toHaveLength(1);
  expect(JSON.stringify(organisationExport(db, viewerOf(db, 'birgit'), hvalsoeGroent))).not.toContain('ny@eksempel');
});

test('a person takes along what is kept about them, without secrets and without others', async () => {
  const birgit = viewerOf(db, 'birgit');
  await startSession(db, birgit.id, { method: 'link', device: 'Firefox, Windows', secondFactor: false });
  db.$client.prepare('insert into passwords values (?, ?, ?)').run(birgit.id, 'HEMMELIG', '2026-11-01');
  const tables = personExport(db, birgit);
  expect(tables.account).toMatchObject([{ name: 'Birgit', email: 'birgit@personer.example' }]);
  expect(tables.organisations).toMatchObject([{ name: 'Hvalsø Grønt', role: 'editor' }]);
  expect(tables.sessions).toMatchObject([{ device: 'Firefox, Windows' }]);
  expect(tables.mails).toHaveLength(5);
  const text = JSON.stringify(tables);
  expect(text).not.toContain('HEMMELIG');
  expect(text).not.toContain('lone@');
});

test.each(EVIL)('%j stays text in a spreadsheet, and can be read back', async (text) => {
  correctOrganisation(db, 'test', hvalsoeGroent, { description: text });
  const tables = organisationExport(db, viewerOf(db, 'lone'), hvalsoeGroent) ?? {};
  const answer = exportFile(tables, 'hvalsoe-groent', 'organisation.csv');
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="organisation.csv"');
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  const [row] = parse(csv, { bom: true, columns: true, delimiter: ';' }) as Record<string, string>[];
  expect(row?.description).not.toMatch(/^[=+\-@\t\r＝]/);
  expect(row?.description?.replace(/^'/, '')).toBe(text);
  expect(row?.name).toBe('Hvalsø Grønt');
});

test.each(['unknown.csv', 'slots.exe', 'slots', '', '__proto__.csv', 'andre.json', '../slots.csv'])(
  'there is no file “%s”',
  (file) => {
    const tables = organisationExport(db, viewerOf(db, 'lone'), hvalsoeGroent) ?? {};
    expect(exportFile(tables, 'hvalsoe-groent', file).status).toBe(404);
  },
);

test('every kind of thing has a name', () => {
  const kinds = [
    ...Object.keys(organisationExport(db, viewerOf(db, 'lone'), hvalsoeGroent) ?? {}),
    ...Object.keys(personExport(db, viewerOf(db, 'lone'))),
  ];
  expect(kinds.length).toBeGreaterThan(25);
  expect(kinds.filter((kind) => !isTextKey(`export.kind.${kind}`))).toEqual([]);
});

/** Tables about somebody that are no part of an export: secrets, what is the other side's, and what the log says. */
const LEFT_OUT = {
  person: ['account_deletions', 'known_devices', 'mail_refusals', 'recovery_codes', 'tokens', 'enquiry_templates'],
  organisation: [
    ...['applications', 'claims', 'events', 'organisation_deletions'],
    // The job centre's own: its notes, lists and portfolios about an organisation.
    ...['approaches', 'colleague_requests', 'employer_list_items', 'need_declines', 'portfolio_employers'],
    ...['portfolio_notes', 'portfolio_tags', 'recent_views'],
    // What somebody's own search found.
    'saved_search_hits',
  ],
};

test.each([
  ['person', 'account_id'],
  ['organisation', 'organisation_id'],
] as const)('every table that names a %s is exported, or was left out for a reason', (whose, column) => {
  const text = readFileSync(join(import.meta.dirname, `../../../src/domain/exports/${whose}.ts`), 'utf8');
  const tables = tablesOf(db).filter((table) =>
    (db.$client.pragma(`table_info("${table}")`) as { name: string }[]).some(({ name }) => name === column),
  );
  expect(tables.length).toBeGreaterThan(10);
  const missing = tables.filter((table) => !new RegExp(`(?:from|join) ${table}\\b`).test(text));
  expect(missing.filter((table) => !(LEFT_OUT[whose] as string[]).includes(table))).toEqual([]);
});
