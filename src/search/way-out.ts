import type { Facet, SearchEngine, SearchQuery } from './engine.ts';

/** One thing that a fruitless search could let go of, and how many it would then find. */
export type WayOut = { total: number } & (
  | { kind: 'filter'; facet: Facet; value: string }
  | { kind: 'hours' }
  | { kind: 'growsTo' }
  | { kind: 'radius'; radiusKm: number }
  | { kind: 'place' }
  | { kind: 'text' }
);

const WIDER_KM = [25, 50, 100];
/** Each candidate is a search of its own. */
const MOST_CANDIDATES = 8;

/** Which single part of a search blocks it: every part is left out in turn, and those that then find something are kept. */
export async function waysOut(engine: SearchEngine, query: SearchQuery): Promise<WayOut[]> {
  const tried = await Promise.all(
    candidates(query)
      .slice(0, MOST_CANDIDATES)
      .map(async ([way, without]) => ({
        ...way,
        total: (await engine.search({ ...without, page: 1, pageSize: 1 })).total,
      })),
  );
  return tried.filter((way) => way.total > 0);
}

type Way = WayOut extends infer One ? (One extends WayOut ? Omit<One, 'total'> : never) : never;

function candidates(query: SearchQuery): [Way, SearchQuery][] {
  const { area } = query;
  const filters = Object.entries(query.filters) as [Facet, string[]][];
  const wider = area ? WIDER_KM.find((radiusKm) => radiusKm > area.radiusKm) : undefined;
  return [
    ...(area && wider
      ? [
          [
            { kind: 'radius', radiusKm: wider },
            { ...query, area: { ...area, radiusKm: wider } },
          ] satisfies [Way, SearchQuery],
        ]
      : []),
    ...filters.flatMap(([facet, values]) =>
      values.map((value): [Way, SearchQuery] => [
        { kind: 'filter', facet, value },
        { ...query, filters: without(query.filters, facet, value) },
      ]),
    ),
    ...(query.hoursMax === undefined
      ? []
      : [[{ kind: 'hours' }, { ...query, hoursMax: undefined }] satisfies [Way, SearchQuery]]),
    ...(query.growsTo === undefined
      ? []
      : [[{ kind: 'growsTo' }, { ...query, growsTo: undefined }] satisfies [Way, SearchQuery]]),
    ...(area
      ? [[{ kind: 'place' }, { ...query, area: undefined, sort: 'relevance' }] satisfies [Way, SearchQuery]]
      : []),
    ...(query.text ? [[{ kind: 'text' }, { ...query, text: '' }] satisfies [Way, SearchQuery]] : []),
  ];
}

function without(filters: SearchQuery['filters'], facet: Facet, value: string): SearchQuery['filters'] {
  const { [facet]: values = [], ...rest } = filters;
  const left = values.filter((other) => other !== value);
  return left.length > 0 ? { ...rest, [facet]: left } : rest;
}
