import { expect, test } from 'vitest';
import { employerSearch } from '#domain/employers/search.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { NOTHING_ASKED } from '../../../scripts/bench/workspace-queries.ts';
import { writeContacts } from '../../../scripts/bench/workspace-rows.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { viewerOf } from '../../fixtures/people.ts';

test('what the workspace is measured on has answers, talks, and the willing without a slot', () => {
  const db = smallDirectory();
  const karim = viewerOf(db, 'karim');
  writeContacts(db, karim);
  const count = (text: string) => db.$client.prepare(text).pluck().get() as number;
  expect(count('select count(*) from enquiries')).toBe(10_000);
  expect(count('select count(*) from enquiries where answered_at is not null') / 10_000).toBeCloseTo(0.6, 1);
  expect(count('select count(distinct organisation_id) from approaches')).toBe(4);
  expect(count('select count(*) from organisations where willing_since is not null')).toBeGreaterThan(0);
  const { employers, total } = employerSearch(db, embeddedEngine(db)).find(karim, NOTHING_ASKED);
  expect(total).toBe(employers.length);
  for (const { factors } of employers) expect(factors.fairness).toBeLessThan(0.1);
});
