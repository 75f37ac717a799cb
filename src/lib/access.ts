import type { Viewer } from '#domain/accounts/viewer.ts';

/**
 * Who may open a route or send a form. `first-factor` has signed in and may still owe the second factor; `member` looks
 * after an organisation, `consultant` works in the job centre, `coordinator` runs a network; an administrator may do
 * what those two may. `development` is nobody on a server that others can reach.
 */
export type Access =
  | 'public'
  | 'first-factor'
  | 'signed-in'
  | 'member'
  | 'consultant'
  | 'coordinator'
  | 'administrator'
  | 'development';

/**
 * Closed by default: a route that this table does not list answers 404, and fails the build
 * (scripts/check-routes.ts). Keyed by route pattern, never by path, so that an address cannot be dressed up.
 */
export const ACCESS: Record<string, Access> = {
  '/403': 'public',
  '/404': 'public',
  '/forslag': 'public',
  '/billeder/[name]': 'public',
  '/bilag/[name]': 'public',
  '/kort/danmark.svg': 'public',
  '/robots.txt': 'public',
  '/was': 'public',
  '/sitemap.xml': 'public',
  '/sitemap/[part].xml': 'public',
  '/500': 'public',
  '/[...locale]': 'public',
  '/[...locale]/virksomheder': 'public',
  '/[...locale]/virksomheder/[slug]': 'public',
  '/[...locale]/virksomheder/[slug]/overtag': 'signed-in',
  '/[...locale]/virksomheder/[slug]/skriv': 'public',
  '/[...locale]/virksomheder/[slug]/bevis': 'public',
  '/[...locale]/pladser': 'public',
  '/[...locale]/pladser/[slug]': 'public',
  '/[...locale]/pladser/[slug]/let': 'public',
  '/[...locale]/pladser/feed.xml': 'public',
  '/[...locale]/netvaerk': 'public',
  '/[...locale]/netvaerk/[slug]': 'public',
  '/[...locale]/netvaerk/[slug]/ansoeg': 'signed-in',
  '/[...locale]/socialoekonomiske': 'public',
  '/[...locale]/slettet': 'public',
  '/[...locale]/om': 'public',
  '/[...locale]/privatliv': 'public',
  '/[...locale]/tilgaengelighed': 'public',
  '/[...locale]/api': 'public',
  '/[...locale]/afmeld': 'public',
  '/[...locale]/afmeld/et-klik': 'public',
  '/[...locale]/log-ind': 'public',
  '/[...locale]/log-ind/kode': 'public',
  '/[...locale]/log-ind/adgangskode': 'public',
  '/[...locale]/log-ind/link/[token]': 'public',
  '/[...locale]/invitation/[token]': 'public',
  '/[...locale]/log-ind/totrin': 'first-factor',
  '/[...locale]/plads': 'public',
  '/[...locale]/henvendelse': 'public',
  '/[...locale]/henvendelse/send': 'public',
  '/[...locale]/henvendelse/[id]': 'public',
  '/[...locale]/konto': 'signed-in',
  '/[...locale]/konto/adgangskode': 'signed-in',
  '/[...locale]/konto/mail': 'signed-in',
  // The link may be opened anywhere: whoever has it has the mailbox.
  '/[...locale]/konto/mail/[token]': 'public',
  '/[...locale]/konto/noegler': 'signed-in',
  '/[...locale]/konto/totrin': 'signed-in',
  '/[...locale]/konto/beskeder': 'signed-in',
  '/[...locale]/konto/data': 'signed-in',
  '/[...locale]/konto/data/[file]': 'signed-in',
  '/[...locale]/konto/slet': 'signed-in',
  '/[...locale]/konto/soegninger': 'signed-in',
  '/[...locale]/konto/soegninger/ny': 'signed-in',
  // By a key of their own: a feed reader, and the link in an e-mail, come without a session.
  '/[...locale]/soegning': 'public',
  '/[...locale]/soegning.xml': 'public',
  '/[...locale]/medlem': 'signed-in',
  '/[...locale]/medlem/[slug]': 'member',
  '/[...locale]/medlem/[slug]/data': 'member',
  '/[...locale]/medlem/[slug]/data/[file]': 'member',
  '/[...locale]/medlem/[slug]/folk': 'member',
  '/[...locale]/medlem/[slug]/haendelser': 'member',
  '/[...locale]/medlem/[slug]/indstillinger': 'member',
  '/[...locale]/medlem/[slug]/slet': 'member',
  '/[...locale]/medlem/[slug]/synlighed': 'member',
  '/[...locale]/medlem/[slug]/henvendelser': 'member',
  '/[...locale]/medlem/[slug]/henvendelser/[id]': 'member',
  '/[...locale]/medlem/[slug]/loefter': 'member',
  '/[...locale]/medlem/[slug]/loefter/[id]': 'member',
  '/[...locale]/medlem/[slug]/loefter/ny': 'member',
  '/[...locale]/medlem/[slug]/profil': 'member',
  '/[...locale]/medlem/[slug]/profil/billeder': 'member',
  '/[...locale]/medlem/[slug]/profil/billeder/[id]': 'member',
  '/[...locale]/medlem/[slug]/profil/billeder/[id]/hele': 'member',
  '/[...locale]/medlem/[slug]/profil/kontakt': 'member',
  '/[...locale]/medlem/[slug]/profil/om': 'member',
  '/[...locale]/medlem/[slug]/profil/steder': 'member',
  '/[...locale]/medlem/[slug]/profil/tilbud': 'member',
  '/[...locale]/admin/brugere': 'administrator',
  '/[...locale]/koordinator': 'coordinator',
  '/[...locale]/koordinator/anmodninger/[id]': 'coordinator',
  '/[...locale]/koordinator/ansoegninger/[id]': 'coordinator',
  '/[...locale]/koordinator/henvendelser': 'coordinator',
  '/[...locale]/koordinator/invitationer': 'coordinator',
  '/[...locale]/koordinator/mangler': 'coordinator',
  '/[...locale]/koordinator/tal': 'coordinator',
  '/[...locale]/koordinator/tal/hent.csv': 'coordinator',
  '/[...locale]/medlem/[slug]/pladser': 'member',
  '/[...locale]/medlem/[slug]/pladser/ny': 'member',
  '/[...locale]/medlem/[slug]/pladser/kladde/[draft]/[step]': 'member',
  '/[...locale]/medlem/[slug]/pladser/kladde/[draft]/raad': 'member',
  '/[...locale]/medlem/[slug]/pladser/kladde/[draft]/tjek': 'member',
  '/[...locale]/medlem/[slug]/pladser/[slot]': 'member',
  '/[...locale]/medlem/[slug]/pladser/[slot]/ret': 'member',
  '/[...locale]/medlem/[slug]/pladser/[slot]/vitas': 'member',
  '/[...locale]/jobcenter': 'consultant',
  '/[...locale]/jobcenter/arbejdsgivere': 'consultant',
  '/[...locale]/jobcenter/arbejdsgivere/[slug]': 'consultant',
  '/[...locale]/jobcenter/spoerg/[slug]': 'consultant',
  '/[...locale]/jobcenter/henvendelser': 'consultant',
  '/[...locale]/jobcenter/henvendelser/[id]': 'consultant',
  '/[...locale]/jobcenter/portefoelje': 'consultant',
  '/[...locale]/jobcenter/portefoelje/hent.csv': 'consultant',
  '/[...locale]/jobcenter/lister': 'consultant',
  '/[...locale]/jobcenter/lister/[id]': 'consultant',
  '/[...locale]/jobcenter/efterlysninger': 'consultant',
  '/[...locale]/jobcenter/efterlysninger/ny': 'consultant',
  '/[...locale]/jobcenter/tal': 'consultant',
  '/[...locale]/jobcenter/tal/hent.csv': 'consultant',
  '/[...locale]/jobcenter/regnestykke': 'consultant',
  '/[...locale]/jobcenter/skabeloner': 'consultant',
  '/[...locale]/liste': 'public',
  '/[...locale]/udvikling/mails': 'development',
  '/passkeys/register': 'signed-in',
  '/passkeys/show': 'public',
  '/api/v1/organisations': 'public',
  '/api/v1/organisations/[slug]': 'public',
  '/api/v1/slots': 'public',
  '/api/v1/slots/[slug]': 'public',
  '/api/v1/networks': 'public',
  '/api/v1/networks/[slug]': 'public',
  '/api/v1/schemes': 'public',
  '/api/v1/openapi.json': 'public',
  '/api/v1/[...path]': 'public',
  '/healthz/live': 'public',
  '/healthz/ready': 'public',
};

