import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Meilisearch } from 'meilisearch';
import type { Db } from '#db/open.ts';
import { takeTurn } from '#db/turn.ts';
import { log } from '#lib/log.ts';
import { DELIVERY, deliver } from '#search/meilisearch/deliver.ts';
import { connect, type MeilisearchServer } from '#search/meilisearch/engine.ts';
import { countUndelivered } from '#search/meilisearch/outbox.ts';
import { listSetAside, noteTrouble } from '#search/meilisearch/state.ts';
import { wordsOfTrouble } from '#search/meilisearch/trouble.ts';
import { type Difference, repair, sweeper } from '#search/meilisearch/verify.ts';

const ROUND_MS = 500;
/** With nothing to tell, the server is only looked at now and then. */
const LOOK_MS = 2_000;
/** Short enough for a server that came back to be up to date within a minute. */
const LONGEST_PAUSE_MS = 15_000;
/** What was set aside is tried again: it may have been the server. */
const TRY_AGAIN_MS = 3_600_000;
/** A round that is asked to end gets this long. */
const GRACE_MS = 3_000;

/**
 * One round of keeping the index on the search server equal to the database. Of all processes that serve one database,
 * one at a time does it; while the server is away, each asks again after growing pauses.
 *
 * @returns the round: it says how many ms to wait for the next
 */
export function deliveryRound(db: Db, server: MeilisearchServer): (signal: AbortSignal) => Promise<number> {
  const client = connect(server);
  const sweep = sweeper(db, client);
  let pause = ROUND_MS;
  let lookAt = 0;
  let settingsFollowed = false;
  let tryAgainAt = Date.now() + TRY_AGAIN_MS;

  async function work(signal: AbortSignal): Promise<void> {
    const delivered = await deliver(db, client, {
      signal,
      leaveSettings: settingsFollowed,
      onSurprise: (what) => log.warn(`search server: ${what}`),
    });
    settingsFollowed = true;
    if (delivered > 0) log.info({ delivered }, 'search server told');
    else await mend(db, client, await sweep(), signal);
    if (Date.now() < tryAgainAt) return;
    tryAgainAt = Date.now() + TRY_AGAIN_MS;
    await repair(db, client, listSetAside(db), signal);
  }

  return async (signal) => {
    if (Date.now() < lookAt && countUndelivered(db) === 0) return ROUND_MS;
    const turn = takeTurn(db, DELIVERY);
    if (!turn) return ROUND_MS;
    try {
      await Promise.race([work(signal), soonAfter(signal)]);
      if (signal.aborted) return 0;
      if (noteTrouble(db, null)) log.info('search server told again');
      pause = ROUND_MS;
      lookAt = Date.now() + LOOK_MS;
      return pause;
    } catch (error) {
      if (signal.aborted) return 0;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      return waitAfter(db, error, pause);
    } finally {
      turn.end();
    }
  };
}

/** A server that does not answer holds nobody up who is asked to end: what was on its way to it counts as not told. */
async function soonAfter(signal: AbortSignal): Promise<void> {
  await once(signal, 'abort');
  await sleep(GRACE_MS, undefined, { ref: false });
}

async function mend(db: Db, client: Meilisearch, differences: Difference[], signal: AbortSignal): Promise<void> {
  if (differences.length === 0) return;
  const mended = await repair(db, client, differences, signal);
  log.warn({ found: differences.length, mended }, 'search server: the index differed from the database');
}

/** Not all processes at the same moment. Said once for each kind of trouble, however long it lasts. */
function waitAfter(db: Db, error: unknown, pause: number): number {
  const failure = wordsOfTrouble(error);
  const retryInMs = Math.round(pause * (0.5 + Math.random() / 2));
  if (noteTrouble(db, failure)) log.warn({ failure }, 'search server not told');
  else log.debug({ failure, retryInMs }, 'search server still not told');
  return retryInMs;
}
