import type { APIContext } from 'astro';
import type { SearchKind } from '#db/schema/search.ts';
import type { List } from '#domain/list.ts';
import type { Locale } from '#i18n/index.ts';
import { db } from '#lib/database.ts';
import { environment } from '#lib/environment.ts';
import type { SearchQuery } from '#search/engine.ts';
import { readSearch } from '#search/parameters.ts';
import { languageOf, parameterProblem, placeByNameProblems } from './parameters.ts';
import { json } from './respond.ts';

/** Answers a list's address: 400 for what it does not know, otherwise one page of items with links to its neighbours. */
export async function listAnswer<Item>(
  { request, url }: Pick<APIContext, 'request' | 'url'>,
  kind: SearchKind,
  search: (query: SearchQuery) => Promise<List<Item>>,
  toItem: (item: List<Item>['items'][number], locale: Locale) => object,
): Promise<Response> {
  const { query, problems } = readSearch(db, kind, url.searchParams, environment.MUNICIPALITY_CODE);
  const refusal = parameterProblem([...problems, ...placeByNameProblems(kind, url.searchParams)]);
  if (refusal) return refusal;
  const { items, ...list } = await search(query);
  const locale = languageOf(url.searchParams);
  const { total, page, pageSize, facets, engine, tookMs } = list;
  const body = { items: items.map((item) => toItem(item, locale)), total, page, pageSize, facets, engine, tookMs };
  return json(request, body, linkHeader(url, page, Math.max(1, Math.ceil(total / pageSize))));
}

/** RFC 8288. */
function linkHeader(url: URL, page: number, pages: number): Record<string, string> {
  const target = (to: number) => {
    const parameters = new URLSearchParams(url.searchParams);
    parameters.set('page', String(to));
    return new URL(`${url.pathname}?${parameters}`, environment.SITE_URL).href;
  };
  const links = [
    ['first', 1],
    ...(page > 1 ? [['prev', Math.min(page - 1, pages)]] : []),
    ...(page < pages ? [['next', page + 1]] : []),
    ['last', pages],
  ] as [string, number][];
  return { Link: links.map(([rel, to]) => `<${target(to)}>; rel="${rel}"`).join(', ') };
}
