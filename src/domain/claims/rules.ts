import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { runsOneOf } from '#domain/networks/rules.ts';
import { domainOfAddress, domainOfWebsite, isFreeMail, isPlatform, registrableDomain } from './mail-domains.ts';

/**
 * What an address says about whether its holder belongs to an organisation: `register` is the very address that the
 * directory has, `domain` one at the organisation's own web domain. Those two open the door; the others say why not.
 */
export type Proof = 'register' | 'domain' | 'free-mail' | 'shared-domain' | 'no-website' | 'other-domain';

export interface Known {
  website: string | null;
  /** In the directory. */
  email: string | null;
  /** Whether other organisations in the directory have their page at the same domain. */
  sharesDomain: boolean;
}

/** @param email a confirmed address, as `emailAddress` reads it */
export function proofOf(email: string, { website, email: registered, sharesDomain }: Known): Proof {
  if (registered && registered.trim().toLowerCase() === email) return 'register';
  if (isFreeMail(email)) return 'free-mail';
  const own = website ? domainOfWebsite(website) : undefined;
  if (!own) return 'no-website';
  if (registrableDomain(domainOfAddress(email)) !== own) return 'other-domain';
  return sharesDomain || isPlatform(own) ? 'shared-domain' : 'domain';
}

export const opensDoor = (proof: Proof): boolean => proof === 'register' || proof === 'domain';

/**
 * Owners decide about their own organisation, coordinators about those in their networks, an administrator about all;
 * nobody about a claim of their own.
 *
 * @param networks ids of the networks that the organisation is in
 */
export function mayDecideClaim(
  viewer: Viewer,
  claim: { accountId: number; organisationId: number },
  networks: number[],
): boolean {
  if (claim.accountId === viewer.id) return false;
  return looksAfter(viewer, claim.organisationId, 'owner') || runsOneOf(viewer, networks);
}
