import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { wishForRest } from '#domain/approaches/commands.ts';
import { makeCommitment } from '#domain/commitments/commands.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { ACTIVITY_KINDS, LOGGED_VERBS } from '#domain/events/kinds.ts';
import { activityOf } from '#domain/events/queries.ts';
import { invite } from '#domain/invitations/commands.ts';
import { changeMemberRole, leaveOrganisation, removeMember } from '#domain/members/commands.ts';
import { verifyRsv } from '#domain/organisations/commands.ts';
import { makeOffers } from '#domain/organisations/profile-commands.ts';
import { findProfileForMember } from '#domain/organisations/profile-queries.ts';
import { closeSlot, pauseSlot } from '#domain/slots/commands.ts';
import { discardDraft, draftSlot } from '#domain/slots/draft-commands.ts';
import { addDays, today } from '#domain/time.ts';
import { isTextKey, translator } from '#i18n/index.ts';
import { activityWords } from '#lib/activity-words.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, idOf, viewerOf } from '../../fixtures/people.ts';

let db: Db;
let hvalsoeGroent: number;

beforeEach(() => {
  db = smallDirectory();
  hvalsoeGroent = idOf(db, 'organisations', 'Hvalsø Grønt');
  for (const name of ['lone', 'birgit', 'jens', 'tove', 'yrsa'] as const) accountOf(db, name);
});

/** The newest lines, as their readers see them. */
function lines(count: number, locale: 'da' | 'en' = 'da'): string[] {
  const { items } = activityOf(db, viewerOf(db, 'lone'), hvalsoeGroent);
  return items.slice(0, count).map((item) => activityWords(translator(locale), item));
}

function offer(viewer: Viewer, support: string[]): void {
  const { offers } = findProfileForMember(db, viewer, hvalsoeGroent) ?? {};
  makeOffers(db, viewer, hvalsoeGroent, offers?.edition ?? 0, { support, schemes: [] });
}

const slotId = () => idOf2('slots', 'hjaelper-i-drivhuset');
const idOf2 = (table: string, slug: string) =>
  (db.$client.prepare(`select id from ${table} where slug = ?`).pluck().get(slug) ?? 0) as number;

test('the log says who did what, in plain words in both languages', () => {
  const [lone, birgit] = [viewerOf(db, 'lone'), viewerOf(db, 'birgit')];
  pauseSlot(db, birgit, slotId());
  closeSlot(db, 'slot-key', slotId());
  offer(lone, []);
  const draft = draftSlot(db, lone, hvalsoeGroent);
  discardDraft(db, lone, draft);
  invite(db, lone, { email: 'ny@eksempel.dk', post: { role: 'editor', organisationId: hvalsoeGroent }, locale: 'da' });
  wishForRest(db, lone, hvalsoeGroent, { coolDownDays: 30, restUntil: null });
  changeMemberRole(db, lone, hvalsoeGroent, birgit.id, 'owner');
  expect(lines(8)).toEqual([
    'Lone gjorde Birgit til ejer.',
    'Lone skrev, hvor tit I vil kontaktes.',
    'Lone inviterede en kollega som redaktør.',
    'Lone smed en kladde væk.',
    'Lone begyndte på en plads.',
    'Lone skrev, hvad I kan tilbyde.',
    'En med linket fra en mail lukkede pladsen “Hjælper i drivhuset”.',
    'Birgit satte pladsen “Hjælper i drivhuset” på pause.',
  ]);
  expect(lines(1, 'en')).toEqual(['Lone made Birgit owner.']);
  expect(JSON.stringify(activityOf(db, lone, hvalsoeGroent))).not.toMatch(/eksempel|personer\.example/);
});

test('who left is shown as such, who is gone has no name, and offices are not named', () => {
  const [lone, birgit] = [viewerOf(db, 'lone'), viewerOf(db, 'birgit')];
  pauseSlot(db, birgit, slotId());
  leaveOrganisation(db, birgit, hvalsoeGroent);
  expect(lines(1)).toEqual(['Birgit (er her ikke mere) forlod virksomheden.']);
  db.$client.prepare('delete from accounts where id = ?').run(birgit.id);
  expect(lines(2)).toEqual([
    'Et tidligere medlem forlod virksomheden.',
    'Et tidligere medlem satte pladsen “Hjælper i drivhuset” på pause.',
  ]);
  verifyRsv(db, `account:${accountOf(db, 'tove')}`, hvalsoeGroent, { checkedOn: today(), checkedBy: 'Kommunen' });
  expect(lines(1)).toEqual(['Kommunen eller netværket skrev, at I er registreret socialøkonomisk virksomhed.']);
  accountOf(db, 'ida', { memberOf: { 'Hvalsø Grønt': 'editor' } });
  removeMember(db, lone, hvalsoeGroent, accountOf(db, 'ida'));
  expect(lines(1)).toEqual(['Lone fjernede Ida.']);
});

