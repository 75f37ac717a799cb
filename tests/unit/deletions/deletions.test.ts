import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { findViewer } from '#domain/accounts/queries.ts';
import { newestKeptCommitments } from '#domain/commitments/queries.ts';
import {
  askToDeleteAccount,
  askToDeleteOrganisation,
  keepAccount,
  keepOrganisation,
} from '#domain/deletions/commands.ts';
import { accountDeletionOf, organisationDeletionOf, organisationsInTheWay } from '#domain/deletions/queries.ts';
import { removeWhatIsDue } from '#domain/deletions/removal-commands.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { leaveOrganisation } from '#domain/members/commands.ts';
import { allNetworks } from '#domain/networks/queries.ts';
import { renameOrganisation } from '#domain/organisations/commands.ts';
import { findOrganisation, findRenamedOrganisation } from '#domain/organisations/queries.ts';
import { publicPages } from '#domain/public-pages/queries.ts';
import { dueReminders } from '#domain/reminders/queries.ts';
import { sessionsOf } from '#domain/sessions/queries.ts';
import { countOpenSlots, findSlot, newestSlots } from '#domain/slots/queries.ts';
import { addDays, today } from '#domain/time.ts';
import { startSession } from '#lib/sessions.ts';
import { countMails, takeMail } from '#mail/outbox.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { suggest } from '#search/suggest.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, idOf, viewerOf } from '../../fixtures/people.ts';

let db: Db;
let hvalsoeGroent: number;

