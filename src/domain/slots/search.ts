import type { Db } from '#db/open.ts';
import { type List, listOf } from '#domain/list.ts';
import type { SearchEngine, SearchQuery } from '#search/engine.ts';
import { type SlotCard, slotCards } from './cards.ts';

export async function searchSlots(db: Db, engine: SearchEngine, query: SearchQuery): Promise<List<SlotCard>> {
  return listOf(await engine.search({ ...query, kind: 'slots' }), query, (ids) => slotCards(db, ids));
}
