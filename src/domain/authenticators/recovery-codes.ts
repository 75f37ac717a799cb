import { randomInt } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { keyedHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';

const CODES = 10;
const GROUPS = 3;
const GROUP_DIGITS = 4;

/** Gives an account new codes inside the verb's transaction; those before are of no use. @returns them, to be shown once */
export function replaceRecoveryCodes(db: Db, accountId: number): string[] {
  const codes = new Set<string>();
  while (codes.size < CODES) codes.add(newCode());
  forgetRecoveryCodes(db, accountId);
  const insert = statement(db, 'insert into recovery_codes (account_id, code_hash) values (?, ?)');
  for (const code of codes) insert.run(accountId, hashOf(db, code));
  return [...codes];
}

/** Uses one up, however it is typed. Of two requests at once only one gets it. */
export function useRecoveryCode(db: Db, accountId: number, code: string): boolean {
  const use = 'update recovery_codes set used_at = ? where account_id = ? and code_hash = ? and used_at is null';
  return statement(db, use).run(timestamp(), accountId, hashOf(db, code)).changes > 0;
}

export function forgetRecoveryCodes(db: Db, accountId: number): void {
  statement(db, 'delete from recovery_codes where account_id = ?').run(accountId);
}

/** "1234 5678 9012": digits, so that one field takes them and the app's codes, on any keyboard. */
function newCode(): string {
  const group = () => String(randomInt(10 ** GROUP_DIGITS)).padStart(GROUP_DIGITS, '0');
  return Array.from({ length: GROUPS }, group).join(' ');
}

const hashOf = (db: Db, code: string): string => keyedHash(db, `recovery ${code.replaceAll(/\D/g, '')}`);
