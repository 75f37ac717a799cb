import { z } from 'zod';
import { askToChangeAddress, confirmAddress } from '#domain/addresses/commands.ts';
import { addressInput } from '#domain/addresses/schema.ts';
import { defineForm } from '#lib/forms.ts';
import { countAttempt } from '#lib/throttles.ts';

export const addresses = {
  ask: defineForm({
    access: 'signed-in',
    schema: addressInput,
    async run(visit, { email }) {
      await countAttempt(visit, 'mail', visit.viewer.email);
      askToChangeAddress(visit.db, visit.viewer, email);
      return { to: '/konto/mail', notice: { key: 'address.asked', values: { email } } };
    },
  }),
  /** From a link in an e-mail: signed in or not. */
  confirm: defineForm({
    access: 'public',
    schema: z.object({ token: z.string() }),
    run({ db, viewer }, { token }) {
      const { isDone } = confirmAddress(db, token);
      if (isDone) return { to: '/log-ind', notice: { key: 'address.changed' } };
      return { to: viewer ? '/konto' : '/', notice: { key: 'address.half' } };
    },
  }),
};
