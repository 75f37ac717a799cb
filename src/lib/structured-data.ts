import type { OrganisationProfile } from '#domain/organisations/queries.ts';
import type { Scheme } from '#domain/schemes/queries.ts';
import type { SlotProfile } from '#domain/slots/queries.ts';

/* What search engines are told, in the words of https://schema.org. */

interface Address {
  address: string | null;
  postcode: string | null;
  town: string | null;
}

export function organisationData(organisation: OrganisationProfile, url: string): object {
  const main = organisation.workplaces.find((place) => place.main);
  const sameAs = [organisation.website, ...organisation.links.map((link) => link.url)].filter(Boolean);
  return defined({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: organisation.name,
    description: organisation.description,
    url,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
    identifier: organisation.cvr ? { '@type': 'PropertyValue', propertyID: 'CVR', value: organisation.cvr } : undefined,
    email: organisation.email ?? undefined,
    telephone: organisation.phone ?? undefined,
    address: main ? postalAddress(main) : undefined,
    memberOf: organisation.networks.map((network) => ({ '@type': 'Organization', name: network.name })),
  });
}

/** Schemes in which the host pays a wage, and a person can therefore be said to get a job. */
const PAID = new Set([
  'smaajob',
  'fleksjob',
  'fritidsjob',
  'voksenlaerling',
  'laerling',
  'egu',
  'skaanejob',
  'ips',
  'loentilskud-privat',
  'loentilskud-offentlig',
]);

/** A paid slot with a place is a job posting; an unpaid placement is none, and nothing is said of it. */
export function jobPosting(slot: SlotProfile, scheme: Scheme | undefined, url: string): object | undefined {
  if (!slot.open || !scheme || !PAID.has(scheme.id) || !slot.postcode) return undefined;
  return defined({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: slot.title,
    description: slot.tasks,
    url,
    identifier: { '@type': 'PropertyValue', name: slot.organisation.name, value: slot.slug },
    datePosted: slot.publishedAt?.slice(0, 10),
    validThrough: `${slot.expiresOn}T23:59:59+01:00`,
    employmentType: slot.hoursMax < 37 ? 'PART_TIME' : 'FULL_TIME',
    workHours: `${slot.hoursMin}–${slot.hoursMax}`,
    totalJobOpenings: slot.positions - slot.filled,
    directApply: false,
    hiringOrganization: { '@type': 'Organization', name: slot.organisation.name },
    jobLocation: { '@type': 'Place', address: postalAddress(slot) },
  });
}

function postalAddress({ address, postcode, town }: Address): object {
  return defined({
    '@type': 'PostalAddress',
    streetAddress: address ?? undefined,
    postalCode: postcode ?? undefined,
    addressLocality: town ?? undefined,
    addressCountry: 'DK',
  });
}

function defined<Data extends object>(data: Data): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
