import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadReference } from '#db/reference.ts';
import { allGoals, allThemes } from '#domain/commitments/queries.ts';
import { liesWithin } from '#domain/places/rules.ts';
import { allSchemes, allSupportFacts, slotSchemes } from '#domain/schemes/queries.ts';
import { today } from '#domain/time.ts';
import { ROOT } from '../../../scripts/lib/prepare.mjs';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { countRows, tablesOf } from '../../fixtures/rows.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;

test('is complete', () => {
  expect(countRows(emptyDirectory())).toMatchObject({
    postcodes: 1158,
    municipalities: 98,
    goals: 17,
    target_groups: 13,
    schemes: 22,
    support_facts: 22,
    themes: 8,
    towns: 338,
  });
});

test('is loaded once: again changes nothing, even where the version was forgotten', () => {
  const db = emptyDirectory();
  const everything = () => tablesOf(db).map((table) => db.$client.prepare(`select * from "${table}"`).all());
  const before = everything();
  const changes = db.$client.prepare('select total_changes() as count').get();
  expect(loadReference(db)).toBe(false);
  expect(db.$client.prepare('select total_changes() as count').get()).toEqual(changes);
  db.$client.exec(`delete from settings where key = 'reference.version'`);
  expect(loadReference(db)).toBe(true);
  expect(everything()).toEqual(before);
});

test('renews what was changed, and keeps what something may point at', () => {
  const db = emptyDirectory();
  db.$client.exec(`update postcodes set name = 'Forkert' where code = '4330'; delete from settings;
    insert into themes values ('old', 'Gammelt', 'Old', '', '', 'leaf')`);
  loadReference(db);
  expect(db.$client.prepare(`select name from postcodes where code = '4330'`).get()).toEqual({ name: 'Hvalsø' });
  expect(allThemes(db).map((theme) => theme.id)).toContain('old');
});

test('the colour of every world goal can be read on', () => {
  const goals = allGoals(emptyDirectory());
  expect(goals.map((goal) => goal.nr)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  for (const goal of goals) {
    expect(goal.da && goal.en, String(goal.nr)).toBeTruthy();
    expect(contrast(goal.colour, goal.textColour), `${goal.nr} ${goal.da}`).toBeGreaterThanOrEqual(4.5);
  }
  expect(goals.filter((goal) => contrast(goal.colour, '#ffffff') < 4.5)).not.toEqual([]);
});

test('every scheme says what the law says, in both languages, and when that was checked', () => {
  const db = emptyDirectory();
  const groups = new Set(
    (db.$client.prepare('select id from target_groups').all() as { id: string }[]).map((row) => row.id),
  );
  for (const scheme of allSchemes(db)) {
    expect([scheme.legalBasisDa, scheme.legalBasisEn].every(Boolean), scheme.id).toBe(true);
    expect(scheme.lastCheckedOn, scheme.id).toMatch(DAY);
    expect(scheme.lastCheckedOn <= today(), scheme.id).toBe(true);
    expect([scheme.nameDa, scheme.nameEn, scheme.summaryDa, scheme.summaryEn].every(Boolean), scheme.id).toBe(true);
    expect(scheme.targetGroups.filter((group) => !groups.has(group))).toEqual([]);
    for (const condition of scheme.conditions)
      expect([condition.da, condition.en, condition.legalBasis].every(Boolean), scheme.id).toBe(true);
    expect(JSON.stringify(scheme), `${scheme.id} holds no money rate`).not.toMatch(/\d\s*(?:kr\b|kroner|DKK)/i);
  }
});

test('what the law has ended cannot be opened any more, and comes into force on its day', () => {
  const db = emptyDirectory();
  const open = (day: string) => slotSchemes(db, day).map((scheme) => scheme.id);
  db.$client.exec(
    `update schemes set valid_to = '2026-12-31' where id = 'fleksjob'; update schemes set valid_from = '2027-01-01' where id = 'smaajob'`,
  );
  expect(open('2026-12-31')).toContain('fleksjob');
  expect(open('2027-01-01')).not.toContain('fleksjob');
  expect(open('2026-12-31')).not.toContain('smaajob');
  expect(open('2027-01-01')).toContain('smaajob');
  expect(open('2026-11-01')).not.toContain('fastholdelsesfleksjob');
});

test('every support fact and theme has its words and an icon that exists', () => {
  const db = emptyDirectory();
  for (const fact of [...allSupportFacts(db), ...allThemes(db)]) {
    expect([fact.labelDa, fact.labelEn, fact.hintDa, fact.hintEn].every(Boolean), fact.id).toBe(true);
    expect(existsSync(join(ROOT, 'node_modules', 'lucide-static', 'icons', `${fact.icon}.svg`)), fact.icon).toBe(true);
  }
});

test('places are where they are: Hvalsø lies in Lejre, and Lejre’s outline holds it', () => {
  const db = emptyDirectory();
  const hvalsoe = db.$client.prepare(`select * from postcodes where code = '4330'`).get() as {
    lat: number;
    lng: number;
    municipality: string;
  };
  expect(hvalsoe.municipality).toBe('0350');
  const { outline, name } = db.$client
    .prepare(`select name, outline from municipalities where code = '0350'`)
    .get() as {
    outline: string;
    name: string;
  };
  expect(name).toBe('Lejre');
  expect(liesWithin(JSON.parse(outline), hvalsoe)).toBe(true);
  expect(liesWithin(JSON.parse(outline), { lat: 55.6759, lng: 12.5655 })).toBe(false);
});

/** WCAG 2.2, "contrast ratio". @param a like `#E5243B` */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
