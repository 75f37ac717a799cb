import type { Viewer } from '#domain/accounts/viewer.ts';
import { dropPassword, setPassword } from '#domain/credentials/commands.ts';
import { isCommon } from '#domain/credentials/common.ts';
import { hashPassword, isPassword } from '#domain/credentials/passwords.ts';
import { passwordHashOf } from '#domain/credentials/queries.ts';
import { maySkipCurrent } from '#domain/credentials/rules.ts';
import { dropPasswordInput, passwordInput } from '#domain/credentials/schema.ts';
import { Conflict } from '#domain/errors.ts';
import { findSession } from '#domain/sessions/queries.ts';
import { defineForm, type Visit } from '#lib/forms.ts';
import { countAttempt, forgetAttempts } from '#lib/throttles.ts';

export const passwords = {
  set: defineForm({
    access: 'signed-in',
    schema: passwordInput,
    async run(visit, { currentPassword, password }) {
      const { db, viewer, sessionId = 0 } = visit;
      await checkCurrent(visit, currentPassword);
      if (await isCommon(password, [viewer.name, viewer.email, 'plads'])) throw new Conflict('common', 'password');
      setPassword(db, viewer, await hashPassword(password), sessionId);
      return { to: '/konto/adgangskode', notice: { key: 'password.set.done' } };
    },
  }),
  drop: defineForm({
    access: 'signed-in',
    schema: dropPasswordInput,
    async run(visit, { currentPassword }) {
      await checkCurrent(visit, currentPassword);
      dropPassword(visit.db, visit.viewer, visit.sessionId ?? 0);
      return { to: '/konto/adgangskode', notice: { key: 'password.drop.done' } };
    },
  }),
};

/** A browser that was left open does not do to take an account over. @throws Conflict, TooMany */
async function checkCurrent(visit: Visit<Viewer>, given: string | null): Promise<void> {
  const { db, viewer, sessionId = 0 } = visit;
  const kept = passwordHashOf(db, viewer.id);
  if (!kept || maySkipCurrent(findSession(db, viewer.id, sessionId))) return;
  await countAttempt(visit, 'password', viewer.email);
  if (!(await isPassword(kept, given ?? ''))) throw new Conflict('current-password-wrong', 'currentPassword');
  await forgetAttempts(visit, 'password', viewer.email);
}
