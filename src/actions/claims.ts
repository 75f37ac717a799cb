import { z } from 'zod';
import { approveClaim, claimOrganisation, declineClaim, withdrawClaim } from '#domain/claims/commands.ts';
import type { Claim } from '#domain/claims/queries.ts';
import { message, reason, role, word } from '#domain/claims/schema.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { memberPath } from '#lib/member-page.ts';
import { nextPageOf } from '#lib/next-page.ts';

const claim = z.number('not-a-choice');
/** Where it was decided: at a coordinator's desk, or among an organisation's people. */
const back = z.enum(['desk', 'people'], 'not-a-choice');

export const claims = {
  claim: defineForm({
    access: 'signed-in',
    schema: z.object({ organisation: z.number('not-a-choice'), message }),
    run({ db, viewer, request }, { organisation, message }) {
      const { isLetIn, slug, name } = claimOrganisation(db, viewer, organisation, message);
      if (!isLetIn) return { to: `/virksomheder/${slug}/overtag`, notice: { key: 'claim.sent' } };
      return { to: nextPageOf(request, memberPath(slug)), notice: { key: 'claim.letIn', values: { name } } };
    },
  }),
  withdraw: defineForm({
    access: 'signed-in',
    schema: z.object({ claim }),
    run({ db, viewer }, { claim }) {
      withdrawClaim(db, viewer, claim);
      return { to: '/medlem', notice: { key: 'claim.withdrawn' } };
    },
  }),
  /** Owners decide as well as coordinators, so the domain says who may. */
  approve: defineForm({
    access: 'signed-in',
    schema: z.object({ claim, back, role, word }),
    run({ db, viewer }, { claim, back, role, word }) {
      return decided(approveClaim(db, viewer, claim, role, word), back, 'claim.approved');
    },
  }),
  decline: defineForm({
    access: 'signed-in',
    schema: z.object({ claim, back, reason }),
    run({ db, viewer }, { claim, back, reason }) {
      return decided(declineClaim(db, viewer, claim, reason), back, 'claim.wasDeclined');
    },
  }),
};

function decided({ person, slug }: Claim, back: 'desk' | 'people', key: 'claim.approved' | 'claim.wasDeclined'): Done {
  return { to: back === 'desk' ? '/koordinator' : memberPath(slug, 'folk'), notice: { key, values: { person } } };
}
