import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';

/** How an account may sign in, beside a link by e-mail. */
export interface WaysIn {
  hasPassword: boolean;
  passkeys: number;
  hasAuthenticator: boolean;
}

export function waysInOf(db: Db, accountId: number): WaysIn {
  const row = statement<{ passwords: number; passkeys: number; authenticators: number }>(db, WAYS_IN).get({
    accountId,
  });
  return {
    hasPassword: Boolean(row?.passwords),
    passkeys: row?.passkeys ?? 0,
    hasAuthenticator: Boolean(row?.authenticators),
  };
}

const WAYS_IN = `
  select (select count(*) from passwords where account_id = @accountId) as passwords,
    (select count(*) from passkeys where account_id = @accountId) as passkeys,
    (select count(*) from authenticators where account_id = @accountId and confirmed_at is not null) as authenticators`;
