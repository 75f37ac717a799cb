import type { Db } from '#db/open.ts';
import { unseal } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { type AppKey, appKey } from './totp.ts';

export interface Authenticator {
  key: Buffer;
  /** The last time step that a code was taken for. */
  lastStep: number;
  confirmedAt: string | null;
}

export function findAuthenticator(db: Db, accountId: number): Authenticator | undefined {
  const row = statement<{ sealed: Buffer; lastStep: number; confirmedAt: string | null }>(
    db,
    'select sealed, last_step as lastStep, confirmed_at as confirmedAt from authenticators where account_id = ?',
  ).get(accountId);
  return row && { ...row, key: Buffer.from(unseal(db, row.sealed), 'base64') };
}

/** The key that an app has yet to show it has, for its owner to put there; once it counts it is never shown again. */
export function keyToSetUp(db: Db, viewer: Viewer): AppKey | undefined {
  const found = findAuthenticator(db, viewer.id);
  return found && !found.confirmedAt ? appKey(found.key, viewer.email) : undefined;
}

/** How many recovery codes are left. */
export function recoveryCodesOf(db: Db, accountId: number): number {
  const left = 'select count(*) as count from recovery_codes where account_id = ? and used_at is null';
  return statement<{ count: number }>(db, left).get(accountId)?.count ?? 0;
}
