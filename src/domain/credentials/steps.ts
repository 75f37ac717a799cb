import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';

/** Gives an account a password, or another one, inside the verb's transaction. @param hash of `hashPassword` */
export function insertPassword(db: Db, accountId: number, hash: string): void {
  statement(
    db,
    `insert into passwords (account_id, hash, set_at) values (@accountId, @hash, @now)
     on conflict do update set hash = @hash, set_at = @now`,
  ).run({ accountId, hash, now: timestamp() });
}
