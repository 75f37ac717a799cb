import type { Adapter, DatabaseSession, Lucia } from 'lucia';
import type { Db } from '#db/open.ts';
import type { SESSION_METHODS } from '#db/schema/sessions.ts';
import { tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { findViewer } from '#domain/accounts/queries.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { timestamp } from '#domain/time.ts';

/** However much it is used, a session ends after so many days. */
export const LONGEST_DAYS = 30;

/** What a session begins with. */
export interface NewSession {
  method: (typeof SESSION_METHODS)[number];
  /** "Firefox, Windows" */
  device: string;
  secondFactor: boolean;
}

/** What is known of a session once it is there. */
export interface KnownSession {
  /** Of its row: names the session without opening it. */
  rowId: number;
  rotates: boolean;
  /** It came with the token before, which does for a moment. */
  isPrevious: boolean;
}

/**
 * Where lucia keeps sessions: in our own table, by the hash of their token. `getSessionAndUser` is what every request
 * of somebody who is signed in begins with; it takes two prepared statements.
 */
export function sessionStore(db: Db): Adapter {
  return {
    async getSessionAndUser(token) {
      const row = statement<SessionRow>(db, FIND).get({
        hash: tokenHash(token),
        now: timestamp(),
        since: timestamp(new Date(Date.now() - LONGEST_DAYS * 86_400_000)),
      });
      if (!row) return [null, null];
      const viewer = findViewer(db, row.accountId, row.secondFactorAt !== null);
      return [sessionFrom(token, row), viewer ? { id: viewer.id, attributes: { viewer } } : null];
    },
    async getUserSessions() {
      // Tokens are kept hashed: nothing could be done with such a list. `sessionsOf` (domain/sessions) is for people.
      throw new Error('Sessions are listed by their rows');
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const { method, device, secondFactor } = attributes as NewSession;
      const now = timestamp();
      const secondFactorAt = secondFactor ? now : null;
      const row = { hash: tokenHash(id), userId, method, device, now, expiresAt: timestamp(expiresAt), secondFactorAt };
      statement(db, INSERT).run(row);
    },
    async updateSessionExpiration(token, expiresAt) {
      const renew = 'update sessions set expires_at = ? where token_hash = ?';
      statement(db, renew).run(timestamp(expiresAt), tokenHash(token));
    },
    async deleteSession(token) {
      statement(db, 'delete from sessions where @hash in (token_hash, previous_hash)').run({ hash: tokenHash(token) });
    },
    async deleteUserSessions(accountId) {
      statement(db, 'delete from sessions where account_id = ?').run(accountId);
    },
    async deleteExpiredSessions() {
      statement(db, 'delete from sessions where expires_at < ?').run(timestamp());
    },
  };
}

const FIND = `
  select id, account_id as accountId, expires_at as expiresAt, second_factor_at as secondFactorAt, rotates,
    token_hash <> @hash as isPrevious
  from sessions
  where started_at > @since and (token_hash = @hash or (previous_hash = @hash and previous_until > @now))`;

const INSERT = `
  insert into sessions (token_hash, account_id, method, device, started_at, expires_at, second_factor_at)
  values (@hash, @userId, @method, @device, @now, @expiresAt, @secondFactorAt)`;

interface SessionRow {
  id: number;
  accountId: number;
  expiresAt: string;
  secondFactorAt: string | null;
  rotates: number;
  isPrevious: number;
}

function sessionFrom(token: string, row: SessionRow): DatabaseSession {
  const known: KnownSession = { rowId: row.id, rotates: row.rotates === 1, isPrevious: row.isPrevious === 1 };
  return { id: token, userId: row.accountId, expiresAt: new Date(row.expiresAt), attributes: known };
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<KnownSession, { viewer: Viewer }>;
    UserId: number;
    DatabaseSessionAttributes: NewSession | KnownSession;
    DatabaseUserAttributes: { viewer: Viewer };
  }
}
