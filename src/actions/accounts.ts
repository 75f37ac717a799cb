import { correctAccount } from '#domain/accounts/commands.ts';
import { accountInput } from '#domain/accounts/schema.ts';
import { defineForm } from '#lib/forms.ts';

export const accounts = {
  correct: defineForm({
    access: 'signed-in',
    schema: accountInput.pick({ name: true, locale: true }),
    run({ db, viewer }, input) {
      correctAccount(db, viewer, input);
      return { to: '/konto', notice: { key: 'account.corrected' } };
    },
  }),
};
