import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';
import { type RetiredKind, retiredHash } from './queries.ts';

/** Keeps the addresses of an organisation and of its slots from ever being given to somebody else. */
export function retireSlugs(db: Db, organisationId: number): void {
  const retire = statement(db, 'insert or ignore into retired_slugs (hash, retired_at) values (?, ?)');
  const now = timestamp();
  for (const { kind, slug } of statement<{ kind: RetiredKind; slug: string }>(db, SLUGS).all({ organisationId }))
    retire.run(retiredHash(db, kind, slug), now);
}

const SLUGS = `
  select 'organisation' as kind, slug from organisation_slugs where organisation_id = @organisationId
  union select 'organisation', slug from organisations where id = @organisationId
  union select 'slot', slug from slots where organisation_id = @organisationId`;

/**
 * Takes away what names a person beside their account's own rows, which go with it: what they asked as a visitor,
 * invitations to their address, and that they are the contact person of an organisation which they look after.
 */
export function forgetPerson(db: Db, accountId: number, { email, name }: { email: string; name: string }): void {
  const values = { accountId, email, name };
  for (const text of TRACES) statement(db, text).run(values);
}

const THEIRS = 'organisation_id in (select organisation_id from organisation_members where account_id = @accountId)';

/** An edition more, so that a form that is open somewhere does not write the name back. */
const TRACES = [
  'delete from enquiries where lower(visitor_email) = lower(@email)',
  'delete from invitations where lower(email) = lower(@email) or accepted_by = @accountId',
  `update organisations set edition = edition + 1 where id in (
     select organisation_id from contacts where lower(email) = lower(@email) or (name = @name and ${THEIRS}))`,
  `delete from contacts where lower(email) = lower(@email) or (name = @name and ${THEIRS})`,
  `update slots set contact_name = null, edition = edition + 1 where contact_name = @name and ${THEIRS}`,
  `update slot_drafts set data = json_set(data, '$.contactName', null), edition = edition + 1
   where json_extract(data, '$.contactName') = @name and ${THEIRS}`,
];
