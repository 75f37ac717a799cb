import type { AstroCookies } from 'astro';
import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import type { Db } from '#db/open.ts';
import { tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { timestamp } from '#domain/time.ts';
import { demoLoginsWork } from './demo-logins.ts';
import { deviceOf } from './device.ts';
import { environment } from './environment.ts';
import { type KnownSession, type NewSession, sessionStore } from './session-store.ts';

/*
 * The one door to sessions. The package behind it (lucia) is no longer developed and recommends a file like this one
 * in its place: nothing outside knows it.
 */

/** Unused for so many days, a session ends. It is renewed when half of them have passed. */
export const IDLE_DAYS = 7;
/** Requests that were under way when a session got its new token may still come with the one before. */
const GRACE_MS = 20_000;
/** As long as lucia's own: 200 bits. */
const TOKEN_BYTES = 25;

const isSecure = environment.SITE_URL.startsWith('https:');
/** A browser takes the prefix only with `Secure`, and not every one takes that over plain http on this machine. */
export const SESSION_COOKIE = isSecure ? '__Host-session' : 'session';

interface Carrier {
  db: Db;
  cookies: AstroCookies;
}

export interface OpenSession {
  viewer: Viewer;
  /** Of its row; names it in lists. */
  sessionId: number;
}

/** Who a request comes from. A session that has run out, was ended, or whose account is suspended is none. */
export async function readSession({ db, cookies }: Carrier): Promise<OpenSession | undefined> {
  const token = cookies.get(SESSION_COOKIE)?.value;
  if (!token) return undefined;
  const { session, user } = await lucia(db).validateSession(token);
  // Where invented people may no longer sign in, those who did are out.
  if (!session || (user.viewer.demo && !demoLoginsWork())) {
    forgetCookie(db, cookies);
    return undefined;
  }
  if (session.rotates) rotate(db, cookies, token);
  else if (session.fresh && !session.isPrevious) setCookie(db, cookies, token);
  return { viewer: user.viewer, sessionId: session.rowId };
}

/** Signs in on this browser. Whatever session it had before is over. */
export async function openSession(
  { db, cookies, request }: Carrier & { request: Request },
  accountId: number,
  how: Omit<NewSession, 'device'>,
): Promise<void> {
  await closeSession({ db, cookies });
  setCookie(db, cookies, await startSession(db, accountId, { ...how, device: deviceOf(request) }));
}

/** Makes a session and returns its token, for whoever sets the cookie. */
export async function startSession(db: Db, accountId: number, session: NewSession): Promise<string> {
  return (await lucia(db).createSession(accountId, session)).id;
}

/** Signs out on this browser. */
export async function closeSession({ db, cookies }: Carrier): Promise<void> {
  const token = cookies.get(SESSION_COOKIE)?.value;
  if (!token) return;
  await lucia(db).invalidateSession(token);
  forgetCookie(db, cookies);
}

/** A second factor was shown. The session may do more from now on, so its token is new, and the one before dead. */
export function raiseSession({ db, cookies }: Carrier): void {
  const token = newToken();
  const raise = `update sessions set token_hash = @hash, previous_hash = null, second_factor_at = @now, rotates = 0
    where @before in (token_hash, previous_hash)`;
  const before = tokenHash(cookies.get(SESSION_COOKIE)?.value ?? '');
  const { changes } = statement(db, raise).run({ hash: tokenHash(token), now: timestamp(), before });
  if (changes > 0) setCookie(db, cookies, token);
}

/** Of two requests at once only one gets the new token; the other goes on with the one before. */
function rotate(db: Db, cookies: AstroCookies, before: string): void {
  const token = newToken();
  const change = `update sessions set token_hash = ?, previous_hash = token_hash, previous_until = ?, rotates = 0
    where token_hash = ? and rotates = 1`;
  const until = timestamp(new Date(Date.now() + GRACE_MS));
  if (statement(db, change).run(tokenHash(token), until, tokenHash(before)).changes > 0) setCookie(db, cookies, token);
}

const newToken = (): string => generateIdFromEntropySize(TOKEN_BYTES);

const made = new WeakMap<Db, ReturnType<typeof makeLucia>>();

function lucia(db: Db) {
  const known = made.get(db) ?? makeLucia(db);
  made.set(db, known);
  return known;
}

function makeLucia(db: Db) {
  return new Lucia(sessionStore(db), {
    sessionExpiresIn: new TimeSpan(IDLE_DAYS, 'd'),
    sessionCookie: { name: SESSION_COOKIE, attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: (attributes) => attributes as KnownSession,
    getUserAttributes: (attributes) => attributes,
  });
}

function setCookie(db: Db, cookies: AstroCookies, token: string): void {
  const { name, value, attributes } = lucia(db).createSessionCookie(token);
  cookies.set(name, value, attributes);
}

function forgetCookie(db: Db, cookies: AstroCookies): void {
  const { name, attributes } = lucia(db).createBlankSessionCookie();
  cookies.delete(name, { path: attributes.path ?? '/', secure: attributes.secure ?? false });
}
