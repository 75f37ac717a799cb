import { inTurn } from '../compare.ts';
import { corpusOf } from '../corpus.ts';
import { load, loader } from '../load.ts';
import { startPortal } from '../portal.ts';
import { printTable } from '../table.ts';

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
  const measure = (some: string[], once: boolean) => async () => {
    portal.change();
    return (await load({ port: portal.port, paths: some, seconds: SECONDS, once })).perSecond;
  };
  await measure(paths, true)();
  const { unseen, kept } = await inTurn(rounds, {
    unseen: measure(paths, true),
    kept: measure(['/api/v1/organisations?page=2'], false),
  });
  await portal.stop();
  printTable(
    `The API's list of organisations, ${size} of them, ${PAGE_SIZE} a page with total, requests per second by ${loader}`,
    ['', 'per second', `times ${COMPARABLE_PER_SECOND} per second`],
    [
      ['each address for the first time', unseen, unseen / COMPARABLE_PER_SECOND],
      ['kept', kept, kept / COMPARABLE_PER_SECOND],
    ],
  );
}

/** By a step that has no divisor in common with most lengths; which order does not matter, only that it is none. */
function shuffle(items: string[]): void {
  const original = [...items];
  for (const index of items.keys()) items[index] = original[(index * 7919) % items.length] as string;
}
