import { z } from 'zod';
import { correctAccount, reinstateAccount, resetSecondFactor, suspendAccount } from '#domain/accounts/commands.ts';
import { findAccountByEmail } from '#domain/accounts/queries.ts';
import { accountInput } from '#domain/accounts/schema.ts';
import { Conflict } from '#domain/errors.ts';
import { endSessionsOfAccount } from '#domain/sessions/commands.ts';
import { type Done, defineForm } from '#lib/forms.ts';

const account = z.object({ account: z.number('not-a-choice') });

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
  endSessions: defineForm({
    access: 'administrator',
    schema: account,
    run({ db, viewer }, { account: id }) {
      endSessionsOfAccount(db, viewer, id);
      return toAccount(id, 'admin.user.sessionsEnded');
    },
  }),
  suspend: defineForm({
    access: 'administrator',
    schema: account,
    run({ db, viewer }, { account: id }) {
      suspendAccount(db, viewer, id);
      return toAccount(id, 'admin.user.suspended');
    },
  }),
  reinstate: defineForm({
    access: 'administrator',
    schema: account,
    run({ db, viewer }, { account: id }) {
      reinstateAccount(db, viewer, id);
      return toAccount(id, 'admin.user.reinstated');
    },
  }),
  resetSecondFactor: defineForm({
    access: 'administrator',
    schema: account,
    run({ db, viewer }, { account: id }) {
      resetSecondFactor(db, viewer, id);
      return toAccount(id, 'admin.user.factorReset');
    },
  }),
};

const toAccount = (id: number, key?: NonNullable<Done['notice']>['key']): Done => ({
  to: `/admin/brugere?bruger=${id}`,
  ...(key && { notice: { key } }),
});