test('nobody sees the log of an organisation that they do not look after', () => {
  expect(activityOf(db, viewerOf(db, 'birgit'), hvalsoeGroent).total).toBeGreaterThan(0);
  for (const name of ['jens', 'tove', 'yrsa'] as const)
    expect(activityOf(db, viewerOf(db, name, { secondFactor: true }), hvalsoeGroent), name).toEqual({
      items: [],
      total: 0,
    });
});

test('nothing of another organisation is in it', () => {
  const jens = viewerOf(db, 'jens');
  const before = lines(1);
  makeCommitment(db, jens, jens.memberOf[0]?.organisationId ?? 0, {
    theme: 'education',
    statement: 'To lærlinge mere',
    measure: 'Vi tæller',
    goals: [4],
    evidenceLabel: null,
    evidenceUrl: null,
    madeOn: today(),
    reviewOn: addDays(today(), 90),
  });
  expect(lines(1)).toEqual(before);
});

test('every line is of exactly one kind, and pages hold them all once', () => {
  const lone = viewerOf(db, 'lone');
  for (let round = 0; round < 60; round++) offer(lone, round % 2 ? ['outdoors'] : []);
  invite(db, lone, { email: 'ny@eksempel.dk', post: { role: 'editor', organisationId: hvalsoeGroent }, locale: 'da' });
  const { total } = activityOf(db, lone, hvalsoeGroent);
  const totals = ACTIVITY_KINDS.map((kind) => activityOf(db, lone, hvalsoeGroent, { kind }).total);
  expect(totals.filter((count) => count > 0)).toHaveLength(5);
  expect(totals.reduce((sum, count) => sum + count, 0)).toBe(total);
  const pages = [1, 2, 3].flatMap((page) => activityOf(db, lone, hvalsoeGroent, { page, pageSize: 40 }).items);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(Math.min(total, 120));
  expect(activityOf(db, lone, hvalsoeGroent, { page: 99 }).items).toEqual([]);
});

test('what consultants and strangers do about an organisation is not in its log', () => {
  const { total } = activityOf(db, viewerOf(db, 'lone'), hvalsoeGroent);
  for (const verb of ['importEmployer', 'addEmployer', 'claimOrganisation', 'anything'])
    recordEvent(db, { actor: `account:${accountOf(db, 'yrsa')}`, verb, noun: 'organisation', nounId: hvalsoeGroent });
  expect(activityOf(db, viewerOf(db, 'lone'), hvalsoeGroent).total).toBe(total);
});

test('who asks from outside is not named', () => {
  db.$client
    .prepare(`insert into enquiries (organisation_id, asker, state, sent_on, sent_at, changed_at, looked_at)
      values (?, 'organisation', 'sent', ?, '', '', '')`)
    .run(hvalsoeGroent, today());
  const enquiry = { verb: 'sendEnquiry', noun: 'enquiry', nounId: 1 } as const;
  recordEvent(db, { ...enquiry, actor: `account:${accountOf(db, 'jens')}` });
  expect(lines(1)).toEqual(['Den, der spørger sendte jer en henvendelse.']);
  recordEvent(db, { ...enquiry, actor: 'visitor' });
  expect(lines(1)).toEqual(['Den, der spørger sendte jer en henvendelse.']);
  recordEvent(db, { ...enquiry, actor: `account:${accountOf(db, 'yrsa')}` });
  expect(lines(1)).toEqual(['Kommunen eller netværket sendte jer en henvendelse.']);
});

/** Nouns whose verbs come into somebody's log. */
const NOUNS = ['organisations', 'slots', 'commitments', 'members', 'memberships', 'pictures'];
const VERB = /(?:verb: |profileStep\([\w, ]+, |put\([\w, ]+, |record\([\w, ]+, )'([a-z]+[A-Z]\w+)'/g;

test('every verb of an organisation’s own people comes into the log, and every verb there has words', () => {
  const verbs = NOUNS.flatMap((noun) => {
    const folder = join(import.meta.dirname, '../../../src/domain', noun);
    return readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(VERB)].map((match) => match[1] ?? ''),
    );
  });
  expect(new Set(verbs).size).toBeGreaterThan(30);
  expect([...new Set(verbs)].filter((verb) => !LOGGED_VERBS.includes(verb))).toEqual([]);
  expect(LOGGED_VERBS.filter((verb) => !isTextKey(`activity.${verb}`))).toEqual([]);
});
