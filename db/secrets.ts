import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Db } from './open.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FILE = 'plads.key';

const keys = new WeakMap<Db['$client'], Buffer>();

/**
 * Encrypts what the portal has to read again but a copy of its database shall not give away (AES-256-GCM). The key is
 * a file beside the database, made when it is first needed.
 */
export function seal(db: Pick<Db, '$client'>, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(db), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws where it was sealed with another key, or changed since */
export function unseal(db: Pick<Db, '$client'>, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(db), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** A secret that only its holder has: 160 bits, in letters and digits that survive an e-mail. */
export function newToken(): string {
  return randomBytes(20).toString('hex');
}

/** What is kept of a token. It is long and random, so that a plain hash gives nothing away. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What is kept of something short enough to be guessed: of no use to whoever has the database but not the key. */
export function keyedHash(db: Pick<Db, '$client'>, text: string): string {
  return createHmac('sha256', keyOf(db)).update(text).digest('hex');
}

function keyOf({ $client }: Pick<Db, '$client'>): Buffer {
  const known = keys.get($client);
  if (known) return known;
  const key = $client.memory ? randomBytes(KEY_BYTES) : keyFile(join(dirname($client.name), FILE));
  keys.set($client, key);
  return key;
}

/** Of several processes that find no key, one makes it and all read it. */
function keyFile(file: string): Buffer {
  try {
    writeFileSync(file, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} is no key of ${KEY_BYTES} bytes`);
  return key;
}
