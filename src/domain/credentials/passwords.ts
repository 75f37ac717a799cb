import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What OWASP asks of Argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19 * 1024;
const PASSES = 2;
const LANES = 1;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

const derive = promisify(argon2);

interface Parameters {
  memory: number;
  passes: number;
  parallelism: number;
  nonce: Buffer;
}

/** @returns the hash with its parameters, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const hash = await hashOf(password, { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES, nonce });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(nonce)}$${unpadded(hash)}`;
}

/** @param kept what `hashPassword` made; without one the same work is done for nothing, so that time tells nothing */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(kept ?? '') ?? [];
  if (!kept) return (await hashPassword(password)) === '';
  const given = await hashOf(password, {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(salt, 'base64'),
  });
  return timingSafeEqual(given, Buffer.from(hash, 'base64'));
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** The same characters typed on another keyboard are the same password (NIST SP 800-63B: NFKC). */
const hashOf = (password: string, parameters: Parameters): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFKC'), tagLength: HASH_BYTES, ...parameters });

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
