import { z } from 'zod';
import { findWithinReach } from '#domain/desk/queries.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { cvrFrom } from '#domain/imports/values.ts';
import { invite, inviteAgain, revokeInvitation } from '#domain/invitations/commands.ts';
import { memberInvitationInput } from '#domain/invitations/schema.ts';
import { findSentInvitation } from '#domain/invitations/within-reach.ts';
import { environment } from '#lib/environment.ts';
import { type Done, defineForm } from '#lib/forms.ts';

const invitation = z.number('not-a-choice');
const { email } = memberInvitationInput.shape;
/** A number as people write it, and no slug. */
const WRITTEN_CVR = /^(?:DK|CVR)?[\s\d.:-]+$/i;

export const desk = {
  /** `organisation` is a slug where one chose from the list, or a CVR number. */
  inviteMember: defineForm({
    access: 'coordinator',
    schema: memberInvitationInput.extend({ organisation: z.string().min(1, 'missing') }),
    run({ db, viewer, locale }, { organisation, email, role }) {
      const key = WRITTEN_CVR.test(organisation) ? (cvrFrom(organisation) ?? '') : organisation;
      const found = findWithinReach(db, viewer, key);
      if (!found) throw new Conflict('not-in-your-network', 'organisation');
      invite(db, viewer, { email, post: { role, organisationId: found.id }, locale });
      return invited(email);
    },
  }),
  inviteCoordinator: defineForm({
    access: 'coordinator',
    schema: z.object({ email, network: z.number('not-a-choice') }),
    run({ db, viewer, locale }, { email, network }) {
      invite(db, viewer, { email, post: { role: 'coordinator', networkId: network }, locale });
      return invited(email);
    },
  }),
  inviteAgain: defineForm({
    access: 'coordinator',
    schema: z.object({ invitation }),
    run({ db, viewer }, { invitation }) {
      const sent = findSentInvitation(db, viewer, invitation);
      if (!sent) throw new NotFound();
      inviteAgain(db, viewer, invitation, environment.JOBCENTER_NAME);
      return invited(sent.email);
    },
  }),
  revokeInvitation: defineForm({
    access: 'coordinator',
    schema: z.object({ invitation }),
    run({ db, viewer }, { invitation }) {
      if (!findSentInvitation(db, viewer, invitation)) throw new NotFound();
      revokeInvitation(db, viewer, invitation);
      return { to: '/koordinator/invitationer', notice: { key: 'desk.revoked' } };
    },
  }),
};

const invited = (email: string): Done => ({
  to: '/koordinator/invitationer',
  notice: { key: 'desk.invited', values: { email } },
});
