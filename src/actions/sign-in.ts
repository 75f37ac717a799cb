import { z } from 'zod';
import { findAccount, findAccountByEmail } from '#domain/accounts/queries.ts';
import { accountInput } from '#domain/accounts/schema.ts';
import { isPassword } from '#domain/credentials/passwords.ts';
import { passwordHashOf } from '#domain/credentials/queries.ts';
import { Conflict, Forbidden } from '#domain/errors.ts';
import { showPasskey } from '#domain/passkeys/commands.ts';
import { passkeyAnswer } from '#domain/passkeys/schema.ts';
import { askToSignIn, signInByCode, signInByLink, signUp } from '#domain/sign-in/commands.ts';
import { codeInput, passwordSignInInput, signInInput } from '#domain/sign-in/schema.ts';
import { dropHandle, handleIn, keepHandle } from '#lib/code-handle.ts';
import { demoLoginsWork } from '#lib/demo-logins.ts';
import { defineForm } from '#lib/forms.ts';
import { HOME, letIn } from '#lib/let-in.ts';
import { nextPageOf } from '#lib/next-page.ts';
import { relyingParty } from '#lib/relying-party.ts';
import { countAttempt, countFromAddress, forgetAttempts } from '#lib/throttles.ts';

export const signIn = {
  /** Sends a link and a code. */
  ask: defineForm({
    access: 'public',
    schema: signInInput,
    async run(visit, { email }) {
      const { db, cookies, locale, request } = visit;
      await countAttempt(visit, 'mail', email);
      keepHandle(cookies, askToSignIn(db, { email, locale, next: nextPageOf(request, HOME) }));
      return { to: '/log-ind/kode' };
    },
  }),
  byLink: defineForm({
    access: 'public',
    schema: z.object({ token: z.string() }),
    async run(visit, { token }) {
      const { accountId, next } = signInByLink(visit.db, token);
      dropHandle(visit.cookies);
      return letIn(visit, accountId, 'link', next);
    },
  }),
  byCode: defineForm({
    access: 'public',
    schema: codeInput,
    async run(visit, { code }) {
      const handle = handleIn(visit.cookies);
      await countAttempt(visit, 'code', handle);
      const found = signInByCode(visit.db, handle, code);
      dropHandle(visit.cookies);
      return 'signUp' in found
        ? { to: `/log-ind/link/${found.signUp}` }
        : letIn(visit, found.accountId, 'code', found.next);
    },
  }),
  /** Makes an account for an address that a link was sent to. */
  signUp: defineForm({
    access: 'public',
    schema: accountInput.pick({ name: true }).extend({ token: z.string() }),
    async run(visit, { token, name }) {
      const { accountId, next } = signUp(visit.db, token, { name, locale: visit.locale });
      dropHandle(visit.cookies);
      return letIn(visit, accountId, 'link', next);
    },
  }),
  byPassword: defineForm({
    access: 'public',
    schema: passwordSignInInput,
    async run(visit, { email, password }) {
      const { db, request } = visit;
      await countAttempt(visit, 'password', email);
      const account = findAccountByEmail(db, email);
      const isRight = await isPassword(account && passwordHashOf(db, account.id), password);
      // One refusal for every reason: an address without account, one without password, one that may not sign in.
      if (!account || !isRight || account.state !== 'active') throw new Conflict('password-wrong', 'password');
      await forgetAttempts(visit, 'password', email);
      return letIn(visit, account.id, 'password', nextPageOf(request, HOME));
    },
  }),
  byPasskey: defineForm({
    access: 'public',
    schema: passkeyAnswer,
    async run(visit, sent) {
      await countFromAddress(visit, 'passkey');
      const accountId = await showPasskey(visit.db, relyingParty, sent);
      return letIn(visit, accountId, 'passkey', nextPageOf(visit.request, HOME));
    },
  }),
  /** As somebody of the demo network, with one click. */
  asDemo: defineForm({
    access: 'public',
    schema: z.object({ account: z.number('not-a-choice') }),
    run(visit, { account: id }) {
      if (!demoLoginsWork() || !findAccount(visit.db, id)?.demo) throw new Forbidden();
      return letIn(visit, id, 'demo', nextPageOf(visit.request, HOME));
    },
  }),
};
