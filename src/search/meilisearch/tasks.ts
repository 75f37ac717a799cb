import { setTimeout as sleep } from 'node:timers/promises';
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { INDEXES, nextOf } from './marker.ts';
import { TaskFailed, TaskLate } from './trouble.ts';

const FIRST_LOOK_MS = 5;
const LONGEST_LOOK_MS = 500;
/** What a process that died had on its way is with the server by then. */
const ON_ITS_WAY_MS = 1_000;
/** How long a task may take, and how long those that were asked for earlier. Giving up leaves them in the queue. */
const PATIENCE_MS = { task: 120_000, earlier: 20_000 };

/**
 * Waits until the server has carried out a task.
 *
 * @throws TaskFailed
 * @throws TaskLate
 */
export async function done(client: Meilisearch, enqueued: Promise<EnqueuedTask>, signal?: AbortSignal): Promise<void> {
  const { taskUid } = await enqueued;
  await until(PATIENCE_MS.task, signal, async () => {
    const task = await client.tasks.getTask(taskUid);
    if (task.status === 'failed' || task.status === 'canceled') throw new TaskFailed(task);
    return task.status === 'succeeded';
  });
}

/**
 * Waits until nothing that was asked for earlier is still to be done to our indexes. Whoever gave up waiting for a task
 * comes by here before anything is sent again, so that the queue does not fill with the same work.
 *
 * @throws TaskLate
 */
export async function settle(client: Meilisearch, signal?: AbortSignal): Promise<void> {
  await sleep(ON_ITS_WAY_MS, undefined, { signal });
  const indexUids = INDEXES.flatMap((index) => [index, nextOf(index)]);
  await until(PATIENCE_MS.earlier, signal, async () => {
    const { total } = await client.tasks.getTasks({ statuses: ['enqueued', 'processing'], indexUids, limit: 1 });
    return total === 0;
  });
}

async function until(patience: number, signal: AbortSignal | undefined, isSo: () => Promise<boolean>): Promise<void> {
  const started = Date.now();
  for (let look = FIRST_LOOK_MS; !(await isSo()); look = Math.min(look * 1.5, LONGEST_LOOK_MS)) {
    if (Date.now() - started > patience) throw new TaskLate(`a task was not carried out within ${patience / 1000} s`);
    await sleep(look, undefined, { signal });
  }
}
