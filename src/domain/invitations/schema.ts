import { z } from 'zod';
import { MEMBER_ROLES } from '#db/schema/accounts.ts';
import type { INVITATION_ROLES } from '#db/schema/invitations.ts';
import { emailAddress } from '#domain/accounts/schema.ts';
import type { MemberRole } from '#domain/accounts/viewer.ts';

/** How long somebody has to answer. */
export const INVITATION_DAYS = 14;

export type InvitationRole = (typeof INVITATION_ROLES)[number];

/** What somebody is asked to take on. */
export type Post =
  | { role: MemberRole; organisationId: number }
  | { role: 'coordinator'; networkId: number }
  | { role: 'consultant' | 'administrator' };

/** Asking somebody to help with an organisation. */
export const memberInvitationInput = z.object({
  email: emailAddress,
  role: z.enum(MEMBER_ROLES, 'not-a-choice'),
});
