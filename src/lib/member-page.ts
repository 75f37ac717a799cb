import type { MemberOf } from '#domain/accounts/viewer.ts';

/** What there is to look after: `/medlem/{slug}/{section}`. */
export type MemberSection = '' | 'profil' | 'loefter' | 'pladser' | 'henvendelser' | 'folk';
/** Those that have a page, in the order of their ways in. */
export const MEMBER_SECTIONS: readonly MemberSection[] = ['', 'henvendelser', 'folk'];

/**
 * The organisation in the address of a page below `/medlem/[slug]`, for whoever looks after it. For everybody else it
 * is not there, and the page answers 404: `const member = memberOf(Astro)`.
 */
export function memberOf({
  locals,
  params,
}: {
  locals: App.Locals;
  params: Record<string, string | undefined>;
}): MemberOf | undefined {
  return locals.viewer?.memberOf.find((one) => one.slug === params.slug);
}

/** "/medlem/hvalsoe-groent/folk", without the language. */
export const memberPath = (slug: string, section: MemberSection = ''): string =>
  ['/medlem', slug, section].filter(Boolean).join('/');
