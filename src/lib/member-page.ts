import type { MemberOf } from '#domain/accounts/viewer.ts';

/** The pages that look after one organisation, in the order of their ways in: `/medlem/{slug}/{section}`. */
export const MEMBER_SECTIONS = ['', 'folk'] as const;
export type MemberSection = (typeof MEMBER_SECTIONS)[number];

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
