import type { Db } from '#db/open.ts';
import { EMPLOYERS_PAGE_SIZE, type EmployerQuery } from '#domain/employers/query.ts';
import { DEFAULT_WEIGHTS } from '#domain/employers/ranking.ts';
import { words } from './queries.ts';
import { type Random, randomFrom } from './random.ts';

const EACH = 60;

export const NOTHING_ASKED: EmployerQuery = {
  text: '',
  schemes: [],
  sectors: [],
  networks: [],
  support: [],
  leadsToJob: false,
  offers: 'both',
  weights: DEFAULT_WEIGHTS,
  page: 1,
  pageSize: EMPLOYERS_PAGE_SIZE,
};

/** What consultants ask, each with queries of its kind. */
export function workspaceShapes(corpus: Db, seed = 11): Record<string, EmployerQuery[]> {
  const random = randomFrom(seed);
  const { ordinary } = words(corpus);
  const column = (text: string) => corpus.$client.prepare(text).pluck().all() as string[];
  const schemes = column('select distinct scheme_id from slots order by 1');
  const support = column('select distinct support_fact_id from slot_support order by 1');
  const points = corpus.$client.prepare('select lat, lng from postcodes order by code').all() as {
    lat: number;
    lng: number;
  }[];
  const area = (r: Random) => ({ ...r.pick(points), radiusKm: r.pick([10, 25, 50]) });
  const many = (make: (random: Random) => Partial<EmployerQuery>) =>
    Array.from({ length: EACH }, (): EmployerQuery => ({ ...NOTHING_ASKED, ...make(random) }));
  return {
    'nothing asked': many((r) => ({ page: 1 + r.below(5) })),
    'near a place': many((r) => ({ area: area(r) })),
    'the whole country from a place': many((r) => ({ area: { ...r.pick(points), radiusKm: 500 } })),
    'hours and support near a place': many((r) => ({
      area: area(r),
      hours: r.pick([3, 4, 6, 10]),
      support: [r.pick(support)],
    })),
    'an occupation': many((r) => ({ text: r.pick(ordinary) })),
    'willing, no open slot': many((r) => ({ offers: 'willing', schemes: [r.pick(schemes)] })),
    'all filters': many((r) => ({
      area: area(r),
      text: r.pick(ordinary),
      hours: r.pick([3, 4, 6, 10]),
      schemes: [r.pick(schemes), r.pick(schemes)],
      support: [r.pick(support)],
      sectors: ['ordinary', 'public'],
      answersWithin: 7,
      heard: '365',
      leadsToJob: true,
    })),
    'nothing found': many((r) => ({
      area: { ...r.pick(points), radiusKm: 5 },
      text: `${r.pick(ordinary)} ${r.pick(ordinary)}`,
      hours: 37,
      schemes: [r.pick(schemes)],
      support: [r.pick(support), r.pick(support)],
      answersWithin: 2,
      heard: '30',
    })),
  };
}
