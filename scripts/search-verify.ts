import { parseArgs } from 'node:util';
import type { Db } from '#db/open.ts';
import { inTurn } from '#db/turn.ts';
import { environment } from '#lib/environment.ts';
import { DELIVERY, deliver } from '#search/meilisearch/deliver.ts';
import { connect } from '#search/meilisearch/engine.ts';
import { wordsOfTrouble } from '#search/meilisearch/trouble.ts';
import { compare, type Difference, repair } from '#search/meilisearch/verify.ts';
import { openPortalDatabase } from './lib/portal-database.ts';

/*
 * npm run search:verify [-- --repair]: compares ids and versions of every document on the search server with the
 * database. Exit status 0 when they are equal, 1 when they are not or cannot be compared. --repair tells the server what
 * it should have, and compares again.
 */
const { values: options } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });

process.exitCode = await run(openPortalDatabase());

async function run(db: Db | undefined): Promise<number> {
  if (!db) return 1;
  const { MEILI_URL: url, MEILI_API_KEY: apiKey } = environment;
  if (!url) {
    console.log('No search server is named (MEILI_URL): there is nothing to compare.');
    return 0;
  }
  const client = connect({ url, apiKey });
  try {
    // In our turn nobody else tells the server anything: what differs then does differ.
    const found = await inTurn(db, DELIVERY, () => compare(db, client));
    print(found);
    if (found.length === 0 || !options.repair) return found.length === 0 ? 0 : 1;
    const left = await inTurn(db, DELIVERY, async () => {
      await deliver(db, client, { leaveSettings: true });
      await repair(db, client, await compare(db, client));
      return compare(db, client);
    });
    console.log('\nAfter repairing:');
    print(left);
    return left.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`The search server cannot be compared: ${wordsOfTrouble(error)}`);
    return 1;
  } finally {
    db.$client.close();
  }
}

function print(differences: Difference[]): void {
  for (const { kind, entityId, database, index, refused } of differences)
    console.log(
      `${kind} ${entityId}: ${versionOf('database', database)}, ${versionOf('index', index)}${refused ? ` (refused: ${refused})` : ''}`,
    );
  console.log(
    differences.length === 0 ? '✓ Index and database are equal.' : `✗ ${differences.length} documents differ.`,
  );
}

function versionOf(where: string, version: number | null): string {
  return version === null ? `not in the ${where}` : `version ${version} in the ${where}`;
}
