import { NotFound } from '#domain/errors.ts';
import { actorOf, looksAfter, type Viewer } from './viewer.ts';

/**
 * Who does something to an organisation's things: an account, which may do it only to what it looks after, or a part
 * of the portal itself by its name (`import`, `system`, `slot-key`), which has been let in before.
 */
export type Who = Viewer | string;

/** How it is named in the events. */
export const nameOf = (who: Who): string => (typeof who === 'string' ? who : actorOf(who));

export const mayKeep = (who: Who, organisationId: number): boolean =>
  typeof who === 'string' || looksAfter(who, organisationId);

/**
 * What was looked up, for somebody who looks after its organisation; for everybody else it is not there.
 *
 * @throws NotFound
 */
export function kept<Thing extends { organisationId: number }>(who: Who, found: Thing | undefined): Thing {
  if (!found || !mayKeep(who, found.organisationId)) throw new NotFound();
  return found;
}
