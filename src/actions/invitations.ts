import { z } from 'zod';
import { findViewer } from '#domain/accounts/queries.ts';
import { accountInput } from '#domain/accounts/schema.ts';
import { acceptInvitation } from '#domain/invitations/commands.ts';
import type { Invitation } from '#domain/invitations/queries.ts';
import { type Done, defineForm, type Visit } from '#lib/forms.ts';
import { HOME, letIn, wayTo } from '#lib/let-in.ts';
import { memberPath } from '#lib/member-page.ts';

const token = z.string();
const WELCOME: NonNullable<Done['notice']> = { key: 'invitation.accepted' };

export const invitations = {
  /** Who is signed in says yes. */
  accept: defineForm({
    access: 'first-factor',
    schema: z.object({ token }),
    run({ db, viewer }, { token }) {
      const { invitation } = acceptInvitation(db, token, viewer);
      // Read again: the post may ask for a second factor that the roles before did not.
      const now = findViewer(db, viewer.id, viewer.secondFactorShown) ?? viewer;
      return { to: wayTo(placeOf(db, viewer.id, invitation), now), notice: WELCOME };
    },
  }),
  /** Who has no account yet says yes, and has one. */
  join: defineForm({
    access: 'public',
    schema: accountInput.pick({ name: true }).extend({ token }),
    async run(visit, { token, name }) {
      const { accountId, invitation } = acceptInvitation(visit.db, token, { name, locale: visit.locale });
      return { ...(await letIn(visit, accountId, 'link', placeOf(visit.db, accountId, invitation))), notice: WELCOME };
    },
  }),
};

/** Where the new post is looked after. */
function placeOf(db: Visit['db'], accountId: number, { organisationId, role }: Invitation): string {
  const place = findViewer(db, accountId, false)?.memberOf.find((one) => one.organisationId === organisationId);
  if (place) return memberPath(place.slug);
  return (
    { coordinator: '/koordinator', consultant: '/jobcenter', administrator: '/admin/brugere' }[role as string] ?? HOME
  );
}
