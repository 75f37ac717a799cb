import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { roleIn } from '#domain/members/queries.ts';
import { decidersFor } from '#domain/networks/people.ts';
import { refuseFlood } from '#domain/requests.ts';
import { timestamp } from '#domain/time.ts';
import { queueMail } from '#mail/outbox.ts';
import { type Application, findListed, isMember } from './queries.ts';
import { type NewOrganisationInput, type Proposed, proposedFrom } from './schema.ts';
import { record } from './steps.ts';

/**
 * Asks a network to take in an organisation that the viewer owns. Returns the application's id.
 *
 * @throws NotFound, Conflict `member-of-network`, `already-applied`, TooMany
 */
export function applyToNetwork(
  db: Db,
  viewer: Viewer,
  networkId: number,
  organisationId: number,
  message: string,
): number {
  return inTransaction(db, () => {
    if (roleIn(db, organisationId, viewer.id) !== 'owner') throw new NotFound();
    if (isMember(db, organisationId, networkId)) throw new Conflict('member-of-network');
    const waiting = "select 1 from applications where network_id = ? and organisation_id = ? and state = 'waiting'";
    if (statement(db, waiting).get(networkId, organisationId)) throw new Conflict('already-applied');
    return insertApplication(db, viewer, networkId, { organisationId, proposed: null, message });
  });
}

/**
 * Asks a network to take in an organisation that is not in the directory. Returns the application's id.
 *
 * @throws NotFound, Invalid, Conflict `listed-already`, `already-applied`, TooMany
 */
export function applyAsNew(
  db: Db,
  viewer: Viewer,
  networkId: number,
  input: NewOrganisationInput,
  message: string,
): number {
  return inTransaction(db, () => {
    if (!statement(db, 'select 1 from postcodes where code = ?').get(input.postcode))
      throw new Invalid({ postcode: 'unknown-postcode' });
    if (input.cvr && findListed(db, input.cvr)) throw new Conflict('listed-already');
    if (statement(db, SAME_WAITING).get({ networkId, cvr: input.cvr, own: viewer.id, name: input.name }))
      throw new Conflict('already-applied');
    return insertApplication(db, viewer, networkId, { organisationId: null, proposed: proposedFrom(input), message });
  });
}

/** Takes one's own application back while it waits. @throws NotFound */
export function withdrawApplication(db: Db, viewer: Viewer, id: number): void {
  inTransaction(db, () => {
    const withdraw = `update applications set state = 'withdrawn', settled_at = ?, settled_by = account_id
      where id = ? and account_id = ? and state = 'waiting' returning id, network_id as networkId`;
    const found = statement<Pick<Application, 'id' | 'networkId'>>(db, withdraw).get(timestamp(), id, viewer.id);
    if (!found) throw new NotFound();
    record(db, viewer, 'withdrawApplication', found);
  });
}

/** Another's for the same number, or one's own for the same name: an association may have no number. */
const SAME_WAITING = `
  select 1 from applications where network_id = @networkId and state = 'waiting' and (
    json_extract(proposed, '$.organisation.cvr') = @cvr
    or (account_id = @own and json_extract(proposed, '$.organisation.name') = @name))`;

const INSERT = `
  insert into applications (account_id, network_id, organisation_id, proposed, message, created_at)
  values (@accountId, @networkId, @organisationId, @proposed, @message, @now) returning id`;

interface Asking {
  organisationId: number | null;
  proposed: Proposed | null;
  message: string;
}

function insertApplication(db: Db, viewer: Viewer, networkId: number, asking: Asking): number {
  const network = statement<{ name: string }>(db, 'select name from networks where id = ?').get(networkId);
  if (!network) throw new NotFound();
  refuseFlood(db, 'applications', viewer.id);
  const { organisationId, proposed, message } = asking;
  const values = { accountId: viewer.id, networkId, organisationId, message, now: timestamp() };
  const { id } = statement<{ id: number }>(db, INSERT).get({
    ...values,
    proposed: proposed && JSON.stringify(proposed),
  }) ?? { id: 0 };
  record(db, viewer, 'applyToNetwork', { id, networkId }, organisationId ? { organisation: organisationId } : {});
  const place = proposed?.organisation.name ?? nameOf(db, organisationId);
  const told = { place, network: network.name, person: viewer.name, email: viewer.email, message };
  for (const { accountId, email: to, locale } of decidersFor(db, [networkId]))
    if (accountId !== viewer.id)
      queueMail(db, {
        to,
        locale,
        name: 'application-waiting',
        values: { ...told, path: `/koordinator/ansoegninger/${id}` },
      });
  return id;
}

const nameOf = (db: Db, id: number | null): string =>
  statement<{ name: string }>(db, 'select name from organisations where id = ?').get(id)?.name ?? '';
