import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { da } from '#i18n/da.ts';
import { en } from '#i18n/en.ts';
import { formatDay, formatList, formatMonth, formatNumber, localPath, type Text, translator } from '#i18n/index.ts';
import { ROOT } from '../../../scripts/lib/prepare.mjs';

const danish: Record<string, Text> = da;
const english: Record<string, Text> = en;
const t = { da: translator('da'), en: translator('en') };

const formsOf = (text: Text | undefined) => (typeof text === 'object' ? [text.one, text.other] : [text ?? '']);
const placeholdersOf = (text: Text | undefined) => [
  ...new Set(formsOf(text).flatMap((form) => form.match(/\{\w+\}/g) ?? [])),
];

describe('both languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(danish).sort());
    expect(Object.keys(danish).length).toBeGreaterThan(200);
  });

  test('name the same values in each text', () => {
    const differing = Object.keys(danish).filter(
      (key) => placeholdersOf(danish[key]).sort().join() !== placeholdersOf(english[key]).sort().join(),
    );
    expect(differing).toEqual([]);
  });

  test('count in the same texts', () => {
    const differing = Object.keys(danish).filter((key) => typeof danish[key] !== typeof english[key]);
    expect(differing).toEqual([]);
  });

  test('say something everywhere, and never with a stray space or brace', () => {
    const odd = [danish, english].flatMap((texts) =>
      Object.entries(texts).filter(([, text]) =>
        formsOf(text).some((form) => form.trim() === '' || form !== form.trim() || /\{(?!\w+\})|\{\{/.test(form)),
      ),
    );
    expect(odd).toEqual([]);
  });
});

test('no key stands in two files, where one text would silently win over the other', async () => {
  for (const locale of ['da', 'en']) {
    const folder = join(ROOT, 'src', 'i18n', locale);
    const places = new Map<string, string[]>();
    for (const file of readdirSync(folder)) {
      const texts: Record<string, object>[] = Object.values(await import(join(folder, file)));
      for (const key of texts.flatMap((one) => Object.keys(one))) places.set(key, [...(places.get(key) ?? []), file]);
    }
    expect(places.size).toBe(Object.keys(danish).length);
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
  }
});

test('a text takes one form for one and the other for every other number', () => {
  const words = (locale: 'da' | 'en', count: number) => t[locale]('import.rows', { count });
  expect([0, 1, 2, 1000].map((count) => words('da', count))).toEqual([
    '0 rækker læst.',
    '1 række læst.',
    '2 rækker læst.',
    '1.000 rækker læst.',
  ]);
  expect([0, 1, 2, 1000].map((count) => words('en', count))).toEqual([
    '0 rows read.',
    '1 row read.',
    '2 rows read.',
    '1,000 rows read.',
  ]);
});

test('values are put in as they are, numbers as the language writes them', () => {
  expect(t.da('import.noFile', { file: '$& {file} <b>' })).toBe(
    'Filen $& {file} <b> findes ikke, eller den kan ikke læses.',
  );
  expect(t.da('import.noFile')).toContain('{file}');
  expect([formatNumber('da', 1234.56), formatNumber('en', 1234.56)]).toEqual(['1.234,6', '1,234.6']);
});

test('days are the day that was written, wherever the server stands', () => {
  expect([formatDay('da', '2026-12-31'), formatDay('en', '2026-12-31')]).toEqual([
    '31. december 2026',
    '31 December 2026',
  ]);
  expect([formatMonth('da', '2026-10-01'), formatMonth('en', '2026-10-01')]).toEqual(['okt. 2026', 'Oct 2026']);
});

test('a list ends as the language ends one', () => {
  expect([formatList('da', ['a', 'b', 'c']), formatList('en', ['a', 'b', 'c'])]).toEqual(['a, b og c', 'a, b and c']);
});

test('Danish is at the root, English under /en', () => {
  expect(['/', '/pladser'].map((path) => localPath('da', path))).toEqual(['/', '/pladser']);
  expect(['/', '/pladser'].map((path) => localPath('en', path))).toEqual(['/en', '/en/pladser']);
});
