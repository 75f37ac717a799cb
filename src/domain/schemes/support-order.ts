import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';

/** Puts ids of support facts into the order of the reference file. */
export function supportInOrder(db: Db): (support: string[]) => string[] {
  const places = new Map(statement<[id: string, position: number]>(db, PLACES).raw().all());
  const place = (id: string): number => places.get(id) ?? places.size;
  return (support) => support.sort((a, b) => place(a) - place(b));
}

const PLACES = 'select id, position from support_facts';
