import type { COMMITMENT_STATES } from '#db/schema/commitments.ts';

export const COMMITMENT_STATUSES = ['active', 'kept', 'late', 'withdrawn'] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

/** Lateness shows by itself: nobody has to mark an overdue promise. @param today YYYY-MM-DD */
export function statusOf(
  commitment: { state: (typeof COMMITMENT_STATES)[number]; reviewOn: string },
  today: string,
): CommitmentStatus {
  return commitment.state === 'active' && commitment.reviewOn < today ? 'late' : commitment.state;
}
