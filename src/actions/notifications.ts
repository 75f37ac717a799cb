import { chooseMails, subscribeAgain, unsubscribe } from '#domain/notifications/commands.ts';
import { notificationsInput, wayOutInput } from '#domain/notifications/schema.ts';
import { defineForm } from '#lib/forms.ts';

const wayOutPage = (key: string): string => `/afmeld?${new URLSearchParams({ noegle: key })}`;

export const notifications = {
  choose: defineForm({
    access: 'signed-in',
    schema: notificationsInput,
    run({ db, viewer }, { kinds }) {
      chooseMails(db, viewer, kinds);
      return { to: '/konto/beskeder', notice: { key: 'account.corrected' } };
    },
  }),
  /** By the link in an e-mail: whoever has it needs no account. */
  unsubscribe: defineForm({
    access: 'public',
    schema: wayOutInput,
    run({ db }, { noegle }) {
      unsubscribe(db, noegle);
      return { to: wayOutPage(noegle) };
    },
  }),
  subscribeAgain: defineForm({
    access: 'public',
    schema: wayOutInput,
    run({ db }, { noegle }) {
      subscribeAgain(db, noegle);
      return { to: wayOutPage(noegle) };
    },
  }),
};
