import * as real from '#lib/search-page.ts';
import { once } from './once.ts';

export type { FacetView, SearchPageKind, SearchPageView } from '#lib/search-page.ts';

const pages = new Map<string, real.SearchPageView>();

/** One page for each list, whatever is searched for. */
export const searchPage: typeof real.searchPage = (...given) => {
  const { path } = given[3];
  const page = pages.get(path) ?? constant(real.searchPage(...given));
  pages.set(path, page);
  return page;
};

function constant(page: real.SearchPageView): real.SearchPageView {
  return { ...page, heading: once(page.heading), facets: once(page.facets), waysOut: once(page.waysOut) };
}
