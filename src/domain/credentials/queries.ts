import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';

/** What is kept of an account's password, for `isPassword`. */
export function passwordHashOf(db: Db, accountId: number): string | undefined {
  return statement<{ hash: string }>(db, 'select hash from passwords where account_id = ?').get(accountId)?.hash;
}
