import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { commitmentChanges, commitmentGoals, commitments, themes } from '#db/schema/commitments.ts';
import { goals } from '#db/schema/goals.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { today } from '#domain/time.ts';
import { type CommitmentStatus, statusOf } from './rules.ts';

export type Theme = typeof themes.$inferSelect;
export type Goal = typeof goals.$inferSelect;

export interface Commitment {
  id: number;
  theme: string;
  goals: number[];
  statement: string;
  measure: string;
  evidence: { label: string; url: string } | null;
  /** All days are YYYY-MM-DD. */
  madeOn: string;
  reviewOn: string;
  settledOn: string | null;
  reason: string | null;
  status: CommitmentStatus;
  /** What became of it between the making and the settling, the oldest first. */
  history: LedgerEntry[];
}

/** What a promise said before it was changed, or before it got more time. */
export interface LedgerEntry {
  /** YYYY-MM-DD */
  on: string;
  kind: 'changed' | 'extended';
  statementBefore: string;
  measureBefore: string;
  reviewOnBefore: string;
  reviewOn: string;
  reason: string | null;
}

/** A commitment as those see it who look after its organisation: ready to be put into a form. */
export interface MemberCommitment extends Commitment {
  organisationId: number;
  edition: number;
}

/** Nothing for a commitment of an organisation that the viewer does not look after. */
export function findCommitmentForMember(db: Db, viewer: Viewer, id: number): MemberCommitment | undefined {
  const row = db.select().from(commitments).where(eq(commitments.id, id)).get();
  if (!row || !looksAfter(viewer, row.organisationId)) return undefined;
  const found = commitmentsOf(db, row.organisationId).find((one) => one.id === id);
  return found && { ...found, organisationId: row.organisationId, edition: row.edition };
}

/** An organisation's ledger: what is going on first, then what is late, kept, withdrawn; the newest first within each. */
export function commitmentsOf(db: Db, organisationId: number): Commitment[] {
  const rows = db.select().from(commitments).where(eq(commitments.organisationId, organisationId)).all();
  const ids = rows.map((row) => row.id);
  const links = db
    .select()
    .from(commitmentGoals)
    .where(inArray(commitmentGoals.commitmentId, ids))
    .orderBy(asc(commitmentGoals.goal))
    .all();
  const changes = db
    .select()
    .from(commitmentChanges)
    .where(inArray(commitmentChanges.commitmentId, ids))
    .orderBy(asc(commitmentChanges.id))
    .all();
  const day = today();
  return rows
    .map((row) => ({
      id: row.id,
      theme: row.theme,
      goals: links.filter((link) => link.commitmentId === row.id).map((link) => link.goal),
      statement: row.statement,
      measure: row.measure,
      evidence: row.evidenceUrl ? { label: row.evidenceLabel ?? row.evidenceUrl, url: row.evidenceUrl } : null,
      madeOn: row.madeOn,
      reviewOn: row.reviewOn,
      settledOn: row.settledOn,
      reason: row.reason,
      status: statusOf(row, day),
      history: changes
        .filter((change) => change.commitmentId === row.id)
        .map(({ id: _id, commitmentId: _commitmentId, ...entry }) => entry),
    }))
    .sort((a, b) => rank(a) - rank(b) || (b.settledOn ?? b.madeOn).localeCompare(a.settledOn ?? a.madeOn));
}

export function allThemes(db: Db): Theme[] {
  return db.select().from(themes).all();
}

export function allGoals(db: Db): Goal[] {
  return db.select().from(goals).orderBy(asc(goals.nr)).all();
}

const ORDER: readonly CommitmentStatus[] = ['active', 'late', 'kept', 'withdrawn'];
const rank = (commitment: Commitment) => ORDER.indexOf(commitment.status);

export interface KeptCommitment {
  statement: string;
  settledOn: string;
  organisation: { slug: string; name: string };
}

/** The promises that were kept last, in the whole directory, at most one of each organisation. */
export function newestKeptCommitments(db: Db, count: number): KeptCommitment[] {
  const rows = statement<{ statement: string; settledOn: string; slug: string; name: string }>(db, NEWEST_KEPT).all(
    count,
  );
  return rows.map(({ slug, name, ...commitment }) => ({ ...commitment, organisation: { slug, name } }));
}

const NEWEST_KEPT = `
  select commitments.statement, max(commitments.settled_on) as settledOn, organisations.slug, organisations.name
  from commitments join organisations on organisations.id = commitments.organisation_id
  where commitments.state = 'kept' and commitments.evidence_url is not null and ${isShown('organisations.id')}
  group by organisations.id order by settledOn desc limit ?`;
