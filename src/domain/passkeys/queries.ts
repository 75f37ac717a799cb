import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';

export interface Passkey {
  id: string;
  accountId: number;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

export function findPasskey(db: Db, id: string): Passkey | undefined {
  const row = statement<Omit<Passkey, 'transports'> & { transports: string }>(
    db,
    'select id, account_id as accountId, public_key as publicKey, counter, transports from passkeys where id = ?',
  ).get(id);
  return row && { ...row, transports: JSON.parse(row.transports) };
}

export interface OwnPasskey {
  id: string;
  name: string;
  transports: string[];
  createdAt: string;
  lastUsedAt: string | null;
}

/** An account's passkeys, the oldest first. */
export function passkeysOf(db: Db, accountId: number): OwnPasskey[] {
  const rows = statement<Omit<OwnPasskey, 'transports'> & { transports: string }>(
    db,
    `select id, name, transports, created_at as createdAt, last_used_at as lastUsedAt from passkeys
     where account_id = ? order by created_at, id`,
  ).all(accountId);
  return rows.map((row) => ({ ...row, transports: JSON.parse(row.transports) }));
}
