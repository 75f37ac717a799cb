import type { Db } from '#db/open.ts';
import type { SESSION_METHODS } from '#db/schema/sessions.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';

export interface OwnSession {
  id: number;
  method: (typeof SESSION_METHODS)[number];
  /** "Firefox, Windows" */
  device: string;
  startedAt: string;
}

/** One of an account's sessions. */
export function findSession(db: Db, accountId: number, id: number): OwnSession | undefined {
  return sessionsOf(db, accountId).find((session) => session.id === id);
}

/** Where an account is signed in, the newest first. */
export function sessionsOf(db: Db, accountId: number): OwnSession[] {
  return statement<OwnSession>(
    db,
    `select id, method, device, started_at as startedAt from sessions
     where account_id = ? and expires_at > ? order by started_at desc, id desc`,
  ).all(accountId, timestamp());
}
