import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Db } from './open.ts';

/** Shorter than any pause that others make between their turns. */
const ASK_AGAIN_MS = 20;

export interface Turn {
  end(): void;
}

/**
 * Takes the one turn there is for a piece of work, among all processes that use this database; nothing when another has
 * it. The turn is a lock that the operating system holds for the process: however that one ends, its turn ends with it,
 * and a clock has no say in it. A file of its own carries the lock, so that nobody's reading or writing waits for it.
 */
export function takeTurn(db: Db, work: string): Turn | undefined {
  // Nobody else can see a database in memory.
  if (db.$client.memory) return { end() {} };
  const lock = new Sqlite(join(dirname(db.$client.name), `${work}.lock`), { timeout: 0 });
  try {
    // Nothing is ever written, so there is nothing that a journal could bring back.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
  return { end: () => void lock.close() };
}

/** Waits until the turn is free, does the work, and hands the turn on. */
export async function inTurn<Result>(db: Db, name: string, work: () => Promise<Result>): Promise<Result> {
  let turn = takeTurn(db, name);
  for (; !turn; turn = takeTurn(db, name)) await sleep(ASK_AGAIN_MS);
  try {
    return await work();
  } finally {
    turn.end();
  }
}
