import type { Viewer } from '#domain/accounts/viewer.ts';
import { Forbidden } from '#domain/errors.ts';

/**
 * Who looks at a page that the access table opens to those who signed in only.
 *
 * @throws Forbidden where the table opens it to everybody by mistake
 */
export function signedIn(locals: App.Locals): { viewer: Viewer; sessionId: number } {
  const { viewer, sessionId } = locals;
  if (!viewer || sessionId === undefined) throw new Forbidden();
  return { viewer, sessionId };
}
