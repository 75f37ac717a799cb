import { findViewer } from '#domain/accounts/queries.ts';
import { isStaff, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict } from '#domain/errors.ts';
import { demoLoginsWork } from './demo-logins.ts';
import type { Done, Visit } from './forms.ts';
import { rememberDevice } from './known-device.ts';
import { secondFactorPath } from './next-page.ts';
import type { NewSession } from './session-store.ts';
import { openSession } from './sessions.ts';

/** Where somebody goes who signed in for nothing in particular. */
export const HOME = '/konto';

/**
 * Opens a session for somebody who has shown who they are, and says where to go: to the page that was asked for, by
 * way of the second factor where one is due. Passkeys are two factors in one; invented people are taken to have
 * shown one.
 *
 * @throws Conflict where the account may not sign in
 */
export async function letIn(
  visit: Visit<unknown>,
  accountId: number,
  method: NewSession['method'],
  next: string,
): Promise<Done> {
  const viewer = findViewer(visit.db, accountId, false);
  if (!viewer) throw new Conflict('account-suspended');
  if (viewer.demo && !demoLoginsWork()) throw new Conflict('demo-closed');
  const secondFactor = method === 'passkey' || viewer.demo;
  await openSession(visit, accountId, { method, secondFactor });
  rememberDevice(visit.db, visit.cookies, accountId);
  return { to: wayTo(next, { ...viewer, secondFactorShown: secondFactor }) };
}

/** The page itself, or the second factor first where a role or its owner's wish asks for one. */
export function wayTo(next: string, viewer: Viewer): string {
  const isDue = !viewer.secondFactorShown && (isStaff(viewer) || viewer.secondFactorOn);
  return isDue ? secondFactorPath(viewer.secondFactorReady, next) : next;
}
