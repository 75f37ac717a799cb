import { z } from 'zod';
import { Forbidden } from '#domain/errors.ts';
import { addPasskey, dropPasskey, renamePasskey, showPasskey } from '#domain/passkeys/commands.ts';
import { passkeyAnswer, passkeyName } from '#domain/passkeys/schema.ts';
import { defineForm } from '#lib/forms.ts';
import { HOME } from '#lib/let-in.ts';
import { keepingNext, nextPageOf } from '#lib/next-page.ts';
import { relyingParty } from '#lib/relying-party.ts';
import { raiseSession } from '#lib/sessions.ts';
import { countFromAddress } from '#lib/throttles.ts';

const PAGE = '/konto/noegler';

export const passkeys = {
  add: defineForm({
    access: 'signed-in',
    schema: passkeyAnswer.extend({ name: passkeyName }),
    async run(visit, input) {
      await addPasskey(visit.db, visit.viewer, relyingParty, input);
      // The device has just verified its owner, which is more than a code shows.
      raiseSession(visit);
      return { to: keepingNext(visit.request, PAGE), notice: { key: 'passkey.added' } };
    },
  }),
  rename: defineForm({
    access: 'signed-in',
    schema: z.object({ passkey: z.string(), name: passkeyName }),
    run({ db, viewer }, { passkey, name }) {
      renamePasskey(db, viewer, passkey, name);
      return { to: PAGE, notice: { key: 'passkey.renamed' } };
    },
  }),
  drop: defineForm({
    access: 'signed-in',
    schema: z.object({ passkey: z.string() }),
    run({ db, viewer }, { passkey }) {
      dropPasskey(db, viewer, passkey);
      return { to: PAGE, notice: { key: 'passkey.dropped' } };
    },
  }),
  /** The door for those who owe a second factor. */
  show: defineForm({
    access: 'first-factor',
    schema: passkeyAnswer,
    async run(visit, sent) {
      const { db, viewer, request } = visit;
      await countFromAddress(visit, 'passkey');
      if ((await showPasskey(db, relyingParty, sent)) !== viewer.id) throw new Forbidden();
      raiseSession(visit);
      return { to: nextPageOf(request, HOME) };
    },
  }),
};
