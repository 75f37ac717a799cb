import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { type EmbeddedEngine, embeddedEngine } from '#search/embedded/engine.ts';
import { suggest } from '#search/suggest.ts';
import { smallDirectory } from '../../fixtures/directory.ts';

describe('suggestions', () => {
  let db: Db;
  let engine: EmbeddedEngine;
  const labels = (text: string, kind: string, locale: 'da' | 'en' = 'da') =>
    suggest({ db, engine }, text, locale)
      .find((group) => group.kind === kind)
      ?.items.map(({ label }) => label) ?? [];

  beforeAll(() => {
    db = smallDirectory();
    engine = embeddedEngine(db);
  });

  test.each([
    ['the beginning of a name', 'hva', 'organisations', 'Hvalsø Grønt'],
    ['a later word', 'grø', 'organisations', 'Hvalsø Grønt'],
    ['a beginning without Danish letters', 'groe', 'organisations', 'Hvalsø Grønt'],
    ['two words, the last half-typed', 'hvalsø gr', 'organisations', 'Hvalsø Grønt'],
    ['a number', '90 00 00 04', 'organisations', 'Hvalsø Grønt'],
    ['a part of a compound', 'medhj', 'slots', 'Køkkenmedhjælper i kantinen'],
    ['a town', 'hvalso', 'places', '4330 Hvalsø'],
    ['a postcode that begins so', '433', 'places', '4330 Hvalsø'],
    ['a scheme', 'fleks', 'schemes', 'Fleksjob'],
    ['a part of a scheme', 'tilskud', 'schemes', 'Løntilskud'],
  ])('by %s: %s', (_, typed, kind, label) => {
    expect(labels(typed, kind).join(' | ')).toContain(label);
  });

  test('not by what stands in descriptions only', () => {
    expect(labels('friland', 'organisations')).toEqual([]);
  });

  test.each(['', ' ', 'h', '"', 'xyzzyx', '*'])('none for “%s”', (typed) => {
    expect(suggest({ db, engine }, typed, 'da')).toEqual([]);
  });

  test('are few of each', () => {
    for (const { items } of suggest({ db, engine }, 'he', 'da')) expect(items.length).toBeLessThanOrEqual(4);
  });

  test('say schemes in the language of the reader', () => {
    expect(labels('fleks', 'schemes', 'en')).not.toEqual(labels('fleks', 'schemes', 'da'));
  });
});
