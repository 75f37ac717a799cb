import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { takeTurn } from '#db/turn.ts';
import { isLastAdministrator } from '#domain/accounts/queries.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { solelyOwnedBy } from '#domain/members/queries.ts';
import { removeFiles } from '#domain/pictures/files.ts';
import { timestamp } from '#domain/time.ts';
import { forgetMailFiles } from '#mail/folder.ts';
import { forgetMailsAbout } from '#mail/outbox.ts';
import { dueDeletions } from './queries.ts';
import { isScrubbed, needScrub, scrub } from './scrub.ts';
import { forgetPerson, retireSlugs } from './steps.ts';

/** Where files lie that belong to somebody. */
export interface Folders {
  pictures: string;
  /** E-mails, where no server takes them. */
  mails: string;
}

export interface Removal {
  organisations: number;
  accounts: number;
  /** Accounts whose grace is over and that still are the last owner or administrator of something. */
  held: number;
}

/**
 * Removes everything of those whose grace is over: files first, then the rows in one transaction each, then what the
 * search and the database file still remember. Each step may be done twice, so a process that is killed leaves nothing
 * behind that the next round does not find. Of several processes one does it.
 */
export async function removeWhatIsDue(db: Db, folders: Folders, now = new Date()): Promise<Removal> {
  const removal: Removal = { organisations: 0, accounts: 0, held: 0 };
  const turn = takeTurn(db, 'removal');
  if (!turn) return removal;
  try {
    for (const id of dueDeletions(db, 'organisation', now))
      removal.organisations += Number(await removeOrganisation(db, folders, id, now));
    for (const id of dueDeletions(db, 'account', now)) {
      const removed = removeAccount(db, folders, id, now);
      if (removed) removal.accounts += 1;
      else removal.held += 1;
    }
    if (!isScrubbed(db)) scrub(db);
    return removal;
  } finally {
    turn.end();
  }
}

/** @returns whether it went: somebody may have changed their mind at the last moment */
async function removeOrganisation(db: Db, folders: Folders, id: number, now: Date): Promise<boolean> {
  const texts = namesOf(db, id);
  await removeFiles(folders.pictures, ...pictureKeys(db, id));
  forgetMailFiles(folders.mails, texts);
  return inTransaction(db, () => {
    if (!isDue(db, 'organisation', id, now)) return false;
    forgetMailsAbout(db, texts);
    retireSlugs(db, id);
    statement(db, FORGET_SENT_REMINDERS).run({ id });
    recordEvent(db, { actor: 'system', verb: 'removeOrganisation', noun: 'organisation', nounId: id });
    statement(db, 'delete from organisations where id = ?').run(id);
    needScrub(db);
    return true;
  });
}

function removeAccount(db: Db, folders: Folders, id: number, now: Date): boolean {
  const account = statement<{ email: string; name: string }>(db, 'select email, name from accounts where id = ?').get(
    id,
  );
  if (!account || solelyOwnedBy(db, id).length > 0 || isLastAdministrator(db, id)) return false;
  forgetMailFiles(folders.mails, [account.email]);
  return inTransaction(db, () => {
    if (!isDue(db, 'account', id, now)) return false;
    forgetMailsAbout(db, [account.email, account.name]);
    forgetPerson(db, id, account);
    recordEvent(db, { actor: 'system', verb: 'removeAccount', noun: 'account', nounId: id });
    statement(db, 'delete from accounts where id = ?').run(id);
    needScrub(db);
    return true;
  });
}

function isDue(db: Db, of: 'account' | 'organisation', id: number, now: Date): boolean {
  const due = `select 1 from ${of}_deletions where ${of}_id = ? and due_at <= ?`;
  return statement(db, due).get(id, timestamp(now)) !== undefined;
}

/** How e-mails name it: its name, its address, those of its contact persons. */
function namesOf(db: Db, id: number): string[] {
  return statement<string>(
    db,
    `select name from organisations where id = @id union select email from organisations where id = @id and email <> ''
     union select email from contacts where organisation_id = @id and email <> ''`,
  )
    .pluck()
    .all({ id });
}

function pictureKeys(db: Db, id: number): string[] {
  return statement<{ key: string; wholeKey: string }>(
    db,
    'select key, whole_key as wholeKey from pictures where organisation_id = ?',
  )
    .all(id)
    .flatMap(({ key, wholeKey }) => [key, wholeKey]);
}

const FORGET_SENT_REMINDERS = `
  delete from reminders
  where (kind = 'slot-expires' and noun_id in (select id from slots where organisation_id = @id))
    or (kind = 'commitment-review' and noun_id in (select id from commitments where organisation_id = @id))`;
