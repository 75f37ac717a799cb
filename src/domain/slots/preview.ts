import type { OrganisationProfile } from '#domain/organisations/queries.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { today } from '#domain/time.ts';
import type { SlotProfile } from './queries.ts';
import { statusOf } from './rules.ts';
import type { MemberSlotInput } from './schema.ts';

/** A slot that is not published yet, as its page will show it. */
export function previewOf(organisation: OrganisationProfile, input: MemberSlotInput): SlotProfile {
  const { workplaceId, answers: _, ...plain } = input;
  const { id, slug, name, cvr, sector, demo, municipality } = organisation;
  const place =
    organisation.workplaces.find((one) => one.id === workplaceId) ?? organisation.workplaces.find((one) => one.main);
  const status = statusOf({ ...input, state: 'open', closedBecause: null }, today());
  return {
    ...plain,
    id: 0,
    slug: slugOf(input.title),
    organisation: { id, slug, name, cvr, sector, demo },
    growsTo: input.ladder.length > 1 ? Math.max(...input.ladder.map((step) => step.hours)) : null,
    address: place?.address ?? null,
    postcode: place?.postcode ?? null,
    town: place?.town ?? null,
    municipality,
    location:
      place && place.lat !== null && place.lng !== null ? { lat: place.lat, lng: place.lng } : organisation.location,
    publishedAt: null,
    status,
    open: status === 'open',
  };
}
