import type { AstroCookies } from 'astro';
import type { Db } from '#db/open.ts';
import { seal, unseal } from '#db/secrets.ts';
import { environment } from './environment.ts';

const isSecure = environment.SITE_URL.startsWith('https:');
const COOKIE = isSecure ? '__Host-once' : 'once';
/** Longer than any redirect takes. */
const SECONDS = 60;

/** Keeps lines for the page that the reader is sent to, encrypted: only hashes of them stay on the server. */
export function leaveOnce(db: Db, cookies: AstroCookies, lines: string[]): void {
  cookies.set(COOKIE, seal(db, JSON.stringify(lines)).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    maxAge: SECONDS,
  });
}

/** The lines that were left, once. */
export function takeOnce(db: Db, cookies: AstroCookies): string[] {
  const left = cookies.get(COOKIE)?.value;
  if (!left) return [];
  cookies.delete(COOKIE, { path: '/', secure: isSecure });
  try {
    return JSON.parse(unseal(db, Buffer.from(left, 'base64url'))) as string[];
  } catch {
    return [];
  }
}
