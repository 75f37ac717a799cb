import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { MEMBER_COLUMNS, readHeadings, SLOT_COLUMNS } from '#domain/imports/headings.ts';
import { readEnvironment } from '#lib/environment.ts';
import { ROOT } from '../../../scripts/lib/prepare.mjs';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const documents = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map((name) => join('docs', String(name)))
    .filter((name) => name.endsWith('.md')),
];

test('README leads with the two commands', () => {
  expect(read('README.md')).toMatch(/^# Plads\n\n```\nnpm start .*\nnpm test .*\n```\n/);
});

test('README’s table names the variables that there are', () => {
  const table = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
  const source = read('src/lib/environment.ts');
  const schema = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map((match) => match[1]);
  expect(table.sort()).toEqual(schema.sort());
  expect(schema).toEqual(expect.arrayContaining(Object.keys(readEnvironment({}))));
});

test('README’s commands are those of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const table = [...read('README.md').matchAll(/^\| `npm (?:run )?([\w:]+)/gm)].map((match) => match[1]);
  expect(table.sort()).toEqual(Object.keys(scripts).sort());
});

test('no link inside the documents leads nowhere', () => {
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !existsSync(join(ROOT, dirname(document), target)))
      .map((target) => `${document}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('the columns that importing.md promises are understood', () => {
  const [members = '', slots = ''] = read('docs/importing.md').split('## Pladser');
  const columns = (text: string) =>
    [...text.matchAll(/^\| ([\wæøå, ]+?) \|/gim)]
      .flatMap((match) => match[1]?.split(', ') ?? [])
      .filter((name) => name !== 'Kolonne');
  expect(columns(members)).toContain('p_nummer');
  expect(columns(slots)).toContain('fører_til_job');
  expect(readHeadings(columns(members), MEMBER_COLUMNS).unknown).toEqual([]);
  expect(readHeadings(columns(slots), SLOT_COLUMNS).unknown).toEqual([]);
});

test('every decision has its date, context, decision and consequences', () => {
  const notes = readdirSync(join(ROOT, 'docs', 'decisions'));
  expect(notes.length).toBeGreaterThan(20);
  for (const note of notes) {
    expect(note).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
    expect(read(join('docs', 'decisions', note)), note).toMatch(
      /\b20\d\d-\d\d-\d\d\b[\s\S]+Context[\s\S]+Decision[\s\S]+Consequences/i,
    );
  }
});
