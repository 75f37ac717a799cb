import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, openDatabase } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { forgetOldKeys } from '#domain/enquiries/links.ts';
import { remindOfEnquiries } from '#domain/enquiries/reminder-commands.ts';
import { forgetVisitorEnquiries } from '#domain/enquiries/visitor-commands.ts';
import { closeSettledNeeds } from '#domain/needs/commands.ts';
import { forgetExpiredListLinks } from '#domain/portfolios/list-commands.ts';
import { forgetExpiredSessions } from '#domain/sessions/commands.ts';
import { closeExpiredSlots } from '#domain/slots/commands.ts';
import { forgetExpiredTokens } from '#domain/tokens/steps.ts';
import type { Environment } from '#lib/environment.ts';
import { forgetStrangeDevices } from '#lib/known-device.ts';
import { log } from '#lib/log.ts';
import { mailTransport } from '#lib/mail.ts';
import { deliverMails } from '#mail/deliver.ts';
import { deliveryRound } from './delivery.ts';

const EXPIRY_PAUSE_MS = 60_000;
const MAIL_PAUSE_MS = 1_000;
const FORGET_PAUSE_MS = 600_000;
const PAUSE_AFTER_FAILURE_MS = 5_000;

/** Does a piece of work and says how many ms to wait for the next. The signal asks it to come to an end. */
type Round = (signal: AbortSignal) => Promise<number>;

/** Everything that goes on beside the serving. Each worker does its round, waits, and goes again until it is stopped. */
export function startWorkers(environment: Environment): { stop: () => Promise<void> } {
  const db = openDatabase(join(environment.DATA_DIR, 'plads.db'));
  const { MEILI_URL: url, MEILI_API_KEY: apiKey } = environment;
  const workers = [
    repeat(expiryRound(db)),
    mail(db, environment),
    repeat(forgettingRound(db)),
    repeat(enquiryRound(db)),
    ...(url ? [repeat(deliveryRound(db, { url, apiKey }))] : []),
  ];
  return {
    async stop() {
      await Promise.all(workers.map((stop) => stop()));
      db.$client.close();
    },
  };
}

function expiryRound(db: Db): Round {
  return async () => {
    const closed = closeExpiredSlots(db);
    if (closed > 0) log.info({ closed }, 'slots expired');
    return EXPIRY_PAUSE_MS;
  };
}

/** Reminds of enquiries that nobody answered, and closes needs that are met. */
function enquiryRound(db: Db): Round {
  return async () => {
    closeSettledNeeds(db);
    forgetExpiredListLinks(db);
    const reminded = remindOfEnquiries(db);
    if (reminded > 0) log.info({ reminded }, 'reminders of enquiries');
    return FORGET_PAUSE_MS;
  };
}

/** Takes away what has run out: sessions, links, devices, counted attempts, what visitors wrote long ago. */
function forgettingRound(db: Db): Round {
  return async () => {
    forgetExpiredSessions(db);
    forgetExpiredTokens(db);
    forgetStrangeDevices(db);
    forgetOldKeys(db);
    forgetVisitorEnquiries(db);
    statement(db, 'delete from throttles where expire < ?').run(Date.now());
    return FORGET_PAUSE_MS;
  };
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

function repeat(round: Round): () => Promise<void> {
  const stopped = new AbortController();
  const running = (async () => {
    while (!stopped.signal.aborted) {
      const pause = await round(stopped.signal).catch((error: unknown) => {
        log.error({ err: error }, 'a worker’s round failed');
        return PAUSE_AFTER_FAILURE_MS;
      });
      await sleep(pause, undefined, { signal: stopped.signal }).catch(() => {});
    }
  })();
  return () => {
    stopped.abort();
    return running;
  };
}
