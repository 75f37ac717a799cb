import type { AstroCookies } from 'astro';
import { isTextKey, type Values } from '#i18n/index.ts';
import { environment } from './environment.ts';
import type { Notice } from './forms.ts';

const isSecure = environment.SITE_URL.startsWith('https:');
const COOKIE = isSecure ? '__Host-notice' : 'notice';
/** Longer than any redirect takes. */
const SECONDS = 60;

/** Keeps a line for the page that the reader is sent to. */
export function leaveNotice(cookies: AstroCookies, notice: Notice): void {
  cookies.set(COOKIE, JSON.stringify(notice), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: SECONDS,
  });
}

/** The line that was left, once. What a browser made up is no line. */
export function takeNotice(cookies: AstroCookies): Notice | undefined {
  const left = cookies.get(COOKIE)?.value;
  if (!left) return undefined;
  cookies.delete(COOKIE, { path: '/', secure: isSecure });
  try {
    const { key, values } = JSON.parse(left) as { key: string; values?: Values };
    return isTextKey(key) ? { key, ...(values && { values }) } : undefined;
  } catch {
    return undefined;
  }
}
