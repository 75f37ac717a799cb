import { statement } from '#db/statement.ts';
import { countMails } from '#mail/outbox.ts';
import { countUndelivered } from '#search/meilisearch/deliver.ts';
import { db } from './database.ts';
import { environment } from './environment.ts';
import { engine, fallback } from './search.ts';

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
      undelivered: environment.MEILI_URL && database ? countUndelivered(db) : 0,
    },
    // What is set aside was refused for good or too often; somebody has to look why.
    mail: {
      by: environment.SMTP_URL ? 'server' : 'files',
      ...(database ? countMails(db) : { waiting: 0, setAside: 0 }),
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
