import type { Db } from '#db/open.ts';
import { SECTORS } from '#db/schema/organisations.ts';
import type { SearchEngine, SearchQuery } from '#search/engine.ts';
import { type Random, randomFrom } from './random.ts';

/** Shapes that a search can have, each with queries of its kind. */
export type Shapes = Record<string, SearchQuery[]>;

const EACH = 100;
/** How many texts are read to know which words are frequent. */
const SAMPLE = 20_000;
const LETTERS = [...'abcdefghijklmnoprstuvyæøå'];

/** @param engine is asked only how far a deep page can go */
export async function shapesFor(db: Db, engine: SearchEngine, seed = 7): Promise<Shapes> {
  const random = randomFrom(seed);
  const { rare, half, ordinary } = words(db);
  const points = db.$client.prepare('select lat, lng from postcodes order by code').all() as {
    lat: number;
    lng: number;
  }[];
  const many = (make: (random: Random) => Partial<SearchQuery>) =>
    Array.from({ length: EACH }, (_, index): SearchQuery => {
      const kind = index % 2 ? 'slots' : 'organisations';
      return { kind, text: '', filters: {}, sort: 'relevance', page: 1, pageSize: 12, ...make(random) };
    });
  const total = async (query: SearchQuery) => (await engine.search({ ...query, pageSize: 1 })).total;
  const deep = many((r) => ({ text: r.next() < 0.5 ? r.pick(half) : '' }));
  for (const query of deep) query.page = Math.max(1, Math.ceil((await total(query)) / 12 / 2));
  return {
    'rare word': many((r) => ({ text: r.pick(rare) })),
    'word in half of all': many((r) => ({ text: r.pick(half) })),
    'two ordinary words': many((r) => ({ text: `${r.pick(ordinary)} ${r.pick(ordinary)}` })),
    'one letter': many((r) => ({ text: r.pick(LETTERS) })),
    'typing error': many((r) => ({ text: mistyped(r.pick(ordinary.filter((word) => word.length >= 6)), r) })),
    'facets only': many((r) => ({ filters: { sector: [r.pick(SECTORS)], sdg: [String(1 + r.below(17)), '8'] } })),
    'near a place': many((r) => ({ area: { ...r.pick(points), radiusKm: r.pick([5, 10, 25]) }, sort: 'distance' })),
    'deep page': deep,
  };
}

/** Words of the corpus by how many of its texts have them. */
export function words(db: Db): { rare: string[]; half: string[]; ordinary: string[] } {
  const texts = db.$client
    .prepare('select description from organisations where id % max(1, (select max(id) from organisations) / ?) = 0')
    .pluck()
    .all(SAMPLE) as string[];
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(text.toLowerCase().match(/\p{L}+/gu))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const between = (least: number, most: number) =>
    [...counts]
      .filter(([, count]) => count >= least && count <= most)
      .map(([word]) => word)
      .sort();
  const share = (part: number) => part * texts.length;
  return {
    rare: between(1, 1).filter((word) => word.length >= 8),
    half: between(share(0.35), share(0.65)),
    ordinary: between(share(0.002), share(0.1)).filter((word) => word.length >= 4),
  };
}

/** One letter, not the first, is another. */
function mistyped(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 1);
  return `${word.slice(0, at)}${random.pick(LETTERS.filter((letter) => letter !== word[at]))}${word.slice(at + 1)}`;
}
