import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';

/** What the account may do has changed: each of its sessions gets a new token with its next request. */
export function rotateSessionsOf(db: Db, accountId: number): void {
  statement(db, 'update sessions set rotates = 1 where account_id = ?').run(accountId);
}

/** Signs the account out everywhere, from the next request on, but for one session. @param except its id */
export function endSessionsOf(db: Db, accountId: number, except = 0): void {
  statement(db, 'delete from sessions where account_id = ? and id <> ?').run(accountId, except);
}

/** Where no second factor is left, none has been shown. Invented people never had to show one. */
export function lowerSessionsWithoutFactor(db: Db, accountId: number): void {
  statement(
    db,
    `update sessions set second_factor_at = null where account_id = @accountId
       and not exists (select 1 from passkeys where account_id = @accountId)
       and not exists (select 1 from authenticators where account_id = @accountId and confirmed_at is not null)
       and not exists (select 1 from accounts where id = @accountId and demo)`,
  ).run({ accountId });
}
