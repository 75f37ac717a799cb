import { statement } from '#db/statement.ts';
import { countMails } from '#mail/outbox.ts';
import { countUndelivered } from '#search/meilisearch/outbox.ts';
import { countSetAside, listSetAside, readTrouble } from '#search/meilisearch/state.ts';
import { db } from './database.ts';
import { environment } from './environment.ts';
import { engine, fallback } from './search.ts';

/** Enough to see what it is about; `npm run search:verify` lists them all. */
const SHOWN = 20;

/**
 * Whether the portal can do its work. It is ready while the database answers: with its search server away it goes on
 * with the embedded engine, and says so here.
 */
export async function health() {
  const database = answers();
  const searching = database && (await searches());
  return {
    ready: database && searching,
    database: database ? 'ok' : 'failing',
    search: {
      configured: engine.name,
      answering: fallback?.failure ? 'embedded' : engine.name,
      failure: fallback?.failure ?? null,
      ...(fallback && database ? { since: fallback.since.toISOString(), ...delivery() } : { undelivered: 0 }),
    },
    // What is set aside was refused for good or too often; somebody has to look why.
    mail: {
      by: environment.SMTP_URL ? 'server' : 'files',
      ...(database ? countMails(db) : { waiting: 0, setAside: 0 }),
    },
  };
}

/** How the search server is kept in step: changes that it does not know, why, and documents that it refuses. */
function delivery() {
  return {
    undelivered: countUndelivered(db),
    trouble: readTrouble(db) ?? null,
    setAside: {
      count: countSetAside(db),
      documents: listSetAside(db, SHOWN).map(({ kind, entityId, reason }) => ({ kind, id: entityId, reason })),
    },
  };
}

function answers(): boolean {
  try {
    return statement(db, 'select 1').get() !== undefined;
  } catch {
    return false;
  }
}

async function searches(): Promise<boolean> {
  try {
    await engine.search({ kind: 'slots', text: '', filters: {}, sort: 'newest', page: 1, pageSize: 1 });
    return true;
  } catch {
    return false;
  }
}
