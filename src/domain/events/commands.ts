import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';

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
    | 'setting';
  nounId: number;
  /** Facts about the change; nothing personal. */
  detail?: Record<string, unknown>;
}

/** Writes down what a verb did, in the verb's transaction. The one command that every noun may call. */
export function recordEvent(db: Db, { actor, verb, noun, nounId, detail }: Event): void {
  statement(db, 'insert into events (at, actor, verb, noun, noun_id, detail) values (?, ?, ?, ?, ?, ?)').run(
    timestamp(),
    actor,
    verb,
    noun,
    nounId,
    detail ? JSON.stringify(detail) : null,
  );
}
