import { z } from 'zod';
import {
  correctAccount,
  dismissCoordinator,
  dismissStaff,
  reinstateAccount,
  resetSecondFactor,
  suspendAccount,
} from '#domain/accounts/commands.ts';
import { findAccountByEmail } from '#domain/accounts/queries.ts';
import { accountInput, staffRole } from '#domain/accounts/schema.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict } from '#domain/errors.ts';
import { invite } from '#domain/invitations/commands.ts';
import { staffInvitationInput } from '#domain/invitations/schema.ts';
import { endSessionsOfAccount } from '#domain/sessions/commands.ts';
import { environment } from '#lib/environment.ts';
import { type Done, defineForm, type Visit } from '#lib/forms.ts';

const account = z.object({ account: z.number('not-a-choice') });
const sure = z.boolean().refine((ticked) => ticked, 'missing');

export const accounts = {
  correct: defineForm({
    access: 'signed-in',
    schema: accountInput.pick({ name: true, locale: true }),
    run({ db, viewer }, input) {
      correctAccount(db, viewer, input);
      return { to: '/konto', notice: { key: 'account.corrected' } };
    },
  }),
  /** By POST, so that no address stands in an address. */
  find: defineForm({
    access: 'administrator',
    schema: accountInput.pick({ email: true }),
    run({ db }, { email }) {
      const found = findAccountByEmail(db, email);
      if (!found) throw new Conflict('no-such-account', 'email');
      return toAccount(found.id);
    },
  }),
  /** To work for the job centre, a network or the portal: a person says yes themselves, from their own mailbox. */
  invite: defineForm({
    access: 'administrator',
    schema: staffInvitationInput,
    run({ db, viewer, locale }, { email, post }) {
      invite(db, viewer, { email, post, locale, place: environment.JOBCENTER_NAME });
      return { to: '/admin/brugere', notice: { key: 'desk.invited', values: { email } } };
    },
  }),
  dismissStaff: defineForm({
    access: 'administrator',
    schema: account.extend({ role: staffRole, sure }),
    run({ db, viewer }, { account: id, role }) {
      dismissStaff(db, viewer, id, role);
      return toAccount(id, 'admin.user.dismissed');
    },
  }),
  dismissCoordinator: defineForm({
    access: 'administrator',
    schema: account.extend({ network: z.number('not-a-choice'), sure }),
    run({ db, viewer }, { account: id, network }) {
      dismissCoordinator(db, viewer, id, network);
      return toAccount(id, 'admin.user.dismissed');
    },
  }),
  endSessions: press(endSessionsOfAccount, 'admin.user.sessionsEnded'),
  suspend: press(suspendAccount, 'admin.user.suspended'),
  reinstate: press(reinstateAccount, 'admin.user.reinstated'),
  resetSecondFactor: press(resetSecondFactor, 'admin.user.factorReset'),
};

type Notice = NonNullable<Done['notice']>['key'];

/** One press of an administrator that does something about an account. */
function press(verb: (db: Visit['db'], viewer: Viewer, id: number) => void, notice: Notice) {
  return defineForm({
    access: 'administrator',
    schema: account,
    run({ db, viewer }, { account: id }) {
      verb(db, viewer, id);
      return toAccount(id, notice);
    },
  });
}

const toAccount = (id: number, key?: Notice): Done => ({
  to: `/admin/brugere?bruger=${id}`,
  ...(key && { notice: { key } }),
});
