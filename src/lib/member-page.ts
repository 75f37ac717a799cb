import type { MemberOf } from '#domain/accounts/viewer.ts';

/** What there is to look after: `/medlem/{slug}/{section}`. */
export type MemberSection =
  | ''
  | 'profil'
  | 'loefter'
  | 'pladser'
  | 'henvendelser'
  | 'folk'
  | 'synlighed'
  | 'indstillinger';
/** Pages that have no way in of their own beside the sections: settings lead to them. */
export type MemberPage = MemberSection | 'haendelser' | 'data' | 'slet';
/** Those that have a page, in the order of their ways in. */
export const MEMBER_SECTIONS: readonly MemberSection[] = [
  '',
  'pladser',
  'henvendelser',
  'folk',
  'synlighed',
  'indstillinger',
];

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
export const memberPath = (slug: string, page: MemberPage = ''): string =>
  ['/medlem', slug, page].filter(Boolean).join('/');

const MEMBER_PAGES = '/[...locale]/medlem/[slug]';
/** What is still of use while an organisation waits to be deleted. */
const WHILE_LEAVING = ['/slet', '/data', '/data/[file]', '/haendelser'].map((page) => MEMBER_PAGES + page);

/**
 * Where a member page leads instead while its organisation waits to be deleted: to where that can be undone. A path
 * without its language.
 */
export function leavingDetour(page: {
  routePattern: string;
  params: Record<string, string | undefined>;
  locals: App.Locals;
}): string | undefined {
  if (!page.routePattern.startsWith(MEMBER_PAGES) || WHILE_LEAVING.includes(page.routePattern)) return undefined;
  const member = memberOf(page);
  return member?.leavesAt ? memberPath(member.slug, 'slet') : undefined;
}