beforeEach(() => {
  db = smallDirectory();
  hvalsoeGroent = idOf(db, 'organisations', 'Hvalsø Grønt');
  for (const name of ['lone', 'birgit', 'jens', 'yrsa'] as const) accountOf(db, name);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const verbs = () => db.$client.prepare('select verb from events order by id desc limit 3').pluck().all();
const ownerToo = () => accountOf(db, 'ida', { memberOf: { 'Hvalsø Grønt': 'owner' } });
const FOLDERS = { pictures: '/nonexistent/pictures', mails: '/nonexistent/mails' };

test('an account waits for two weeks, is signed out everywhere, and its owner is told how to undo it', async () => {
  const birgit = viewerOf(db, 'birgit');
  await startSession(db, birgit.id, { method: 'link', device: 'Firefox, Windows', secondFactor: false });
  askToDeleteAccount(db, birgit);
  askToDeleteAccount(db, birgit);
  expect(accountDeletionOf(db, birgit.id)?.dueAt.slice(0, 10)).toBe(inDays(14).toISOString().slice(0, 10));
  expect(sessionsOf(db, birgit.id)).toEqual([]);
  expect(countMails(db).waiting).toBe(1);
  expect(takeMail(db)?.read()).toMatchObject({ to: birgit.email, name: 'account-deletion' });
  // Whoever signs in again is who they were.
  expect(findViewer(db, birgit.id, false)).toMatchObject({ name: 'Birgit', memberOf: [{ role: 'editor' }] });
  expect(await removeWhatIsDue(db, FOLDERS, inDays(13))).toMatchObject({ accounts: 0 });
  keepAccount(db, birgit);
  keepAccount(db, birgit);
  expect(verbs()[0]).toBe('keepAccount');
  expect(await removeWhatIsDue(db, FOLDERS, inDays(15))).toMatchObject({ accounts: 0, held: 0 });
  expect(findViewer(db, birgit.id, false)).toBeDefined();
});

test('the last owner of something is refused, and shown what of', () => {
  const lone = viewerOf(db, 'lone');
  expect(() => askToDeleteAccount(db, lone)).toThrow(new Conflict('last-owner'));
  expect(organisationsInTheWay(db, lone.id).map(({ name }) => name)).toEqual(['Hvalsø Grønt']);
  expect(accountDeletionOf(db, lone.id)).toBeUndefined();
  expect(() => askToDeleteAccount(db, viewerOf(db, 'yrsa'))).toThrow(new Conflict('last-administrator'));
});

test('of two owners only one can be about to go', () => {
  const lone = viewerOf(db, 'lone');
  ownerToo();
  const ida = viewerOf(db, 'ida');
  askToDeleteAccount(db, lone);
  expect(() => askToDeleteAccount(db, ida)).toThrow(Conflict);
  expect(() => leaveOrganisation(db, ida, hvalsoeGroent)).toThrow(Conflict);
  keepAccount(db, lone);
  leaveOrganisation(db, ida, hvalsoeGroent);
});

test('an owner whose organisation is about to go waits for it, and is held should it stay after all', async () => {
  const lone = viewerOf(db, 'lone');
  askToDeleteOrganisation(db, lone, hvalsoeGroent, 'Hvalsø Grønt');
  askToDeleteAccount(db, viewerOf(db, 'lone'));
  expect(accountDeletionOf(db, lone.id)?.dueAt).toBe(organisationDeletionOf(db, hvalsoeGroent)?.dueAt);
  keepOrganisation(db, lone, hvalsoeGroent);
  expect(await removeWhatIsDue(db, FOLDERS, inDays(31))).toEqual({ organisations: 0, accounts: 0, held: 1 });
  expect(findViewer(db, lone.id, false)?.memberOf).toHaveLength(1);
  askToDeleteOrganisation(db, lone, hvalsoeGroent, 'Hvalsø Grønt');
  expect(await removeWhatIsDue(db, FOLDERS, inDays(31))).toEqual({ organisations: 1, accounts: 1, held: 0 });
});

test('only an owner can have an organisation deleted, by typing its name', () => {
  const lone = viewerOf(db, 'lone');
  for (const name of ['birgit', 'jens', 'yrsa'] as const) {
    const viewer = viewerOf(db, name, { secondFactor: true });
    expect(() => askToDeleteOrganisation(db, viewer, hvalsoeGroent, 'Hvalsø Grønt'), name).toThrow(NotFound);
    expect(() => keepOrganisation(db, viewer, hvalsoeGroent), name).toThrow(NotFound);
  }
  expect(() => askToDeleteOrganisation(db, lone, hvalsoeGroent, 'Hvalsø')).toThrow(Invalid);
  expect(organisationDeletionOf(db, hvalsoeGroent)).toBeUndefined();
  askToDeleteOrganisation(db, lone, hvalsoeGroent, '  hvalsø  GRØNT ');
  expect(organisationDeletionOf(db, hvalsoeGroent)?.dueAt.slice(0, 10)).toBe(inDays(30).toISOString().slice(0, 10));
});

test('the other owners are told, in their language, and by whom', () => {
  ownerToo();
  db.$client.exec(`update accounts set locale = 'en' where name = 'Ida'`);
  askToDeleteOrganisation(db, viewerOf(db, 'lone'), hvalsoeGroent, 'Hvalsø Grønt');
  expect(countMails(db).waiting).toBe(1);
  expect(takeMail(db)?.read()).toMatchObject({
    to: 'ida@personer.example',
    locale: 'en',
    name: 'organisation-deletion',
    values: { organisation: 'Hvalsø Grønt', by: 'Lone' },
  });
});

/** Everywhere that the public meets Hvalsø Grønt, as places that show it. */
async function seenIn(): Promise<string[]> {
  const engine = embeddedEngine(db);
  const query = { text: '', filters: {}, sort: 'name', page: 1, pageSize: 50 } as const;
  const organisations = await engine.search({ ...query, kind: 'organisations' });
  const slots = await engine.search({ ...query, kind: 'slots' });
  const slotId = (db.$client.prepare(`select id from slots where slug = 'hjaelper-i-drivhuset'`).pluck().get() ??
    0) as number;
  const seen: Record<string, boolean> = {
    page: findOrganisation(db, 'hvalsoe-groent') !== undefined,
    redirect: findRenamedOrganisation(db, 'hvalsoe-groent') !== undefined,
    slotPage: findSlot(db, 'hjaelper-i-drivhuset') !== undefined,
    search: organisations.hits.some(({ id }) => id === hvalsoeGroent),
    slotSearch: slots.hits.some(({ id }) => id === slotId),
    suggestions: suggest({ db, engine }, 'hvalsø grønt', 'da').some(({ kind }) => kind === 'organisations'),
    sitemap: publicPages(db, 0, 500).some(({ path }) => /hvalsoe-groent|hjaelper-i-drivhuset/.test(path)),
    newest: newestSlots(db, 50).some(({ id }) => id === slotId),
    count: countOpenSlots(db) === 3,
    networks: allNetworks(db).some(({ keptCommitments }) => keptCommitments > 0),
    kept: newestKeptCommitments(db, 9).length > 0,
    reminders: dueReminders(db, addDays(today(), 87)).some(({ organisationId }) => organisationId === hvalsoeGroent),
  };
  return Object.keys(seen).filter((place) => seen[place]);
}

test('while it waits, nobody meets it anywhere; when an owner changes their mind, everybody does', async () => {
  const lone = viewerOf(db, 'lone');
  const before = await seenIn();
  expect(before).toHaveLength(12);
  askToDeleteOrganisation(db, lone, hvalsoeGroent, 'Hvalsø Grønt');
  expect(await seenIn()).toEqual([]);
  expect(viewerOf(db, 'birgit').memberOf[0]?.leavesAt).toBe(organisationDeletionOf(db, hvalsoeGroent)?.dueAt);
  // Nothing that happens to it meanwhile brings it back.
  renameOrganisation(db, 'test', hvalsoeGroent, 'Hvalsø Grønt');
  expect(await seenIn()).toEqual([]);
  keepOrganisation(db, lone, hvalsoeGroent);
  keepOrganisation(db, lone, hvalsoeGroent);
  expect(await seenIn()).toEqual(before);
  expect(verbs()[0]).toBe('keepOrganisation');
});
