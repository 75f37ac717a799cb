import { expect, test } from 'vitest';
import { findOrganisation } from '#domain/organisations/queries.ts';
import { schemeFindings } from '#domain/scheme-check/queries.ts';
import { vitasSummary } from '#domain/scheme-check/vitas.ts';
import { findScheme } from '#domain/schemes/queries.ts';
import { findSlotForMember } from '#domain/slots/member-queries.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { organisationId, ownerOf } from '../../fixtures/viewers.ts';

const db = smallDirectory();
const lone = ownerOf(db, 1, 'Hvalsø Grønt', 'Gevninge Tømrer & Snedker ApS');

function summaryOf(title: string, answers = {}) {
  const { id } = db.$client.prepare('select id from slots where title = ?').get(title) as { id: number };
  const slot = findSlotForMember(db, lone, id);
  const organisation = findOrganisation(
    db,
    lone.memberOf.find((one) => one.organisationId === slot?.organisationId)?.slug ?? '',
  );
  const scheme = findScheme(db, slot?.input.scheme ?? '');
  if (!slot || !organisation || !scheme) throw new Error('not there');
  const input = { ...slot.input, answers };
  return vitasSummary(input, organisation, scheme, schemeFindings(db, slot.organisationId, input));
}

test('a placement is ready to be carried over, with what is still missing, and without a person', () => {
  const summary = summaryOf('Værkstedshjælp hos tømreren', { ordinaryStaff: 5, purpose: 'paid-hours' });
  const fields = Object.fromEntries(summary?.fields.map(({ field, value }) => [field, value]) ?? []);
  expect(fields).toMatchObject({
    employer: 'Gevninge Tømrer & Snedker ApS',
    cvr: '90000012',
    address: 'Gevninge Bygade 12, 4000 Roskilde',
    occupation: 'Værkstedsmedhjælper',
    hours: '25',
    weeks: '13',
    ordinaryStaff: '5',
    purpose: 'paid-hours',
  });
  expect(summary?.missing).toEqual(expect.arrayContaining(['pNumber', 'placements', 'contact']));
  expect(summary?.missing).not.toContain('staffAverage');
  expect(summary?.needs).toEqual(['municipality-first', 'staff-representative', 'person']);
  expect(summary?.open.map((finding) => finding.ruleId)).toContain('ratio');
  expect(JSON.stringify(summary)).not.toMatch(/cpr/i);
});

test('nothing is applied for where the job is an ordinary one', () => {
  expect(summaryOf('Hjælper i drivhuset')).toBeUndefined();
});

test('findings need a scheme and a host', () => {
  const id = organisationId(db, 'Hvalsø Grønt');
  expect(schemeFindings(db, id, {})).toEqual([]);
  expect(schemeFindings(db, id, { scheme: 'nytteindsats' }).find((one) => one.ruleId === 'host')?.status).toBe(
    'against',
  );
});
