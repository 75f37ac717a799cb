import type { Db } from '#db/open.ts';
import {
  ANSWERS_WITHIN,
  type EmployerQuery,
  HEARD,
  OFFERS,
  readEmployerSearch,
  weightParameter,
} from '#domain/employers/query.ts';
import type { Ranked } from '#domain/employers/ranked.ts';
import { DEFAULT_WEIGHTS, FACTORS, type Factor, WEIGHTS } from '#domain/employers/ranking.ts';
import { formatNumber, type Locale, type Translate } from '#i18n/index.ts';
import type { Facet } from '#search/engine.ts';
import { DEFAULT_RADIUS_KM, facetValues } from '#search/parameters.ts';
import { listAddress, listAddressWithout } from './address.ts';
import { labels } from './labels.ts';
import { RADIUS_CHOICES, radiusChoices } from './search-page.ts';

/** The filters of several values: the parameter, and what the query calls it. */
const FACETS = [
  ['scheme', 'schemes'],
  ['support', 'support'],
  ['sector', 'sectors'],
  ['network', 'networks'],
] as const satisfies [Facet, keyof EmployerQuery][];

export interface Choice {
  value: string;
  label: string;
  on: boolean;
}

/** Everything that the page shows around its hits, read from the address. @param path in the reader's language */
export function employersPage(
  db: Db,
  locale: Locale,
  t: Translate,
  path: string,
  parameters: URLSearchParams,
  home: string,
) {
  const { query, place, otherPlaces, problems } = readEmployerSearch(db, parameters, home);
  const label = labels(db, locale, t);
  const placeName = place?.label.replace(/^\d{4} /, '');
  const words = wordsOf(t);
  const without = (changes: Record<string, string | null>) => listAddress(path, parameters, changes);
  const weighed = FACTORS.filter((factor) => query.weights[factor] !== DEFAULT_WEIGHTS[factor]);
  const chips = [
    ...FACETS.flatMap(([facet, part]) =>
      query[part].map((value) => ({
        label: label(facet, value),
        without: listAddressWithout(path, parameters, facet, value),
      })),
    ),
    ...words({ ...query, offers: 'both' }).map(({ label: said, parameter }) => ({
      label: said,
      without: without({ [parameter]: null }),
    })),
    ...weighed.map((factor) => ({
      label: t('employers.weight.chip', {
        factor: t(`employers.factor.${factor}`),
        weight: t(`employers.weight.${query.weights[factor]}`),
      }),
      without: without({ [weightParameter(factor)]: null }),
    })),
  ];
  return {
    path,
    parameters,
    query,
    place,
    label,
    chips,
    otherPlaces: otherPlaces.map((other) => ({
      words: t('search.place.in', { place: other.label, municipality: other.municipality }),
      address: without({ place: other.postcode ?? null, near: other.postcode ? null : `${other.lat},${other.lng}` }),
    })),
    problems: problems.map(({ parameter, value, reason, allowed = [] }) => {
      const [least = '', most = ''] = allowed;
      const text = reason === 'unknown-parameter' ? 'unknown-value' : reason;
      return {
        parameter,
        words: t(`problem.${text}`, { parameter: `“${parameterName(parameter, t)}”`, value, least, most }),
      };
    }),
    facets: FACETS.map(([name, part]) => ({
      name,
      title: t(`facet.${name}`),
      values: facetValues(db, name).map((value) => ({
        value,
        label: label(name, value),
        on: query[part].includes(value),
      })),
      ...(name === 'support' ? { hint: t('employers.support.hint') } : {}),
      open: name === 'support' || name === 'scheme' || query[part].length > 0,
    })),
    selects: [
      {
        name: 'answersWithin',
        title: t('employers.answersWithin'),
        choices: ANSWERS_WITHIN.map((value) => ({
          value,
          label: t('employers.answersWithin.option', { count: Number(value) }),
          on: query.answersWithin === Number(value),
        })),
      },
      {
        name: 'heard',
        title: t('employers.heard'),
        choices: HEARD.map((value) => ({ value, label: t(`employers.heard.${value}`), on: query.heard === value })),
      },
    ],
    weights: FACTORS.map((factor) => ({
      name: weightParameter(factor),
      title: t(`employers.factor.${factor}`),
      // What counts anyway does not stand in the address.
      choices: WEIGHTS.map((value) => ({
        value: value === DEFAULT_WEIGHTS[factor] ? '' : value,
        label: t(`employers.weight.${value}`),
        on: query.weights[factor] === value,
      })),
    })),
    isReweighed: weighed.length > 0,
    radii: radiusChoices(t, RADIUS_CHOICES, query.area?.radiusKm ?? DEFAULT_RADIUS_KM),
    firstPage: without({ page: null }),
    /** With an open slot, willing without one, or both, and how many of each there are. */
    states: ({ open, willing }: Ranked['counts']) =>
      OFFERS.map((value) => ({
        words: `${t(`employers.offers.${value}`)} (${formatNumber(locale, { both: open + willing, open, willing }[value])})`,
        address: without({ offers: value === 'both' ? null : value }),
        on: query.offers === value,
      })),
    /** "14 arbejdsgivere med “gartner” nær Hvalsø" */
    heading(total: number): string {
      const found = t('employers.count', { count: total });
      const withText = query.text ? t('search.with', { found, text: query.text }) : found;
      return placeName ? t('search.near', { found: withText, place: placeName }) : withText;
    },
    waysOut: ({ waysOut }: Pick<Ranked, 'waysOut'>) =>
      waysOut.map((way) => {
        if (way.kind === 'radius')
          return {
            words: t('search.none.wider', { km: way.radiusKm, count: way.total }),
            address: without({ radiusKm: String(way.radiusKm) }),
          };
        const [name, address] = ((): [string, string] => {
          const facet = FACETS.find(([, part]) => part === way.kind)?.[0];
          if (way.kind === 'support')
            return [label('support', way.value), listAddressWithout(path, parameters, 'support', way.value)];
          if (facet)
            return [
              query[way.kind as 'schemes'].map((value) => label(facet, value)).join(', '),
              without({ [facet]: null }),
            ];
          if (way.kind === 'place')
            return [t('search.place'), without({ place: null, postcode: null, near: null, radiusKm: null })];
          if (way.kind === 'text') return [query.text, without({ q: null })];
          const said = words(query).find(({ parameter }) => parameter === way.kind)?.label ?? '';
          return [said, without({ [way.kind]: null })];
        })();
        return { words: t('search.none.without', { label: name, count: way.total }), address };
      }),
  };
}

