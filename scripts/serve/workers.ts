import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, openDatabase } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { sweepEvidence } from '#domain/commitments/evidence.ts';
import { employerSearch } from '#domain/employers/search.ts';
import { forgetOldKeys } from '#domain/enquiries/links.ts';
import { remindOfEnquiries } from '#domain/enquiries/reminder-commands.ts';
import { forgetVisitorEnquiries } from '#domain/enquiries/visitor-commands.ts';
import { closeSettledNeeds } from '#domain/needs/commands.ts';
import { sweepPictures } from '#domain/pictures/files.ts';
import { forgetExpiredListLinks } from '#domain/portfolios/list-commands.ts';
import { alertOfSearches } from '#domain/saved-searches/alert-commands.ts';
import type { Finders } from '#domain/saved-searches/hits.ts';
import { forgetExpiredSessions } from '#domain/sessions/commands.ts';
import { closeExpiredSlots } from '#domain/slots/commands.ts';
import { forgetExpiredTokens } from '#domain/tokens/steps.ts';
import type { Environment } from '#lib/environment.ts';
import { evidenceFolder } from '#lib/evidence-folder.ts';
import { forgetStrangeDevices } from '#lib/known-device.ts';
import { log } from '#lib/log.ts';
import { mailTransport } from '#lib/mail.ts';
import { picturesFolder } from '#lib/pictures-folder.ts';
import { deliverMails } from '#mail/deliver.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { deliveryRound } from './delivery.ts';
import { sendReminders } from './reminders.ts';
import { removalRound } from './removal.ts';
import { type AskApi, searchCountRound } from './search-counts.ts';
import type { SearchTally } from './search-tally.ts';

const EXPIRY_PAUSE_MS = 60_000;
const MAIL_PAUSE_MS = 1_000;
const FORGET_PAUSE_MS = 600_000;
const REMINDER_PAUSE_MS = 600_000;
const ALERT_PAUSE_MS = 60_000;
const SWEEP_PAUSE_MS = 3_600_000;
const PAUSE_AFTER_FAILURE_MS = 5_000;

/** Does a piece of work and says how many ms to wait for the next. The signal asks it to come to an end. */
type Round = (signal: AbortSignal) => Promise<number>;

/** What the serving gives to those who work beside it. */
interface Serving {
  tally: SearchTally;
  ask: AskApi;
}

/** Everything that goes on beside the serving. Each worker does its round, waits, and goes again until it is stopped. */
export function startWorkers(environment: Environment, serving?: Serving): { stop: () => Promise<void> } {
  const db = openDatabase(join(environment.DATA_DIR, 'plads.db'));
  const { MEILI_URL: url, MEILI_API_KEY: apiKey } = environment;
  const workers = [
    repeat(expiryRound(db)),
    mail(db, environment),
    repeat(forgettingRound(db)),
    repeat(removalRound(db, environment)),
    ...(serving ? [repeat(searchCountRound(db, serving.tally, serving.ask, environment.MUNICIPALITY_CODE))] : []),
    repeat(enquiryRound(db)),
    repeat(reminderRound(db)),
    repeat(alertRound(db)),
    repeat(sweepingRound(db)),
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

function reminderRound(db: Db): Round {
  return async () => {
    const sent = sendReminders(db);
    if (sent > 0) log.info({ sent }, 'reminders queued');
    return REMINDER_PAUSE_MS;
  };
}

/** Tells people what their saved searches found. The search is read into memory once somebody has one. */
function alertRound(db: Db): Round {
  let finders: Finders | undefined;
  return async () => {
    if (!statement(db, "select 1 from saved_searches where frequency <> 'never' limit 1").get()) return ALERT_PAUSE_MS;
    finders ??= findersOf(db);
    const sent = await alertOfSearches(db, finders);
    if (sent > 0) log.info({ sent }, 'alerts of saved searches queued');
    return ALERT_PAUSE_MS;
  };
}

function findersOf(db: Db): Finders {
  const engine = embeddedEngine(db);
  return { slots: engine, employers: employerSearch(db, engine) };
}

/** Reminds of enquiries that nobody answered, and closes needs that are met. */
function enquiryRound(db: Db): Round {
  return async () => {
    closeSettledNeeds(db);
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
    forgetExpiredListLinks(db);
    statement(db, 'delete from throttles where expire < ?').run(Date.now());
    return FORGET_PAUSE_MS;
  };
}

/** Takes away files that nothing shows any longer. */
function sweepingRound(db: Db): Round {
  return async () => {
    const removed = (await sweepPictures(db, picturesFolder)) + (await sweepEvidence(db, evidenceFolder));
    if (removed > 0) log.info({ removed }, 'files swept');
    return SWEEP_PAUSE_MS;
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
