import { environment } from './environment.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** Whether the invented people of the demo network may sign in: their password is known to everybody. */
export function demoLoginsWork({ DEMO_LOGINS, HOST, SITE_URL }: Where = environment): boolean {
  if (DEMO_LOGINS) return DEMO_LOGINS === 'on';
  return LOOPBACK.has(HOST) && LOOPBACK.has(new URL(SITE_URL).hostname);
}

type Where = Pick<typeof environment, 'DEMO_LOGINS' | 'HOST' | 'SITE_URL'>;
