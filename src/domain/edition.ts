import { crc32 } from 'node:zlib';
import { Conflict } from './errors.ts';

/**
 * A number for what something says: what says the same has the same. A form takes it along, and whoever saves from an
 * older one is told, and overwrites nothing.
 */
export function editionOf(says: Record<string, unknown>): number {
  const byName = Object.entries(says).sort(([a], [b]) => (a < b ? -1 : 1));
  return crc32(JSON.stringify(byName));
}

/**
 * Whether a change was made already: a form that is sent twice does nothing the second time.
 *
 * @param edition the one that the change began from
 * @param now its edition as it stands, and what it says
 * @throws Conflict `changed-meanwhile`, where somebody else was quicker and it says something else
 */
export function isMade(
  edition: number,
  now: { edition: number; says: Record<string, unknown> },
  wanted: Record<string, unknown>,
): boolean {
  if (now.edition === edition) return false;
  if (editionOf(now.says) === editionOf(wanted)) return true;
  throw new Conflict('changed-meanwhile');
}
