import { beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '#db/open.ts';
import { findViewer } from '#domain/accounts/queries.ts';
import { insertAccount } from '#domain/accounts/steps.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { applyAsNew } from '#domain/applications/commands.ts';
import { declineApplication } from '#domain/applications/decision-commands.ts';
import { approveClaim, claimOrganisation } from '#domain/claims/commands.ts';
import { ownClaim } from '#domain/claims/queries.ts';
import {
  findWithinReach,
  networksWithinReach,
  organisationsWithinReach,
  settledOnDesk,
  waitingOnDesk,
} from '#domain/desk/queries.ts';
import { daysWaited } from '#domain/desk/rules.ts';
import { unansweredWithinReach } from '#domain/desk/unanswered.ts';
import { writeMessage } from '#domain/enquiries/commands.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { acceptInvitation, invite, inviteAgain, revokeInvitation } from '#domain/invitations/commands.ts';
import { findInvitation } from '#domain/invitations/queries.ts';
import { findSentInvitation, sentInvitations } from '#domain/invitations/within-reach.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { ask, gevninge } from '../../fixtures/job-centre.ts';
import { accountOf, idOf, type PersonName, viewerOf } from '../../fixtures/people.ts';

let db: Db;
/** Coordinates Business Lejre. */
let bo: Viewer;

beforeEach(() => {
  vi.useRealTimers();
  db = smallDirectory();
  accountOf(db, 'ida', { coordinates: ['Business Lejre'] });
  bo = shown('ida');
});

const shown = (name: PersonName) => viewerOf(db, name, { secondFactor: true });
const organisation = (name: string) => idOf(db, 'organisations', name);
const network = (name: string) => idOf(db, 'networks', name);

function somebody(name: string): Viewer {
  const id = insertAccount(db, { email: `${name.toLowerCase()}@personer.example`, name, locale: 'da' });
  const viewer = findViewer(db, id, false);
  if (!viewer) throw new Error(name);
  return viewer;
}

function at<Result>(day: string, work: () => Result): Result {
  vi.useFakeTimers({ now: new Date(`${day}T12:00:00Z`), toFake: ['Date'] });
  const result = work();
  vi.useRealTimers();
  return result;
}

const plain = {
  cvr: null,
  name: 'Osted Kor',
  sector: 'voluntary',
  branch: null,
  address: null,
  postcode: '4320',
  website: null,
  email: null,
  phone: null,
} as const;

test('what waits stands in the order that it came, each coordinator’s own', () => {
  const mette = somebody('Mette');
  at('2026-10-03', () => claimOrganisation(db, mette, organisation('Bogladen i Roskilde'), ''));
  at('2026-10-01', () => applyAsNew(db, mette, network('Green Network'), plain, ''));
  at('2026-10-02', () => claimOrganisation(db, mette, organisation('Gevninge Tømrer & Snedker ApS'), ''));
  at('2026-10-04', () => claimOrganisation(db, mette, organisation('Køkkenet på Åsen'), ''));
  const desk = (viewer: Viewer) => waitingOnDesk(db, viewer).map(({ kind, name }) => `${kind} ${name}`);
  expect(desk(shown('tove'))).toEqual(['application Osted Kor', 'claim Bogladen i Roskilde']);
  expect(desk(bo)).toEqual(['claim Gevninge Tømrer & Snedker ApS']);
  expect(desk(shown('yrsa'))).toEqual([
    'application Osted Kor',
    'claim Gevninge Tømrer & Snedker ApS',
    'claim Bogladen i Roskilde',
    'claim Køkkenet på Åsen',
  ]);
  for (const viewer of [shown('lone'), shown('karim'), viewerOf(db, 'tove'), viewerOf(db, 'yrsa')])
    expect(desk(viewer)).toEqual([]);
});

test('what was answered last comes first, and says by whom', () => {
  const mette = somebody('Mette');
  const bogladen = organisation('Bogladen i Roskilde');
  claimOrganisation(db, mette, bogladen, '');
  const application = applyAsNew(db, mette, network('Green Network'), plain, '');
  at('2099-10-01', () => approveClaim(db, shown('tove'), ownClaim(db, mette, bogladen)?.id ?? 0, 'owner'));
  at('2099-10-02', () => declineApplication(db, shown('yrsa'), application, 'Nej'));
  expect(settledOnDesk(db, shown('tove'), 10).map(({ name, state, settledBy }) => [name, state, settledBy])).toEqual([
    ['Osted Kor', 'declined', 'Yrsa'],
    ['Bogladen i Roskilde', 'approved', 'Tove'],
  ]);
  expect(settledOnDesk(db, shown('tove'), 1)).toHaveLength(1);
  expect(settledOnDesk(db, bo, 10)).toEqual([]);
});

test('days are those of Denmark', () => {
  expect(daysWaited('2026-10-01T21:59:00Z', new Date('2026-10-01T22:01:00Z'))).toBe(1);
  expect(daysWaited('2026-10-01T22:01:00Z', new Date('2026-10-02T21:59:00Z'))).toBe(0);
  expect(daysWaited('2026-10-20T12:00:00Z', new Date('2026-10-27T12:00:00Z'))).toBe(7);
});

test('a coordinator reaches the network’s organisations, an administrator all', () => {
  const names = (viewer: Viewer) => organisationsWithinReach(db, viewer, 10)?.map(({ name }) => name);
  expect(names(shown('tove'))).toEqual(['Bogladen i Roskilde', 'Hvalsø Grønt']);
  expect(names(shown('yrsa'))).toHaveLength(4);
  expect(names(viewerOf(db, 'tove'))).toEqual([]);
  expect(organisationsWithinReach(db, shown('yrsa'), 3)).toBeUndefined();
  expect(networksWithinReach(db, shown('tove')).map(({ name }) => name)).toEqual(['Green Network']);
  expect(networksWithinReach(db, shown('lone'))).toEqual([]);
  expect(findWithinReach(db, shown('tove'), '90000004')?.slug).toBe('hvalsoe-groent');
  expect(findWithinReach(db, shown('tove'), 'hvalsoe-groent')?.slug).toBe('hvalsoe-groent');
  expect(findWithinReach(db, shown('tove'), 'gevninge-toemrer-og-snedker-aps')).toBeUndefined();
  expect(findWithinReach(db, shown('karim'), 'hvalsoe-groent')).toBeUndefined();
});

const asked = (who: Viewer, email: string, post: Parameters<typeof invite>[2]['post']) =>
  invite(db, who, { email, post, locale: 'da' }).split('/').at(-1) ?? '';

test('invitations of a network are seen by those who run it; what owners send to colleagues is not', () => {
  const [tove, lone] = [shown('tove'), viewerOf(db, 'lone')];
  const hvalsoeGroent = organisation('Hvalsø Grønt');
  asked(tove, 'en@personer.example', { role: 'owner', organisationId: hvalsoeGroent });
  asked(lone, 'to@personer.example', { role: 'editor', organisationId: hvalsoeGroent });
  asked(tove, 'tre@personer.example', { role: 'coordinator', networkId: network('Green Network') });
  asked(bo, 'fire@personer.example', { role: 'editor', organisationId: hvalsoeGroent });
  asked(shown('yrsa'), 'fem@personer.example', { role: 'consultant' });
  const seen = (viewer: Viewer) =>
    sentInvitations(db, viewer)
      .map(({ email }) => email.split('@')[0])
      .sort();
  expect(seen(tove)).toEqual(['en', 'tre']);
  expect(seen(bo)).toEqual(['fire']);
  expect(seen(shown('yrsa'))).toEqual(['en', 'fem', 'fire', 'to', 'tre']);
  expect(seen(lone)).toEqual([]);
  expect(seen(viewerOf(db, 'tove'))).toEqual([]);
});

test('what became of each, and sending one again ends the earlier link', () => {
  const tove = shown('tove');
  const post = { role: 'owner', organisationId: organisation('Bogladen i Roskilde') } as const;
  const old = at('2026-10-01', () => asked(tove, 'gammel@personer.example', post));
  const taken = asked(tove, 'ja@personer.example', post);
  acceptInvitation(db, taken, { name: 'Ja', locale: 'da' });
  asked(tove, 'fortrudt@personer.example', post);
  const first = asked(tove, 'igen@personer.example', post);
  const states = () =>
    Object.fromEntries(sentInvitations(db, tove).map(({ email, state }) => [email.split('@')[0], state]));
  const idOfSent = (who: string) => sentInvitations(db, tove).find(({ email }) => email.startsWith(who))?.id ?? 0;
  revokeInvitation(db, tove, idOfSent('fortrudt'));
  expect(states()).toEqual({ gammel: 'expired', ja: 'accepted', fortrudt: 'revoked', igen: 'waiting' });
  inviteAgain(db, tove, idOfSent('igen'));
  inviteAgain(db, tove, idOfSent('gammel'));
  expect(states()).toEqual({ gammel: 'waiting', ja: 'accepted', fortrudt: 'revoked', igen: 'waiting' });
  for (const token of [first, old]) expect(findInvitation(db, token)).toBeUndefined();
  for (const who of ['ja', 'fortrudt']) expect(() => inviteAgain(db, tove, idOfSent(who)), who).toThrow(NotFound);
});

test('somebody else’s invitation is not there', () => {
  asked(shown('tove'), 'en@personer.example', { role: 'coordinator', networkId: network('Green Network') });
  const [sent] = sentInvitations(db, shown('tove'));
  const id = sent?.id ?? 0;
  for (const viewer of [bo, shown('karim'), viewerOf(db, 'lone'), viewerOf(db, 'tove')]) {
    expect(findSentInvitation(db, viewer, id)).toBeUndefined();
    expect(() => inviteAgain(db, viewer, id)).toThrow(NotFound);
  }
  inviteAgain(db, shown('yrsa'), id);
});

test('who coordinates the network already is not asked again', () => {
  const post = { role: 'coordinator', networkId: network('Green Network') } as const;
  expect(() => asked(shown('yrsa'), shown('tove').email, post)).toThrow(new Conflict('already-coordinator', 'email'));
  asked(shown('yrsa'), bo.email, post);
});

test('who owes an answer is seen by those who run its network, and what was written is not', () => {
  const karim = viewerOf(db, 'karim');
  accountOf(db, 'jens');
  accountOf(db, 'lone');
  const old = at('2026-11-01', () => ask(db, karim));
  ask(db, karim, { organisationId: gevninge(db), text: 'Et hemmeligt spørgsmål' });
  const seen = (viewer: Viewer) => unansweredWithinReach(db, viewer).map((one) => one.organisation);
  expect(seen(bo)).toEqual(['Hvalsø Grønt', 'Gevninge Tømrer & Snedker ApS']);
  expect(seen(shown('tove'))).toEqual(['Hvalsø Grønt']);
  expect(seen(shown('yrsa'))).toHaveLength(2);
  for (const name of ['lone', 'karim', 'tove'] as const) expect(seen(viewerOf(db, name)), name).toEqual([]);
  expect(unansweredWithinReach(db, bo)[0]).toEqual({
    id: old,
    organisation: 'Hvalsø Grønt',
    slug: 'hvalsoe-groent',
    asker: 'job-centre',
    from: null,
    slot: null,
    sentAt: expect.stringContaining('2026-11-01'),
    isSeen: false,
  });
  expect(JSON.stringify(unansweredWithinReach(db, bo))).not.toMatch(/hemmeligt|Karim/);
  writeMessage(db, viewerOf(db, 'lone'), old, 'Ja, kom forbi.');
  expect(seen(shown('tove'))).toEqual([]);
});
