import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { inTurn } from '#db/turn.ts';
import { environment } from '#lib/environment.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import { DELIVERY, reindex } from '#search/meilisearch/deliver.ts';
import { connect } from '#search/meilisearch/engine.ts';
import { countSetAside } from '#search/meilisearch/state.ts';
import { wordsOfTrouble } from '#search/meilisearch/trouble.ts';
import { openPortalDatabase } from './lib/portal-database.ts';
import { step } from './lib/steps.mjs';

/*
 * npm run reindex: brings what the search knows in line with the data, and builds the index on the search server anew where
 * there is one. The portal goes on searching and taking changes. It may be stopped at any moment and run again.
 */
const BATCH = 200;

process.exitCode = await run(openPortalDatabase());

async function run(db: Db | undefined): Promise<number> {
  if (!db) return 1;
  try {
    await step('Bringing what the search knows in line with the data', async () => writeDocuments(db));
    const { MEILI_URL: url, MEILI_API_KEY: apiKey } = environment;
    if (url) await renewIndex(db, url, apiKey);
    else console.log('✓ No search server is named (MEILI_URL): the embedded engine is up to date');
    return 0;
  } catch (error) {
    console.error(
      `The index could not be built: ${wordsOfTrouble(error)}\nThe one in use is as it was. Run this again.`,
    );
    return 1;
  } finally {
    db.$client.close();
  }
}

/** In short transactions, so that nobody's change waits for long. */
function writeDocuments(db: Db): void {
  const ids = statement<{ id: number }>(db, 'select id from organisations order by id')
    .all()
    .map((row) => row.id);
  for (let from = 0; from < ids.length; from += BATCH)
    inTransaction(db, () => indexOrganisations(db, ids.slice(from, from + BATCH)));
}

async function renewIndex(db: Db, url: string, apiKey: string | undefined): Promise<void> {
  const client = connect({ url, apiKey });
  await step('Building the index on the search server anew', () => inTurn(db, DELIVERY, () => reindex(db, client)));
  const refused = countSetAside(db);
  if (refused > 0) console.log(`! ${refused} documents were refused: npm run search:verify lists them`);
}
