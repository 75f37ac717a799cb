import type { APIContext } from 'astro';
import { mayChangeWaysIn } from '#domain/accounts/rules.ts';
import { secondFactorAddress } from './next-page.ts';
import { signedIn } from './signed-in.ts';

/** For pages that change how one gets in: the way to the second factor, for who has one and has yet to show it. */
export function factorFirst({ locals, url, redirect }: Pick<APIContext, 'locals' | 'url' | 'redirect'>) {
  const { viewer } = signedIn(locals);
  return mayChangeWaysIn(viewer) ? undefined : redirect(secondFactorAddress(locals.locale, url, true));
}
