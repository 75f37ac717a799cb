import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { commitmentChanges, commitmentGoals, commitments, themes } from '#db/schema/commitments.ts';
import { statement } from '#db/statement.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { isMade } from '#domain/edition.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { today } from '#domain/time.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import type { CommitmentChange, CommitmentEvidence, CommitmentExtension, CommitmentInput } from './schema.ts';

type Row = typeof commitments.$inferSelect;

/**
 * Makes a public promise. Returns its id; the same promise made on the same day is there already.
 *
 * @param evidenceFile name of a file (evidence.ts), shown in the place of a link
 * @throws Invalid, NotFound
 */
export function makeCommitment(
  db: Db,
  who: Who,
  organisationId: number,
  input: CommitmentInput,
  evidenceFile: string | null = null,
): number {
  return inTransaction(db, () => {
    kept(who, { organisationId });
    const twin = statement<{ id: number }>(db, TWIN).get({ ...input, organisationId });
    if (twin) return twin.id;
    checkTheme(db, input.theme);
    if (input.reviewOn <= input.madeOn) throw new Invalid({ reviewOn: 'review-past' });
    const { goals, ...plain } = input;
    const { id } = db
      .insert(commitments)
      .values({ ...plain, organisationId, ...shown(input, evidenceFile) })
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
    if (isMade(edition, { edition: before.edition, says: promiseOf(db, before) }, promiseOf(db, before, input))) return;
    checkTheme(db, input.theme);
    // A later day is an extension, which says why.
    if (input.reviewOn > before.reviewOn) throw new Invalid({ reviewOn: 'review-later' });
    if (input.reviewOn < before.reviewOn && input.reviewOn <= today()) throw new Invalid({ reviewOn: 'review-past' });
    const { theme, goals, statement, measure, reviewOn } = input;
    const plain = { theme, statement, measure, reviewOn };
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
 * @param evidenceFile name of a file (evidence.ts), shown in the place of a link
 * @returns the file that is shown no longer, if any
 * @throws Invalid, Conflict `commitment-settled`, NotFound
 */
export function keepCommitment(
  db: Db,
  who: Who,
  id: number,
  settledOn: string,
  evidence?: CommitmentEvidence,
  evidenceFile: string | null = null,
): string | null {
  return inTransaction(db, () => {
    const before = active(db, who, id);
    const isNew = Boolean(evidenceFile || evidence?.evidenceUrl);
    if (!isNew && !hasEvidence(before)) throw new Invalid({ evidenceUrl: 'evidence-missing' });
    put(db, who, before, 'keepCommitment', {
      ...(isNew && shown(evidence, evidenceFile)),
      state: 'kept',
      settledOn,
    });
    return isNew ? before.evidenceFile : null;
  });
}

/**
 * Shows something else as evidence. A file stays where neither a link nor another file takes its place.
 *
 * @param edition the one that the change began from
 * @param evidenceFile name of a file (evidence.ts), shown in the place of a link
 * @returns the file that is shown no longer, if any
 * @throws Invalid, Conflict (`changed-meanwhile`, `commitment-settled`), NotFound
 */
export function showEvidence(
  db: Db,
  who: Who,
  id: number,
  edition: number,
  evidence: CommitmentEvidence,
  evidenceFile: string | null = null,
): string | null {
  return inTransaction(db, () => {
    const before = kept(who, find(db, id));
    if (before.state === 'withdrawn') throw new Conflict('commitment-settled');
    const next = shown(evidence, evidenceFile ?? (evidence.evidenceUrl ? null : before.evidenceFile));
    const { evidenceLabel, evidenceUrl, evidenceFile: file } = before;
    const now = { evidenceLabel, evidenceUrl, evidenceFile: file };
    if (isMade(edition, { edition: before.edition, says: now }, next)) return null;
    if (before.state === 'kept' && !hasEvidence(next)) throw new Invalid({ evidenceUrl: 'evidence-missing' });
    put(db, who, before, 'showEvidence', next);
    return next.evidenceFile === before.evidenceFile ? null : before.evidenceFile;
  });
}

/**
 * Shows no evidence any longer of a promise that is going on.
 *
 * @returns the file that is shown no longer, if any
 * @throws Conflict `commitment-settled`, NotFound
 */
export function hideEvidence(db: Db, who: Who, id: number): string | null {
  return inTransaction(db, () => {
    const before = active(db, who, id);
    put(db, who, before, 'hideEvidence', shown(undefined, null));
    return before.evidenceFile;
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

const TWIN = `
  select id from commitments where organisation_id = @organisationId and theme = @theme and statement = @statement
    and measure = @measure and made_on = @madeOn and review_on = @reviewOn`;

const find = (db: Db, id: number) => db.select().from(commitments).where(eq(commitments.id, id)).get();

const hasEvidence = (row: Pick<Row, 'evidenceUrl' | 'evidenceFile'>) => Boolean(row.evidenceUrl ?? row.evidenceFile);

/** A link or a file, never both. */
function shown(evidence: CommitmentEvidence | undefined, evidenceFile: string | null) {
  const { evidenceLabel = null, evidenceUrl = null } = evidence ?? {};
  return { evidenceLabel, evidenceUrl: evidenceFile ? null : evidenceUrl, evidenceFile };
}

/** One that is neither kept nor withdrawn: a settled promise is history. */
function active(db: Db, who: Who, id: number): Row {
  const found = kept(who, find(db, id));
  if (found.state !== 'active') throw new Conflict('commitment-settled');
  return found;
}

/** What a form can change of a promise; its goals in their own order. */
function promiseOf(db: Db, row: Row, input?: CommitmentChange): Record<string, unknown> {
  const { theme, statement, measure, reviewOn } = input ?? row;
  return {
    theme,
    statement,
    measure,
    reviewOn,
    goals: [...(input?.goals ?? goalsOf(db, row.id))].sort((a, b) => a - b),
  };
}

const goalsOf = (db: Db, id: number): number[] =>
  db
    .select()
    .from(commitmentGoals)
    .where(eq(commitmentGoals.commitmentId, id))
    .all()
    .map(({ goal }) => goal);

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
