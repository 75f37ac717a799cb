import { join } from 'node:path';
import type { Db } from '#db/open.ts';
import { removeWhatIsDue } from '#domain/deletions/removal-commands.ts';
import type { Environment } from '#lib/environment.ts';
import { log } from '#lib/log.ts';
import { mailFolder } from '#lib/mail.ts';

const PAUSE_MS = 600_000;

/** Removes accounts and organisations whose grace is over. */
export function removalRound(db: Db, environment: Environment): () => Promise<number> {
  const folders = { pictures: join(environment.DATA_DIR, 'pictures'), mails: mailFolder(environment) };
  return async () => {
    const { organisations, accounts, held } = await removeWhatIsDue(db, folders);
    if (organisations + accounts > 0) log.info({ organisations, accounts }, 'deleted for good');
    if (held > 0) log.warn({ held }, 'accounts to be deleted are the last owner or administrator of something');
    return PAUSE_MS;
  };
}