export function accessOf(routePattern: string): Access | undefined {
  return Object.hasOwn(ACCESS, routePattern) ? ACCESS[routePattern] : undefined;
}

/**
 * Whether pages and programs elsewhere may send something to a route. The API answers by itself that nothing can be
 * written there; one click in a mail program comes with its key, and with no cookie (RFC 8058).
 */
export const opensToAll = (routePattern: string): boolean =>
  routePattern.startsWith('/api/') || routePattern === '/[...locale]/afmeld/et-klik';

/** What stands between a viewer and a closed door: nothing, signing in, a second factor, or that it is not theirs. */
export type Door = 'open' | 'sign-in' | 'second-factor' | 'hidden';

/** @param access nothing for a route that the table does not list */
export function doorFor(access: Access | undefined, viewer: Viewer | undefined, isDevelopment: boolean): Door {
  if (!access) return 'hidden';
  if (access === 'public') return 'open';
  if (access === 'development') return isDevelopment ? 'open' : 'hidden';
  if (!viewer) return 'sign-in';
  if (access === 'first-factor') return 'open';
  if (!hasRole(access, viewer)) return 'hidden';
  const owes = STAFF.has(access) ? !viewer.secondFactorShown : isHalfIn(viewer);
  return owes ? 'second-factor' : 'open';
}

/**
 * Who somebody is behind an open door. Whoever switched on a second step and has not taken it is nobody yet, on public
 * pages and for public forms too: only where the step is taken they are known.
 */
export function viewerBehind(access: Access | undefined, viewer: Viewer | undefined): Viewer | undefined {
  return viewer && isHalfIn(viewer) && access !== 'first-factor' ? undefined : viewer;
}

const isHalfIn = (viewer: Viewer): boolean => viewer.secondFactorOn && !viewer.secondFactorShown;

const STAFF = new Set<Access>(['consultant', 'coordinator', 'administrator']);

function hasRole(access: Exclude<Access, 'public' | 'first-factor' | 'development'>, viewer: Viewer): boolean {
  const roles = {
    'signed-in': true,
    member: viewer.memberOf.length > 0,
    consultant: viewer.consultant || viewer.administrator,
    coordinator: viewer.coordinates.length > 0 || viewer.administrator,
    administrator: viewer.administrator,
  };
  return roles[access];
}
