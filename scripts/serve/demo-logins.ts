import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { demoAccounts } from '#domain/accounts/demo.ts';
import { demoLoginsWork } from '#lib/demo-logins.ts';
import type { Environment } from '#lib/environment.ts';
import { DEMO_PASSWORD } from '../demo.ts';

/** Who of the demo network can be played, as lines for the terminal; none where they may not sign in. */
export function demoLogins(environment: Environment): string[] {
  if (!demoLoginsWork(environment)) return [];
  const db = openDatabase(join(environment.DATA_DIR, 'plads.db'), { readonly: true });
  const accounts = demoAccounts(db);
  db.$client.close();
  if (accounts.length === 0) return [];
  return [
    `\nInvented people who can log in at ${environment.SITE_URL}/log-ind, with one click or the password ${DEMO_PASSWORD}:`,
    ...accounts.map(({ email, role, place }) => `  ${role.padEnd(14)} ${email.padEnd(24)} ${place ?? ''}`.trimEnd()),
    '',
  ];
}
