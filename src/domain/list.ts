import type { SearchResult } from '#search/engine.ts';

/** One page of a list, as the web pages and the API get it. */
export interface List<Item> extends Omit<SearchResult, 'hits'> {
  items: (Item & { distanceKm?: number })[];
  page: number;
  pageSize: number;
}

/** Puts the cards to the hits, in the order of the hits. A hit that is gone since is left out. */
export function listOf<Item extends { id: number }>(
  result: SearchResult,
  query: { page: number; pageSize: number },
  cards: (ids: number[]) => Item[],
): List<Item> {
  const { hits, ...found } = result;
  const distances = new Map(hits.map((hit) => [hit.id, hit.distanceKm]));
  const items = cards(hits.map((hit) => hit.id)).map((card) => {
    const distanceKm = distances.get(card.id);
    return distanceKm === undefined ? card : { ...card, distanceKm };
  });
  return { ...found, items, page: query.page, pageSize: query.pageSize };
}
