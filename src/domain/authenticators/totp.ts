import { randomBytes } from 'node:crypto';
import { createTOTPKeyURI, verifyHOTP } from '@oslojs/otp';

/** What every authenticator app expects (RFC 6238). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** As long as the hash behind it (RFC 4226, section 4). */
const KEY_BYTES = 20;
/** A clock may be off by one step either way. */
const TOLERANCE = 1;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** The time step that a code belongs to, where it is right and the step later than the last one taken. */
export function stepOfCode(key: Buffer, code: string, lastStep: number, now = Date.now()): number | undefined {
  const current = Math.floor(now / 1000 / STEP_SECONDS);
  const steps = Array.from({ length: 2 * TOLERANCE + 1 }, (_, index) => current - TOLERANCE + index);
  return steps.find((step) => step > lastStep && verifyHOTP(key, BigInt(step), DIGITS, code));
}

export interface AppKey {
  /** For an app that reads it as a picture. */
  uri: string;
  /** For an app that one types it into: in groups of four. */
  text: string;
}

/** @param account how the app names it */
export function appKey(key: Buffer, account: string): AppKey {
  const uri = createTOTPKeyURI('Plads', account, key, STEP_SECONDS, DIGITS);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return { uri, text: secret.match(/.{1,4}/g)?.join(' ') ?? '' };
}
