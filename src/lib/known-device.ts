import type { AstroCookies } from 'astro';
import type { Db } from '#db/open.ts';
import { newToken, tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';
import { environment } from './environment.ts';

const isSecure = environment.SITE_URL.startsWith('https:');
const COOKIE = isSecure ? '__Host-device' : 'device';
/** So long after the last sign-in a device is a stranger again. The privacy page says half a year. */
const KNOWN_DAYS = 180;

/** Remembers that somebody signed in on this browser, so that no throttle of theirs shuts it out. */
export function rememberDevice(db: Db, cookies: AstroCookies, accountId: number): void {
  const token = cookies.get(COOKIE)?.value ?? newToken();
  statement(
    db,
    `insert into known_devices (account_id, token_hash, last_used_at) values (@accountId, @hash, @now)
     on conflict do update set last_used_at = @now`,
  ).run({ accountId, hash: tokenHash(token), now: timestamp() });
  const maxAge = KNOWN_DAYS * 86_400;
  cookies.set(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge });
}

/** What this browser is counted by, where the account of that address has signed in on it before. */
export function knownDevice(db: Db, cookies: AstroCookies, email: string): string | undefined {
  const token = cookies.get(COOKIE)?.value;
  const hash = token && tokenHash(token);
  const known = `select 1 from known_devices join accounts on accounts.id = known_devices.account_id
    where known_devices.token_hash = ? and lower(accounts.email) = ? and known_devices.last_used_at > ?`;
  return hash && statement(db, known).get(hash, email, knownSince()) ? hash : undefined;
}

/** Devices that have become strangers again are of use to nobody. */
export function forgetStrangeDevices(db: Db): void {
  statement(db, 'delete from known_devices where last_used_at <= ?').run(knownSince());
}

const knownSince = (): string => timestamp(new Date(Date.now() - KNOWN_DAYS * 86_400_000));