export type EmployersPageView = ReturnType<typeof employersPage>;

/** What single filters say when they are on. */
const wordsOf =
  (t: Translate) =>
  ({ hours, leadsToJob, answersWithin, heard, offers }: EmployerQuery): { parameter: string; label: string }[] =>
    [
      { parameter: 'offers', label: offers === 'both' ? '' : t(`employers.offers.${offers}`) },
      { parameter: 'hours', label: hours === undefined ? '' : t('employers.hours.chip', { count: hours }) },
      { parameter: 'leadsToJob', label: leadsToJob ? t('leadsToJob.true') : '' },
      {
        parameter: 'answersWithin',
        label: answersWithin === undefined ? '' : t('employers.answersWithin.chip', { count: answersWithin }),
      },
      {
        parameter: 'heard',
        label: heard === undefined ? '' : `${t('employers.heard')}: ${t(`employers.heard.${heard}`)}`,
      },
    ].filter(({ label }) => label !== '');

function parameterName(parameter: string, t: Translate): string {
  const facet = FACETS.find(([name]) => name === parameter)?.[0];
  if (facet) return t(`facet.${facet}`);
  const factor = FACTORS.find((one) => weightParameter(one) === parameter) satisfies Factor | undefined;
  if (factor) return t(`employers.factor.${factor}`);
  switch (parameter) {
    case 'q':
      return t('employers.text');
    case 'place':
    case 'postcode':
    case 'near':
      return t('search.place');
    case 'radiusKm':
      return t('search.radius');
    case 'hours':
    case 'answersWithin':
    case 'heard':
    case 'offers':
      return t(`employers.${parameter}`);
    case 'leadsToJob':
      return t('facet.leadsToJob');
    case 'page':
      return t('search.pages');
    default:
      return parameter;
  }
}
