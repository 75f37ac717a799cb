import { setTimeout as sleep } from 'node:timers/promises';
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { INDEXES, nextOf } from './marker.ts';
import { TaskFailed } from './trouble.ts';

const FIRST_LOOK_MS = 5;
const LONGEST_LOOK_MS = 500;
/** What a process that died had on its way is with the server by then. */
const ON_ITS_WAY_MS = 1_000;

/**
 * Waits until the server has carried out a task, for as long as it takes: giving up would only put the same work into
 * its queue again.
 *
 * @throws TaskFailed
 */
export async function done(client: Meilisearch, enqueued: Promise<EnqueuedTask>, signal?: AbortSignal): Promise<void> {
  const { taskUid } = await enqueued;
  for (let look = FIRST_LOOK_MS; ; look = Math.min(look * 1.5, LONGEST_LOOK_MS)) {
    const task = await client.tasks.getTask(taskUid);
    if (task.status === 'succeeded') return;
    if (task.status === 'failed' || task.status === 'canceled') throw new TaskFailed(task);
    await sleep(look, undefined, { signal });
  }
}

/** Waits until nothing that was asked for earlier is still to be done to our indexes. */
export async function settle(client: Meilisearch, signal?: AbortSignal): Promise<void> {
  await sleep(ON_ITS_WAY_MS, undefined, { signal });
  for (let look = FIRST_LOOK_MS; ; look = Math.min(look * 1.5, LONGEST_LOOK_MS)) {
    const { total } = await client.tasks.getTasks({
      statuses: ['enqueued', 'processing'],
      indexUids: INDEXES.flatMap((index) => [index, nextOf(index)]),
      limit: 1,
    });
    if (total === 0) return;
    await sleep(look, undefined, { signal });
  }
}
