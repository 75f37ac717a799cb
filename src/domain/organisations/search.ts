import type { Db } from '#db/open.ts';
import { type List, listOf } from '#domain/list.ts';
import type { SearchEngine, SearchQuery } from '#search/engine.ts';
import { type OrganisationCard, organisationCards } from './cards.ts';

export async function searchOrganisations(
  db: Db,
  engine: SearchEngine,
  query: SearchQuery,
): Promise<List<OrganisationCard>> {
  return listOf(await engine.search({ ...query, kind: 'organisations' }), query, (ids) => organisationCards(db, ids));
}
