import type { Db } from '#db/open.ts';
import type { MEMBER_ROLES, STAFF_ROLES } from '#db/schema/accounts.ts';
import { statement } from '#db/statement.ts';
import { rotateSessionsOf } from '#domain/sessions/steps.ts';
import { timestamp, today } from '#domain/time.ts';
import type { AccountInput } from './schema.ts';

/*
 * Steps that verbs of several nouns take (an invitation, a claim, the demo network): inside the verb's transaction,
 * after its own rule, before its own event.
 */

/** @returns the new account's id */
export function insertAccount(db: Db, { email, name, locale }: AccountInput, demo = false): number {
  const inserted = statement<{ id: number }>(
    db,
    'insert into accounts (email, name, locale, demo, created_at) values (?, ?, ?, ?, ?) returning id',
  ).get(email, name, locale, Number(demo), timestamp());
  return inserted?.id ?? 0;
}

/** Makes the account look after an organisation. Who does so already is never made less than that. */
export function insertMember(
  db: Db,
  accountId: number,
  organisationId: number,
  role: (typeof MEMBER_ROLES)[number],
): void {
  statement(
    db,
    `insert into organisation_members (account_id, organisation_id, role, since) values (@accountId, @organisationId, @role, @since)
     on conflict do update set role = 'owner' where excluded.role = 'owner'`,
  ).run({ accountId, organisationId, role, since: today() });
  rotateSessionsOf(db, accountId);
}

export function insertCoordinator(db: Db, accountId: number, networkId: number): void {
  statement(
    db,
    'insert into network_coordinators (account_id, network_id, since) values (?, ?, ?) on conflict do nothing',
  ).run(accountId, networkId, today());
  rotateSessionsOf(db, accountId);
}

export function insertStaff(db: Db, accountId: number, role: (typeof STAFF_ROLES)[number]): void {
  statement(db, 'insert into staff (account_id, role, since) values (?, ?, ?) on conflict do nothing').run(
    accountId,
    role,
    today(),
  );
  rotateSessionsOf(db, accountId);
}
