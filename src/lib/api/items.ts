import type { Commitment } from '#domain/commitments/queries.ts';
import type { Network } from '#domain/networks/queries.ts';
import type { OrganisationCard } from '#domain/organisations/cards.ts';
import type { OrganisationProfile } from '#domain/organisations/queries.ts';
import type { Scheme } from '#domain/schemes/queries.ts';
import type { SlotCard } from '#domain/slots/cards.ts';
import type { SlotProfile } from '#domain/slots/queries.ts';
import type { Locale } from '#i18n/index.ts';
import { pageAddress } from '#lib/page-address.ts';

/*
 * What the API tells of each noun: the public names (DESIGN.md), kept apart from what the pages happen to use, so that
 * neither changes the other. Ids are the database's own business and never leave it.
 */

type Placed<Item> = Item & { distanceKm?: number };

export function organisationItem(card: Placed<OrganisationCard>, locale: Locale) {
  return {
    slug: card.slug,
    name: card.name,
    cvr: card.cvr,
    sector: card.sector,
    rsv: card.rsv !== null,
    rsvCheckedOn: card.rsv?.checkedOn ?? null,
    rsvCheckedBy: card.rsv?.checkedBy ?? null,
    branch: card.branch,
    networks: card.networks.map((network) => network.slug),
    postcode: card.postcode,
    town: card.town,
    municipality: card.municipality,
    location: card.location,
    openSlots: card.openSlots,
    sdgs: card.sdgs,
    demo: card.demo,
    url: pageAddress(locale, `/virksomheder/${card.slug}`),
    ...(card.distanceKm === undefined ? {} : { distanceKm: card.distanceKm }),
  };
}

export function slotItem(card: Placed<SlotCard>, locale: Locale) {
  const { slug, name, cvr } = card.organisation;
  return {
    slug: card.slug,
    title: card.title,
    organisation: { slug, name, cvr },
    scheme: card.scheme,
    occupation: card.occupation,
    support: card.support,
    hoursMin: card.hoursMin,
    hoursMax: card.hoursMax,
    growsTo: card.growsTo,
    weeks: card.weeks,
    positions: card.positions,
    filled: card.filled,
    leadsToJob: card.leadsToJob,
    postcode: card.postcode,
    town: card.town,
    municipality: card.municipality,
    location: card.location,
    startsOn: card.startsOn,
    expiresOn: card.expiresOn,
    demo: card.organisation.demo,
    url: pageAddress(locale, `/pladser/${card.slug}`),
    ...(card.distanceKm === undefined ? {} : { distanceKm: card.distanceKm }),
  };
}

export function organisationDetail(
  profile: OrganisationProfile,
  commitments: Commitment[],
  slots: SlotCard[],
  locale: Locale,
) {
  return {
    ...organisationItem(profile, locale),
    description: profile.description,
    website: profile.website,
    links: profile.links,
    email: profile.email,
    phone: profile.phone,
    languages: profile.languages,
    offers: profile.offers,
    schemes: profile.schemes,
    willing: profile.willing,
    contacts: profile.contacts.map(({ id: _id, ...contact }) => contact),
    workplaces: profile.workplaces.map(({ id: _id, lat, lng, ...place }) => ({
      ...place,
      location: lat !== null && lng !== null ? { lat, lng } : null,
    })),
    commitments: commitments.map(({ id: _id, evidence, ...commitment }) => ({
      ...commitment,
      // A file lies at an address of our own.
      evidence: evidence && { label: evidence.label, url: pageAddress('da', evidence.url) },
    })),
    slots: slots.map((slot) => slotItem(slot, locale)),
  };
}

export function slotDetail(profile: SlotProfile, locale: Locale) {
  return {
    ...slotItem(profile, locale),
    tasks: profile.tasks,
    contactName: profile.contactName,
    ladder: profile.ladder,
    open: profile.open,
  };
}

export function networkItem(network: Network, locale: Locale) {
  return {
    slug: network.slug,
    name: network.name,
    description: locale === 'da' ? network.descriptionDa : network.descriptionEn || network.descriptionDa,
    website: network.website,
    members: network.members,
    openSlots: network.openSlots,
    keptCommitments: network.keptCommitments,
    demo: network.demo,
    url: pageAddress(locale, `/netvaerk/${network.slug}`),
  };
}

export function schemeItem(scheme: Scheme, locale: Locale) {
  const words = <Da, En>(da: Da, en: En) => (locale === 'da' ? da : en);
  return {
    id: scheme.id,
    kind: scheme.kind,
    name: words(scheme.nameDa, scheme.nameEn),
    summary: words(scheme.summaryDa, scheme.summaryEn),
    forWhom: words(scheme.forWhomDa, scheme.forWhomEn),
    pay: words(scheme.payDa, scheme.payEn),
    length: words(scheme.lengthDa, scheme.lengthEn),
    hosts: scheme.hosts,
    openSlot: scheme.openSlot,
    conditions: scheme.conditions.map((condition) => ({
      text: words(condition.da, condition.en),
      legalBasis: condition.legalBasis,
    })),
    legalBasis: words(scheme.legalBasisDa, scheme.legalBasisEn),
    moreUrl: scheme.moreUrl,
    validFrom: scheme.validFrom,
    validTo: scheme.validTo,
    lastCheckedOn: scheme.lastCheckedOn,
  };
}
