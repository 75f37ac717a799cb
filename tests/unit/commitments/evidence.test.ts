import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { keepCommitment, makeCommitment, showEvidence } from '#domain/commitments/commands.ts';
import {
  MOST_EVIDENCE_BYTES,
  readEvidence,
  removeEvidence,
  sweepEvidence,
  withEvidence,
} from '#domain/commitments/evidence.ts';
import { findCommitmentForMember, type MemberCommitment, newestKeptCommitments } from '#domain/commitments/queries.ts';
import { Invalid } from '#domain/errors.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { harmless, hostileFiles } from '../../fixtures/hostile-pictures.ts';
import { plainPdf } from '../../fixtures/pdf.ts';
import { organisationId, ownerOf } from '../../fixtures/viewers.ts';

let db: Db;
let folder: string;
let lone: Viewer;
let hedge: number;

beforeEach(() => {
  db = smallDirectory();
  folder = temporaryFolder();
  lone = ownerOf(db, 7, 'Hvalsø Grønt');
  hedge = makeCommitment(db, lone, organisationId(db, 'Hvalsø Grønt'), {
    theme: 'nature',
    statement: 'En kilometer hegn med bær',
    measure: 'Vi måler hegnet',
    goals: [15],
    evidenceLabel: null,
    evidenceUrl: null,
    madeOn: today(),
    reviewOn: addDays(today(), 200),
  });
});

const NOTHING = { evidenceLabel: null, evidenceUrl: null };
const now = () => findCommitmentForMember(db, lone, hedge) as MemberCommitment;
const show = (bytes: Buffer | null, evidence: Parameters<typeof showEvidence>[4] = NOTHING) =>
  withEvidence(folder, bytes, (file) => showEvidence(db, lone, hedge, now().edition, evidence, file));
const shownFile = () => now().evidence?.url.replace('/bilag/', '') ?? '';

test('a PDF is shown as it was sent, a picture written anew as a JPEG', async () => {
  await show(plainPdf());
  expect(now().evidence).toEqual({ label: 'PDF', url: expect.stringMatching(/^\/bilag\/[0-9a-f]{32}\.pdf$/) });
  expect(await readEvidence(db, folder, shownFile())).toEqual({ bytes: plainPdf(), type: 'application/pdf' });
  const before = shownFile();
  expect(await show(await harmless('png'), { evidenceLabel: 'Hegnet', evidenceUrl: null })).toBe(before);
  await removeEvidence(folder, before);
  expect(now().evidence?.label).toBe('Hegnet');
  const file = await readEvidence(db, folder, shownFile());
  expect([file?.type, (await sharp(file?.bytes).metadata()).format]).toEqual(['image/jpeg', 'jpeg']);
  expect(readdirSync(folder)).toEqual([shownFile()]);
});

test('a file stays until something takes its place, and shows that a promise was kept', async () => {
  await show(plainPdf());
  const file = shownFile();
  expect(await show(null, { evidenceLabel: 'Målingen', evidenceUrl: null })).toBeNull();
  expect(now().evidence).toMatchObject({ label: 'Målingen', url: `/bilag/${file}` });
  keepCommitment(db, lone, hedge, today());
  expect(newestKeptCommitments(db, 5).map((one) => one.statement)).toContain('En kilometer hegn med bær');
  expect(await show(null, { evidenceLabel: null, evidenceUrl: 'https://hvalsoegroent.example/hegn' })).toBe(file);
  expect(await readEvidence(db, folder, file)).toBeUndefined();
});

test.each<[string, Buffer, string]>([
  ['a PDF that was cut off', plainPdf().subarray(0, 60), 'file-broken'],
  ['a page that calls itself a PDF', Buffer.from('%PDF-<html><script>EVIL</script>%%EOF'), 'file-broken'],
  ['a PDF with a script', plainPdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'file-does-things'],
  ['a PDF that starts a program', plainPdf('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'file-does-things'],
  [
    'a PDF with another file in it',
    plainPdf('/Names << /EmbeddedFiles << /EmbeddedFile 9 0 R >> >>'),
    'file-does-things',
  ],
  ['a page behind which a PDF begins', Buffer.concat([Buffer.from('<html>'), plainPdf()]), 'file-format'],
  ['more than 10 MB', Buffer.concat([plainPdf(), Buffer.alloc(MOST_EVIDENCE_BYTES)]), 'file-too-large'],
])('%s is refused, and nothing is kept', async (_name, bytes, code) => {
  await expect(show(bytes)).rejects.toThrow(new Invalid({ evidenceFile: code }));
  expect(now().evidence).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('nothing hostile is served: a file is refused, or only its pixels are left', async () => {
  for (const { name, bytes, refused } of await hostileFiles()) {
    const outcome = await show(bytes).then(
      () => 'taken',
      (error: unknown) => (error instanceof Invalid ? 'refused' : String(error)),
    );
    expect(outcome, name).toBe(refused ? 'refused' : 'taken');
  }
  for (const name of readdirSync(folder)) {
    expect(name).toMatch(/^[0-9a-f]{32}\.jpg$/);
    const file = await readEvidence(db, folder, name);
    if (file) expect(file.bytes.toString('latin1'), name).not.toMatch(/<script|<svg|<html|<\?php|%PDF|GPS|Exif|EVIL/i);
  }
});

test('a verb that refuses leaves no file, and what a crash left is swept', async () => {
  const refusing = () => {
    throw new Invalid({ statement: 'missing' });
  };
  await expect(withEvidence(folder, plainPdf(), refusing)).rejects.toThrow(Invalid);
  expect(readdirSync(folder)).toEqual([]);
  await show(plainPdf());
  for (const name of [`${'a'.repeat(32)}.pdf`, `${'b'.repeat(32)}.jpg`, 'note.txt'])
    writeFileSync(join(folder, name), 'x');
  utimesSync(join(folder, `${'a'.repeat(32)}.pdf`), 0, 0);
  utimesSync(join(folder, shownFile()), 0, 0);
  expect(await sweepEvidence(db, folder)).toBe(1);
  expect(readdirSync(folder).sort()).toEqual([shownFile(), `${'b'.repeat(32)}.jpg`, 'note.txt'].sort());
});

test.each(['../plads.db', 'x.pdf', `${'a'.repeat(32)}.pdf`, `${'a'.repeat(32)}.html`, '', '..%2Fplads.db'])(
  'the name “%s” leads to nothing',
  async (name) => {
    writeFileSync(join(folder, `${'a'.repeat(32)}.pdf`), 'left');
    expect(await readEvidence(db, folder, name)).toBeUndefined();
  },
);
