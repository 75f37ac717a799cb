import type { AstroCookies } from 'astro';
import type { Db } from '#db/open.ts';
import { asFarAsShown, type Viewer } from '#domain/accounts/viewer.ts';
import { findGuest } from '#domain/enquiries/links.ts';
import { type EnquiryThread, findEnquiry } from '#domain/enquiries/queries.ts';
import type { Party } from '#domain/enquiries/rules.ts';
import { environment } from './environment.ts';

/* How somebody without an account stays in a thread that a link let them into: by a pass that their browser keeps. */

const isSecure = environment.SITE_URL.startsWith('https:');
const COOKIE = isSecure ? '__Host-threads' : 'threads';
/** As long as a pass works (domain/enquiries/links.ts). */
const SECONDS = 24 * 3600;
/** Several threads may be open beside each other; the oldest makes room. */
const MOST_PASSES = 8;

export function keepPass(cookies: AstroCookies, pass: string): void {
  const passes = [pass, ...passesIn(cookies)].slice(0, MOST_PASSES).join('.');
  cookies.set(COOKIE, passes, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: SECONDS });
}

/** A thread as its reader stands in it: whoever is signed in, else whom a pass of this browser lets in. */
export interface OpenThread {
  party: Party;
  thread: EnquiryThread;
}

/** @returns nothing where the enquiry does not concern them */
export function threadFor(
  { db, viewer, cookies }: { db: Db; viewer: Viewer | undefined; cookies: AstroCookies },
  id: number,
): OpenThread | undefined {
  const parties: Party[] = [
    ...(viewer ? [asFarAsShown(viewer)] : []),
    ...passesIn(cookies).flatMap((pass) => findGuest(db, pass) ?? []),
  ];
  for (const party of parties) {
    const thread = findEnquiry(db, party, id);
    if (thread) return { party, thread };
  }
  return undefined;
}

const passesIn = (cookies: AstroCookies): string[] =>
  (cookies.get(COOKIE)?.value ?? '').split('.').filter(Boolean).slice(0, MOST_PASSES);
