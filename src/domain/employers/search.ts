import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { asConsultant } from '#domain/consultants/rules.ts';
import { today } from '#domain/time.ts';
import type { EmbeddedEngine } from '#search/embedded/engine.ts';
import { Asked } from './asked.ts';
import { Columns } from './columns.ts';
import type { EmployerQuery } from './query.ts';
import { type Ranked, Ranking } from './ranked.ts';

/** A search over organisations and their slots together, for consultants. */
export interface EmployerSearch {
  /** @throws Forbidden */
  find(viewer: Viewer, query: EmployerQuery, day?: string): Ranked;
}

/** @param engine the one that lives in this database: it knows all that a text finds, not only a page of it */
export function employerSearch(db: Db, engine: Pick<EmbeddedEngine, 'matching'>): EmployerSearch {
  const columns = new Columns(db);
  const ranking = new Ranking(columns);
  return {
    find(viewer, query, day = today()) {
      asConsultant(viewer);
      columns.refresh(day);
      const finds = {
        organisations: engine.matching('organisations', query.text),
        slots: engine.matching('slots', query.text),
      };
      return ranking.page(new Asked(db, columns, query, finds, day), query);
    },
  };
}
