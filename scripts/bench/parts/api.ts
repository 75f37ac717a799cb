import { inTurn } from '../compare.ts';
import { corpusOf } from '../corpus.ts';
import { loader } from '../load.ts';
import { pace, startPortal } from '../portal.ts';
import { type Cell, printTable } from '../table.ts';

const PAGE_SIZE = 12;
const SECONDS = 2;
/** What a comparable open-source portal manages on two cores: the same list, 20,000 organisations, 12 a page, with total. */
const COMPARABLE_PER_SECOND = 50;

/** The API's list of organisations: addresses that nobody asked for before, and one that everybody asks for. */
export async function benchApi(size: number, rounds: number): Promise<void> {
  const portal = await startPortal(await corpusOf(size));
  await portal.warm();
  const pages = Array.from({ length: Math.floor(size / PAGE_SIZE) }, (_, index) => index + 1);
  const paths = ['relevance', 'name', 'newest'].flatMap((sort) =>
    ['da', 'en'].flatMap((lang) => pages.map((page) => `/api/v1/organisations?lang=${lang}&page=${page}&sort=${sort}`)),
  );
  shuffle(paths);
  const measure = (some: string[], once: boolean) => () => {
    portal.change();
    return pace(portal, { paths: some, seconds: SECONDS, once });
  };
  await measure(paths, true)();
  const { unseen, kept } = await inTurn(rounds, {
    unseen: measure(paths, true),
    kept: measure(['/api/v1/organisations?page=2'], false),
  });
  await portal.stop();
  const row = (name: string, { perSecond, cpuMs }: typeof kept): Cell[] => [
    ...[name, perSecond, perSecond / COMPARABLE_PER_SECOND, cpuMs],
  ];
  printTable(
    `The API's list of organisations, ${size} of them, ${PAGE_SIZE} a page with total, by ${loader}`,
    ['', 'requests per second', `times ${COMPARABLE_PER_SECOND}`, 'ms of processor time each'],
    [row('each address for the first time', unseen), row('kept', kept)],
  );
}

/** By a step that has no divisor in common with most lengths; which order does not matter, only that it is none. */
function shuffle(items: string[]): void {
  const original = [...items];
  for (const index of items.keys()) items[index] = original[(index * 7919) % items.length] as string;
}
