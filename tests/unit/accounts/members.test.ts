import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { dismissStaff, openAccount, suspendAccount } from '#domain/accounts/commands.ts';
import { askToDeleteAccount } from '#domain/deletions/commands.ts';
import { Conflict, Forbidden, NotFound } from '#domain/errors.ts';
import { changeMemberRole, handOverOrganisation, leaveOrganisation, removeMember } from '#domain/members/commands.ts';
import { isLookedAfter, membersOf } from '#domain/members/queries.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, idOf, viewerOf } from '../../fixtures/people.ts';

let db: Db;
let hvalsoeGroent: number;

beforeEach(() => {
  db = smallDirectory();
  hvalsoeGroent = idOf(db, 'organisations', 'Hvalsø Grønt');
  for (const name of ['lone', 'birgit', 'jens', 'yrsa', 'ida'] as const) accountOf(db, name);
});

const roles = () => membersOf(db, viewerOf(db, 'lone'), hvalsoeGroent).map(({ name, role }) => `${name} ${role}`);

test('those who look after an organisation see each other; nobody else sees them', () => {
  expect(roles()).toEqual(['Lone owner', 'Birgit editor']);
  for (const name of ['jens', 'ida', 'yrsa', 'tove'] as const)
    expect(membersOf(db, viewerOf(db, name), hvalsoeGroent), name).toEqual([]);
});

test('an owner decides who else looks after the organisation', () => {
  const [lone, birgit] = [viewerOf(db, 'lone'), accountOf(db, 'birgit')];
  changeMemberRole(db, lone, hvalsoeGroent, birgit, 'owner');
  expect(roles()).toEqual(['Birgit owner', 'Lone owner']);
  changeMemberRole(db, lone, hvalsoeGroent, birgit, 'editor');
  removeMember(db, lone, hvalsoeGroent, birgit);
  expect(roles()).toEqual(['Lone owner']);
  expect(() => removeMember(db, lone, hvalsoeGroent, birgit)).toThrow(NotFound);
});

test('nobody else does: not an editor, not another organisation’s owner, not an administrator', () => {
  const lone = accountOf(db, 'lone');
  for (const name of ['birgit', 'jens', 'yrsa', 'ida'] as const) {
    const viewer = viewerOf(db, name, { secondFactor: true });
    expect(() => changeMemberRole(db, viewer, hvalsoeGroent, lone, 'editor'), name).toThrow(NotFound);
    expect(() => removeMember(db, viewer, hvalsoeGroent, lone), name).toThrow(NotFound);
    expect(() => handOverOrganisation(db, viewer, hvalsoeGroent, lone), name).toThrow(NotFound);
  }
  expect(roles()).toEqual(['Lone owner', 'Birgit editor']);
});

test('an owner of a moment ago is none any more', () => {
  const lone = viewerOf(db, 'lone');
  handOverOrganisation(db, lone, hvalsoeGroent, accountOf(db, 'birgit'));
  expect(membersOf(db, lone, hvalsoeGroent).map(({ role }) => role)).toEqual(['owner', 'editor']);
  expect(() => removeMember(db, lone, hvalsoeGroent, accountOf(db, 'birgit'))).toThrow(NotFound);
});

test('the last owner cannot leave, be removed, become an editor, or delete the account', () => {
  const lone = viewerOf(db, 'lone');
  expect(() => leaveOrganisation(db, lone, hvalsoeGroent)).toThrow(Conflict);
  expect(() => removeMember(db, lone, hvalsoeGroent, lone.id)).toThrow(Conflict);
  expect(() => changeMemberRole(db, lone, hvalsoeGroent, lone.id, 'editor')).toThrow(Conflict);
  expect(() => askToDeleteAccount(db, lone)).toThrow(Conflict);
  expect(roles()).toEqual(['Lone owner', 'Birgit editor']);
  leaveOrganisation(db, viewerOf(db, 'birgit'), hvalsoeGroent);
  expect(() => leaveOrganisation(db, lone, hvalsoeGroent)).toThrow(Conflict);
});

test('the database itself keeps the last owner, and lets the organisation go as a whole', () => {
  const lone = accountOf(db, 'lone');
  const run = (sql: string) => db.$client.prepare(sql).run(lone);
  expect(() => run('delete from organisation_members where account_id = ?')).toThrow('the last owner stays');
  expect(() => run("update organisation_members set role = 'editor' where account_id = ?")).toThrow('last owner');
  expect(() => run('delete from accounts where id = ?')).toThrow('the last owner stays');
  db.$client.prepare('delete from organisations where id = ?').run(hvalsoeGroent);
  expect(isLookedAfter(db, hvalsoeGroent)).toBe(false);
});

test('of two owners who leave at the same moment, one stays', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'plads-members-')), 'plads.db');
  const shared = smallDirectory(file);
  accountOf(shared, 'lone');
  accountOf(shared, 'ida', { memberOf: { 'Hvalsø Grønt': 'owner' } });
  const start = Date.now() + 1500;
  const results = await Promise.all(
    ['lone', 'ida'].map(async (name) => {
      const program = `
        import { openDatabase } from '#db/open.ts';
        import { leaveOrganisation } from '#domain/members/commands.ts';
        import { findAccountByEmail, findViewer } from '#domain/accounts/queries.ts';
        const db = openDatabase('${file}');
        const viewer = findViewer(db, findAccountByEmail(db, '${name}@personer.example').id, false);
        while (Date.now() < ${start});
        try { leaveOrganisation(db, viewer, viewer.memberOf[0].organisationId); console.log('left'); }
        catch (error) { console.log(error.code); }`;
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
      return stdout.trim();
    }),
  );
  expect(results.sort()).toEqual(['last-owner', 'left']);
  shared.$client.close();
});

test('the last administrator can neither be dismissed nor suspended', () => {
  const yrsa = viewerOf(db, 'yrsa', { secondFactor: true });
  expect(() => dismissStaff(db, yrsa, yrsa.id, 'administrator')).toThrow(Conflict);
  expect(() => suspendAccount(db, yrsa, yrsa.id)).toThrow(Conflict);
  expect(() => askToDeleteAccount(db, yrsa)).toThrow(Conflict);
  expect(() => suspendAccount(db, viewerOf(db, 'lone'), yrsa.id)).toThrow(Forbidden);
});

test('an address has one account, however it is written', () => {
  expect(() => openAccount(db, { email: 'ida@personer.example', name: 'Ida', locale: 'da' })).toThrow(Conflict);
  const insert = db.$client.prepare("insert into accounts (email, name, locale, created_at) values (?, 'x', 'da', '')");
  expect(() => insert.run('IDA@personer.example')).toThrow('UNIQUE');
});
