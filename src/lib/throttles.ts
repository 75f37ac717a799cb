import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import type { Db } from '#db/open.ts';
import { keyedHash } from '#db/secrets.ts';
import { TooMany } from '#domain/errors.ts';
import { clientAddressOf } from './client-address.ts';
import type { Visit } from './forms.ts';
import { knownDevice } from './known-device.ts';

/** What may be tried how often: from one place in the network, and for one account from devices that it does not know. */
export const LIMITS = {
  /** E-mails that sign in. */
  mail: { address: 30, account: 5, minutes: 15 },
  /** Messages of visitors, each of which sends an e-mail. */
  message: { address: 30, account: 5, minutes: 60 },
  password: { address: 60, account: 10, minutes: 15 },
  /** Codes of an e-mail or an app, and recovery codes. */
  code: { address: 60, account: 10, minutes: 15 },
  /** Questions put to passkeys, and their answers; a whole office may share one address. */
  passkey: { address: 600, account: 600, minutes: 15 },
} as const;

export type Tried = keyof typeof LIMITS;

type Sender = Pick<Visit<unknown>, 'db' | 'cookies' | 'request' | 'clientAddress'>;

/**
 * Counts an attempt. A device that the account has signed in on before is counted by itself alone, so that nobody can
 * shut its owner out by trying often elsewhere.
 *
 * @param about the e-mail address, or whatever else the attempt is for
 * @throws TooMany
 */
export async function countAttempt(sender: Sender, tried: Tried, about: string): Promise<void> {
  const device = knownDevice(sender.db, sender.cookies, about);
  if (device) return consume(sender.db, tried, 'account', `${device} ${about}`);
  await consume(sender.db, tried, 'address', clientAddressOf(sender.request, sender.clientAddress));
  await consume(sender.db, tried, 'account', about);
}

/** Counts an attempt that is for no account in particular. @throws TooMany */
export async function countFromAddress(sender: Sender, tried: Tried): Promise<void> {
  await consume(sender.db, tried, 'address', clientAddressOf(sender.request, sender.clientAddress));
}

/** It went well: the account begins anew. */
export async function forgetAttempts(sender: Sender, tried: Tried, about: string): Promise<void> {
  const device = knownDevice(sender.db, sender.cookies, about);
  const key = device ? `${device} ${about}` : about;
  await limiter(sender.db, tried, 'account').delete(keyedHash(sender.db, key));
}

async function consume(db: Db, tried: Tried, by: 'address' | 'account', key: string): Promise<void> {
  try {
    await limiter(db, tried, by).consume(keyedHash(db, key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 60_000)));
  }
}

const made = new WeakMap<Db, Map<string, RateLimiterSQLite>>();

function limiter(db: Db, tried: Tried, by: 'address' | 'account'): RateLimiterSQLite {
  const limiters = made.get(db) ?? new Map<string, RateLimiterSQLite>();
  made.set(db, limiters);
  const keyPrefix = `${tried}-${by}`;
  const known = limiters.get(keyPrefix) ?? makeLimiter(db, keyPrefix, LIMITS[tried][by], LIMITS[tried].minutes);
  limiters.set(keyPrefix, known);
  return known;
}

function makeLimiter(db: Db, keyPrefix: string, points: number, minutes: number): RateLimiterSQLite {
  return new RateLimiterSQLite({
    storeClient: db.$client,
    storeType: 'better-sqlite3',
    tableName: 'throttles',
    tableCreated: true,
    keyPrefix,
    points,
    duration: minutes * 60,
    // The worker that forgets what has run out does it (scripts/serve/workers.ts).
    clearExpiredByTimeout: false,
  });
}
