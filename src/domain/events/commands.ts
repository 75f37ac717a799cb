import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';

/** Where to look up whose log an event about a noun belongs into. Events about other nouns are in nobody's. */
const ORGANISATION_OF: Partial<Record<Event['noun'], string>> = {
  organisation: 'select ? as organisationId',
  slot: 'select organisation_id as organisationId from slots where id = ?',
  'slot-draft': 'select organisation_id as organisationId from slot_drafts where id = ?',
  commitment: 'select organisation_id as organisationId from commitments where id = ?',
  enquiry: 'select organisation_id as organisationId from enquiries where id = ?',
  membership: 'select organisation_id as organisationId from memberships where id = ?',
};

export interface Event {
  /** `import`, `system`, or the account that did it. Never a name or an address. */
  actor: string;
  /** What was done, as the verb is called in code. */
  verb: string;
  noun:
    | 'organisation'
    | 'network'
    | 'membership'
    | 'commitment'
    | 'slot'
    | 'slot-draft'
    | 'account'
    | 'invitation'
    | 'enquiry'
    | 'enquiry-template'
    | 'approach'
    | 'colleague-request'
    | 'employer-list'
    | 'need'
    | 'outcome'
    | 'saved-search'
    | 'setting';
  nounId: number;
  /** Facts about the change; nothing personal. */
  detail?: Record<string, unknown>;
}

/** Writes down what a verb did, in the verb's transaction. The one command that every noun may call. */
export function recordEvent(db: Db, { actor, verb, noun, nounId, detail }: Event): void {
  const home = ORGANISATION_OF[noun];
  const found = home ? statement<{ organisationId: number }>(db, home).get(nounId) : undefined;
  statement(
    db,
    'insert into events (at, actor, verb, noun, noun_id, organisation_id, detail) values (?, ?, ?, ?, ?, ?, ?)',
  ).run(timestamp(), actor, verb, noun, nounId, found?.organisationId ?? null, detail ? JSON.stringify(detail) : null);
}
