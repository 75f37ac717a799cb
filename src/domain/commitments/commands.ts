import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { commitmentChanges, commitmentGoals, commitments, themes } from '#db/schema/commitments.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { today } from '#domain/time.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import type { CommitmentChange, CommitmentEvidence, CommitmentExtension, CommitmentInput } from './schema.ts';

type Row = typeof commitments.$inferSelect;

/** Makes a public promise. Returns its id. @throws Invalid, NotFound */
export function makeCommitment(db: Db, who: Who, organisationId: number, input: CommitmentInput): number {
  return inTransaction(db, () => {
    kept(who, { organisationId });
    checkTheme(db, input.theme);
    if (input.reviewOn <= input.madeOn) throw new Invalid({ reviewOn: 'review-past' });
    const { goals, ...plain } = input;
    const { id } = db
      .insert(commitments)
      .values({ ...plain, organisationId })
      .returning({ id: commitments.id })
      .get();
    putGoals(db, id, goals);
    recordEvent(db, { actor: nameOf(who), verb: 'makeCommitment', noun: 'commitment', nounId: id });
    indexOrganisations(db, [organisationId]);
    return id;
  });
}

/**
 * Changes a promise that is still going on. What it said before stays in the ledger for everybody to see.
 *
 * @param edition the one that the change began from
 * @throws Invalid, Conflict (`changed-meanwhile`, `commitment-settled`), NotFound
 */
export function changeCommitment(db: Db, who: Who, id: number, edition: number, input: CommitmentChange): void {
  inTransaction(db, () => {
    const before = active(db, who, id);
    if (before.edition !== edition) throw new Conflict('changed-meanwhile');
    checkTheme(db, input.theme);
    // A later day is an extension, which says why.
    if (input.reviewOn > before.reviewOn) throw new Invalid({ reviewOn: 'review-later' });
    if (input.reviewOn < before.reviewOn && input.reviewOn <= today()) throw new Invalid({ reviewOn: 'review-past' });
    const { goals, ...plain } = input;
    const isOther = (['statement', 'measure', 'reviewOn'] as const).some((field) => plain[field] !== before[field]);
    if (isOther) writeDown(db, before, { kind: 'changed', reviewOn: input.reviewOn });
    db.delete(commitmentGoals).where(eq(commitmentGoals.commitmentId, id)).run();
    putGoals(db, id, goals);
    put(db, who, before, 'changeCommitment', plain);
  });
}

/** Gives a promise more time, late or not. @throws Invalid, Conflict `commitment-settled`, NotFound */
export function extendCommitment(db: Db, who: Who, id: number, { reviewOn, reason }: CommitmentExtension): void {
  inTransaction(db, () => {
    const before = active(db, who, id);
    if (reviewOn <= before.reviewOn || reviewOn <= today()) throw new Invalid({ reviewOn: 'review-past' });
    writeDown(db, before, { kind: 'extended', reviewOn, reason });
    put(db, who, before, 'extendCommitment', { reviewOn });
  });
}

/**
 * Says that a promise was kept, and shows it.
 *
 * @param settledOn YYYY-MM-DD
 * @param evidence in the place of what is there; needed where there is none
 * @throws Invalid, Conflict `commitment-settled`, NotFound
 */
export function keepCommitment(db: Db, who: Who, id: number, settledOn: string, evidence?: CommitmentEvidence): void {
  inTransaction(db, () => {
    const before = active(db, who, id);
    const shown = evidence?.evidenceUrl ? evidence : {};
    if (!before.evidenceUrl && !evidence?.evidenceUrl) throw new Invalid({ evidenceUrl: 'evidence-missing' });
    put(db, who, before, 'keepCommitment', { ...shown, state: 'kept', settledOn });
  });
}

/**
 * Takes a promise back, with a word why for everybody to read.
 *
 * @param settledOn YYYY-MM-DD
 * @throws Invalid, Conflict `commitment-settled`, NotFound
 */
export function withdrawCommitment(db: Db, who: Who, id: number, settledOn: string, reason: string): void {
  inTransaction(db, () => {
    const before = active(db, who, id);
    if (!reason.trim()) throw new Invalid({ reason: 'missing' });
    put(db, who, before, 'withdrawCommitment', { state: 'withdrawn', settledOn, reason });
  });
}

/** One that is neither kept nor withdrawn: a settled promise is history. */
function active(db: Db, who: Who, id: number): Row {
  const found = kept(who, db.select().from(commitments).where(eq(commitments.id, id)).get());
  if (found.state !== 'active') throw new Conflict('commitment-settled');
  return found;
}

function checkTheme(db: Db, theme: string): void {
  if (!db.select().from(themes).where(eq(themes.id, theme)).get()) throw new Invalid({ theme: 'unknown-theme' });
}

function putGoals(db: Db, commitmentId: number, goals: number[]): void {
  db.insert(commitmentGoals)
    .values(goals.map((goal) => ({ commitmentId, goal })))
    .run();
}

function writeDown(
  db: Db,
  before: Row,
  change: { kind: 'changed' | 'extended'; reviewOn: string; reason?: string },
): void {
  const { id: commitmentId, statement, measure, reviewOn } = before;
  db.insert(commitmentChanges)
    .values({
      ...change,
      commitmentId,
      on: today(),
      statementBefore: statement,
      measureBefore: measure,
      reviewOnBefore: reviewOn,
    })
    .run();
}

function put(db: Db, who: Who, before: Row, verb: string, changes: Partial<typeof commitments.$inferInsert>): void {
  db.update(commitments)
    .set({ ...changes, edition: before.edition + 1 })
    .where(eq(commitments.id, before.id))
    .run();
  recordEvent(db, { actor: nameOf(who), verb, noun: 'commitment', nounId: before.id });
  indexOrganisations(db, [before.organisationId]);
}
