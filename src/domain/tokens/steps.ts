import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Db } from '#db/open.ts';
import type { TOKEN_PURPOSES } from '#db/schema/tokens.ts';
import { keyedHash, newToken, seal, tokenHash, unseal } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';

export type Purpose = (typeof TOKEN_PURPOSES)[number];

const CODE_DIGITS = 8;
/** How often a code may be guessed at: one in twenty million. */
export const CODE_ATTEMPTS = 5;

interface Issue {
  purpose: Purpose;
  minutes: number;
  accountId?: number;
  /** What it is about. Kept encrypted. */
  about?: Record<string, unknown>;
}

export interface IssuedToken {
  token: string;
  /** Type this, on the browser that holds the handle. */
  code: string;
  handle: string;
  expiresAt: string;
}

export interface UsedToken {
  accountId: number | null;
  about: Record<string, unknown>;
}

/** Makes something that works once, within so many minutes: by its token, or by its handle and code together. */
export function issueToken(db: Db, { purpose, minutes, accountId, about }: Issue): IssuedToken {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  const issued = { token: newToken(), handle: newToken(), code };
  const now = new Date();
  const expiresAt = timestamp(new Date(now.getTime() + minutes * 60_000));
  statement(db, INSERT).run({
    purpose,
    accountId: accountId ?? null,
    tokenHash: tokenHash(issued.token),
    handleHash: tokenHash(issued.handle),
    codeHash: keyedHash(db, code),
    sealed: about ? seal(db, JSON.stringify(about)) : null,
    createdAt: timestamp(now),
    expiresAt,
  });
  return { ...issued, expiresAt };
}

/** Whether a token would work. Looking does not use it up: mail scanners open links too. */
export function isUsable(db: Db, purpose: Purpose, token: string): boolean {
  const usable = `select 1 from tokens where token_hash = @hash and ${USABLE}`;
  return statement(db, usable).get({ hash: tokenHash(token), purpose, now: timestamp() }) !== undefined;
}

/** What a token would give, without using it up. */
export function peekToken(db: Db, purpose: Purpose, token: string): UsedToken | undefined {
  const peek = `select account_id as accountId, sealed from tokens where token_hash = @hash and ${USABLE}`;
  return read(db, statement<Row>(db, peek).get({ hash: tokenHash(token), purpose, now: timestamp() }));
}

/** Uses a token up. Of two requests at once only one gets it: it is one statement. */
export function useToken(db: Db, purpose: Purpose, token: string): UsedToken | undefined {
  const use = `update tokens set used_at = @now where token_hash = @hash and ${USABLE} returning account_id as accountId, sealed`;
  return read(db, statement<Row>(db, use).get({ hash: tokenHash(token), purpose, now: timestamp() }));
}

/** Uses a token up by its code. Every wrong code counts; after the last attempt even the right one does not work. */
export function useCode(db: Db, purpose: Purpose, handle: string, code: string): UsedToken | undefined {
  const attempt = `update tokens set attempts = attempts + 1
    where handle_hash = @hash and attempts < ${CODE_ATTEMPTS} and ${USABLE} returning id, code_hash as codeHash`;
  const found = statement<{ id: number; codeHash: string }>(db, attempt).get({
    hash: tokenHash(handle),
    purpose,
    now: timestamp(),
  });
  if (!found || !isSame(found.codeHash, keyedHash(db, code.replaceAll(/\D/g, '')))) return undefined;
  const use =
    'update tokens set used_at = ? where id = ? and used_at is null returning account_id as accountId, sealed';
  return read(db, statement<Row>(db, use).get(timestamp(), found.id));
}

/** What an account has used up lately: of a purpose that takes several of them. */
export function usedTokensOf(db: Db, purpose: Purpose, accountId: number): UsedToken[] {
  const used = `select account_id as accountId, sealed from tokens
    where purpose = @purpose and account_id = @accountId and used_at is not null and expires_at > @now`;
  const rows = statement<Row>(db, used).all({ purpose, accountId, now: timestamp() });
  return rows.flatMap((row) => read(db, row) ?? []);
}

/** What has run out is of use to nobody. */
export function forgetExpiredTokens(db: Db): void {
  statement(db, 'delete from tokens where expires_at < ?').run(timestamp());
}

const USABLE = 'purpose = @purpose and used_at is null and expires_at > @now';

const INSERT = `
  insert into tokens (purpose, account_id, token_hash, handle_hash, code_hash, sealed, created_at, expires_at)
  values (@purpose, @accountId, @tokenHash, @handleHash, @codeHash, @sealed, @createdAt, @expiresAt)`;

interface Row {
  accountId: number | null;
  sealed: Buffer | null;
}

function read(db: Db, row: Row | undefined): UsedToken | undefined {
  return row && { accountId: row.accountId, about: row.sealed ? JSON.parse(unseal(db, row.sealed)) : {} };
}

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));
