import { domainToASCII } from 'node:url';
import providers from 'email-providers';
import { getDomain } from 'tldts';

/** Mailboxes that Danish internet providers give to their customers, and old Danish free mail: the list lacks them. */
const DANISH = [
  '12move.dk',
  'adslhome.dk',
  'cybercity.dk',
  'dlgmail.dk',
  'energimail.dk',
  'fibermail.dk',
  'get2net.dk',
  'jubii.dk',
  'jubiipost.dk',
  'mail-online.dk',
  'mail.dk',
  'nypost.dk',
  'ofir.dk',
  'privat.dk',
  'stofanet.dk',
  'tdc.dk',
  'tdcadsl.dk',
  'tele.dk',
  'vip.cybercity.dk',
  'waoo.dk',
  'webspeed.dk',
  'youmail.dk',
];

/**
 * Where many have their page without the domain being theirs: what the Public Suffix List does not hold, because those
 * pages are paths and no subdomains.
 */
const PLATFORMS = [
  'bandcamp.com',
  'dba.dk',
  'degulesider.dk',
  'facebook.com',
  'fb.com',
  'google.com',
  'instagram.com',
  'krak.dk',
  'linkedin.com',
  'linktr.ee',
  'one.com',
  'proff.dk',
  'simply.com',
  'tiktok.com',
  'trustpilot.com',
  'twitter.com',
  'virk.dk',
  'wix.com',
  'wordpress.com',
  'x.com',
  'youtube.com',
];

const freeMail = new Set([...providers, ...DANISH]);
const platforms = new Set(PLATFORMS);

/**
 * The domain that somebody registered, as DNS writes it: `shop.xn--hvals-vua.dk` and `hvalsø.dk` alike. The private part
 * of the Public Suffix List counts, so that two pages at one host of pages are two domains. Nothing for an IP address, a
 * name without a dot, or a host's own suffix.
 */
export function registrableDomain(host: string): string | undefined {
  const ascii = domainToASCII(host.replace(/\.$/, '')).toLowerCase();
  return (ascii && getDomain(ascii, { allowPrivateDomains: true })) || undefined;
}

/** What stands behind the last @. */
export const domainOfAddress = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

export function domainOfWebsite(website: string): string | undefined {
  return URL.canParse(website) ? registrableDomain(new URL(website).hostname) : undefined;
}

/** Whether anybody may have a mailbox there. */
export function isFreeMail(email: string): boolean {
  const host = domainToASCII(domainOfAddress(email)).toLowerCase();
  return freeMail.has(host) || freeMail.has(registrableDomain(host) ?? '');
}

/** Whether many have a page at that domain. @param domain as `registrableDomain` reads it */
export const isPlatform = (domain: string): boolean => platforms.has(domain) || freeMail.has(domain);
