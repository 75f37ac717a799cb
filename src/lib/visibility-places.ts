import type { Visibility } from '#domain/visibility/queries.ts';
import type { Translate } from '#i18n/index.ts';

/** A page that shows the organisation; its path without its language. */
export interface PlaceSeen {
  label: string;
  path: string;
}

/** The pages where somebody meets the organisation, as things stand. */
export function placesSeen(t: Translate, facts: Visibility): PlaceSeen[] {
  if (facts.leavesAt) return [];
  const { slug, networks, openSlots, town, sector } = facts;
  return [
    { label: t('visibility.place.own'), path: `/virksomheder/${slug}` },
    { label: t('visibility.place.list'), path: '/virksomheder' },
    ...(town ? [{ label: t('visibility.place.near', { town }), path: near('/virksomheder', town) }] : []),
    ...(sector === 'social-enterprise' ? [{ label: t('visibility.place.social'), path: '/socialoekonomiske' }] : []),
    ...networks.map((network) => ({
      label: t('visibility.place.network', { network: network.name }),
      path: `/netvaerk/${network.slug}`,
    })),
    ...(openSlots > 0 ? [{ label: t('visibility.place.slots', { count: openSlots }), path: '/pladser' }] : []),
  ];
}

const near = (path: string, town: string): string => `${path}?${new URLSearchParams({ place: town })}`;
