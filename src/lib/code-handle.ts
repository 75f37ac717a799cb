import type { AstroCookies } from 'astro';
import { SIGN_IN_MINUTES } from '#domain/sign-in/schema.ts';
import { environment } from './environment.ts';

const isSecure = environment.SITE_URL.startsWith('https:');
const COOKIE = isSecure ? '__Host-code' : 'code';

/** Keeps in the browser that asked for a code what lets it count there, and nowhere else. */
export function keepHandle(cookies: AstroCookies, handle: string): void {
  const maxAge = SIGN_IN_MINUTES * 60;
  cookies.set(COOKIE, handle, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge });
}

export const handleIn = (cookies: AstroCookies): string => cookies.get(COOKIE)?.value ?? '';

export const dropHandle = (cookies: AstroCookies): void => cookies.delete(COOKIE, { path: '/', secure: isSecure });
