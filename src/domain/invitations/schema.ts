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

/** "consultant", "administrator", or a network to coordinate as "network-3". */
const staffPost = z
  .string('missing')
  .regex(/^(consultant|administrator|network-\d{1,9})$/, 'not-a-choice')
  .transform(
    (post): Post =>
      post === 'consultant' || post === 'administrator'
        ? { role: post }
        : { role: 'coordinator', networkId: Number(post.slice('network-'.length)) },
  );

/** Asking somebody to work for the job centre, a network or the portal. It takes a tick: they will see much. */
export const staffInvitationInput = z.object({
  email: emailAddress,
  post: staffPost,
  sure: z.boolean().refine((ticked) => ticked, 'missing'),
});

/** Asking somebody to help with an organisation. */
export const memberInvitationInput = z.object({
  email: emailAddress,
  role: z.enum(MEMBER_ROLES, 'not-a-choice'),
});
