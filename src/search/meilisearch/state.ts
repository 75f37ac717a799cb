import { createHash } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';
import { settingsOf } from './settings.ts';

/** What the database knows of the index on the server. The index says the same of itself (marker.ts). */
export interface IndexState {
  /** A name for this one index, given when it is built, so that no other is ever taken for it. */
  generation: string;
  /** The highest version that may have been sent. Above `delivered` while a batch is on its way. */
  sent: number;
  /** All versions up to this one are in the index. */
  delivered: number;
  /** An index that is built and is about to take the place of this one. */
  next?: { generation: string; delivered: number };
}

export interface SetAside {
  kind: SearchKind;
  entityId: number;
  version: number;
  reason: string;
}

export interface Trouble {
  failure: string;
  since: string;
}

const STATE = 'meilisearch.index';
const TROUBLE = 'meilisearch.trouble';

/** Tells one set-up of the indexes from another. */
export function settingsHash(): string {
  const all = SEARCH_KINDS.map((kind) => settingsOf(kind));
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
}

/** Nothing before the first index is built. */
export const readState = (db: Db): IndexState | undefined => readSetting<IndexState>(db, STATE);

export const writeState = (db: Db, state: IndexState): void => writeSetting(db, STATE, state);

/** Why the server could not be told of the last changes; nothing when it could. */
export const readTrouble = (db: Db): Trouble | undefined => readSetting<Trouble>(db, TROUBLE);

/**
 * Writes only when something changed: each write would tell caches that the data did.
 *
 * @returns whether it did
 */
export function noteTrouble(db: Db, failure: string | null): boolean {
  const known = readTrouble(db);
  if ((known?.failure ?? null) === failure) return false;
  if (failure === null) statement(db, 'delete from settings where key = ?').run(TROUBLE);
  else writeSetting(db, TROUBLE, { failure, since: known?.since ?? timestamp() });
  return true;
}

/** The highest version that there is. */
export function headVersion(db: Db): number {
  return statement<{ head: number | null }>(db, 'select max(version) as head from search_documents').get()?.head ?? 0;
}

/** What the index in use has refused. */
export function listSetAside(db: Db, limit = 1000): SetAside[] {
  return statement<SetAside>(db, SET_ASIDE).all(readState(db)?.generation ?? '', limit);
}

export function countSetAside(db: Db): number {
  return statement<{ count: number }>(db, COUNT_SET_ASIDE).get(readState(db)?.generation ?? '')?.count ?? 0;
}

export function setAside(db: Db, generation: string, refused: SetAside[]): void {
  for (const { kind, entityId, version, reason } of refused)
    statement(db, REFUSE).run(generation, kind, entityId, version, reason, timestamp());
}

/** Documents that are told no longer wait. */
export function takeBack(db: Db, generation: string, told: { kind: SearchKind; entityId: number }[]): void {
  for (const { kind, entityId } of told) statement(db, TAKE_BACK).run(generation, kind, entityId);
}

/** What other indexes refused is of no interest once they are gone. */
export function forgetOtherGenerations(db: Db, generation: string): void {
  statement(db, 'delete from search_set_aside where generation <> ?').run(generation);
}

const SET_ASIDE = `
  select kind, entity_id as entityId, version, reason from search_set_aside
  where generation = ? order by kind, entity_id limit ?`;
const COUNT_SET_ASIDE = 'select count(*) as count from search_set_aside where generation = ?';
const REFUSE = `
  insert into search_set_aside (generation, kind, entity_id, version, reason, at) values (?, ?, ?, ?, ?, ?)
  on conflict (generation, kind, entity_id)
  do update set version = excluded.version, reason = excluded.reason, at = excluded.at`;
const TAKE_BACK = 'delete from search_set_aside where generation = ? and kind = ? and entity_id = ?';

function readSetting<Value>(db: Db, key: string): Value | undefined {
  const row = statement<{ value: string }>(db, 'select value from settings where key = ?').get(key);
  return row && JSON.parse(row.value);
}

function writeSetting(db: Db, key: string, value: unknown): void {
  statement(
    db,
    'insert into settings (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  ).run(key, JSON.stringify(value));
}
