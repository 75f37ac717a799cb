import { join } from 'node:path';
import { type Db, openDatabase } from '#db/open.ts';
import { forgetExpiredSessions } from '#domain/sessions/commands.ts';
import { closeExpiredSlots } from '#domain/slots/commands.ts';
import { forgetExpiredTokens } from '#domain/tokens/steps.ts';
import type { Environment } from '#lib/environment.ts';
import { log } from '#lib/log.ts';
import { mailTransport } from '#lib/mail.ts';
import { deliverMails } from '#mail/deliver.ts';
import { deliver, prepareIndexes } from '#search/meilisearch/deliver.ts';
import { connect } from '#search/meilisearch/engine.ts';

const DELIVERY_PAUSE_MS = 500;
const DELIVERY_LONGEST_PAUSE_MS = 30_000;
const EXPIRY_PAUSE_MS = 60_000;
const MAIL_PAUSE_MS = 1_000;
const FORGET_PAUSE_MS = 600_000;

/** Everything that goes on beside the serving. Each worker does its round, waits, and goes again until it is stopped. */
export function startWorkers(environment: Environment): { stop: () => Promise<void> } {
  const db = openDatabase(join(environment.DATA_DIR, 'plads.db'));
  const workers = [
    expiry(db),
    mail(db, environment),
    forgetting(db),
    ...(environment.MEILI_URL ? [delivery(db, environment.MEILI_URL, environment.MEILI_API_KEY)] : []),
  ];
  return {
    async stop() {
      await Promise.all(workers.map((stop) => stop()));
      db.$client.close();
    },
  };
}

function expiry(db: Db): () => Promise<void> {
  return repeat(async () => {
    const closed = closeExpiredSlots(db);
    if (closed > 0) log.info({ closed }, 'slots expired');
    return EXPIRY_PAUSE_MS;
  });
}

/** Takes away what has run out: sessions, and links that sign in. */
function forgetting(db: Db): () => Promise<void> {
  return repeat(async () => {
    forgetExpiredSessions(db);
    forgetExpiredTokens(db);
    return FORGET_PAUSE_MS;
  });
}

/** Hands over e-mails, soon after whatever asked for them is done. */
function mail(db: Db, environment: Environment): () => Promise<void> {
  const transport = mailTransport(environment);
  const stop = repeat(async () => {
    const { sent, failures, setAside } = await deliverMails(db, transport, environment.SITE_URL);
    if (sent > 0) log.info({ sent }, 'e-mails handed over');
    if (failures.length > 0) log.warn({ failures, setAside }, 'e-mails not handed over');
    return MAIL_PAUSE_MS;
  });
  return () => stop().then(() => transport.close());
}

/** Tells the search server what changed; while it is away, asks again after growing pauses. */
function delivery(db: Db, url: string, apiKey: string | undefined): () => Promise<void> {
  const client = connect({ url, apiKey });
  let prepared = false;
  let pause = DELIVERY_PAUSE_MS;
  return repeat(async () => {
    try {
      if (!prepared) await prepareIndexes(client);
      prepared = true;
      const delivered = await deliver(db, client);
      if (delivered > 0) log.info({ delivered }, 'search server told');
      pause = DELIVERY_PAUSE_MS;
    } catch (error) {
      pause = Math.min(pause * 2, DELIVERY_LONGEST_PAUSE_MS);
      log.warn(
        { failure: error instanceof Error ? error.message : String(error), retryInMs: pause },
        'search server not told',
      );
    }
    return pause;
  });
}

/** @param round does one round and says how many ms to wait for the next */
function repeat(round: () => Promise<number>): () => Promise<void> {
  const stopped = new AbortController();
  const running = (async () => {
    while (!stopped.signal.aborted) {
      const pause = await round();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        stopped.signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  })();
  return () => {
    stopped.abort();
    return running;
  };
}
