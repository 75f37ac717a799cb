import { readFileSync } from 'node:fs';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { findAccountByEmail, findViewer } from '#domain/accounts/queries.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { applyAsNew } from '#domain/applications/commands.ts';
import { newOrganisationInput } from '#domain/applications/schema.ts';
import { logApproach } from '#domain/approaches/commands.ts';
import { approachInput } from '#domain/approaches/schema.ts';
import { claimOrganisation } from '#domain/claims/commands.ts';
import { seeEnquiry, sendEnquiry, writeMessage } from '#domain/enquiries/commands.ts';
import { agreeEnquiry, endPlacement, startPlacement } from '#domain/enquiries/placement-commands.ts';
import { type Guest, REMINDER_DAYS } from '#domain/enquiries/rules.ts';
import { endInput, enquiryInput } from '#domain/enquiries/schema.ts';
import { postNeed } from '#domain/needs/commands.ts';
import { needInput } from '#domain/needs/schema.ts';
import { keepEmployer, planNextStep, tagEmployer, writeNote } from '#domain/portfolios/commands.ts';
import { addDays, today } from '#domain/time.ts';

const FILE = new URL('../db/seeds/demo/work.json', import.meta.url);

/** Days are counted back from the day of loading: `ago` and `sent` lie behind it, `in` before it, `until` behind it again. */
interface Work {
  enquiries: DemoEnquiry[];
  approaches: { organisation: string; ago: number; channel: string; subject: string; line: string }[];
  portfolio: { organisation: string; tags: string[]; nextStep: string | null; in?: number; note?: string }[];
  needs: ({ inMonths: number } & Record<string, unknown>)[];
  claim: { organisation: string; message: string };
  application: { network: string; organisation: Record<string, unknown>; message: string };
}

interface DemoEnquiry {
  organisation: string;
  /** Title of the slot that it is about. */
  slot?: string;
  scheme: string;
  places: number;
  hours: number;
  sent: number;
  text: string;
  steps: (
    | { do: 'see'; ago: number }
    | { do: 'agree'; ago: number }
    | { do: 'answer'; ago: number; text: string }
    | { do: 'start'; ago: number; until: number }
    | { do: 'end'; ago: number; outcome: string; hours: number }
  )[];
}

/**
 * What the invented people have been up to, by the verbs that everybody uses, so that whoever plays one of them finds
 * something to do. Nobody gets an e-mail about it. In the caller's transaction.
 *
 * @param people addresses of those who can be played
 */
export function loadDemoWork(db: Db, people: { consultant: string; asker: string }): void {
  const work = JSON.parse(readFileSync(FILE, 'utf8')) as Work;
  const [karla, asker] = [viewerAs(db, people.consultant), viewerAs(db, people.asker)];
  const lastMail = statement<{ id: number }>(db, 'select coalesce(max(id), 0) as id from mails').get()?.id;
  for (const one of work.enquiries) addEnquiry(db, karla, one);
  for (const { organisation, ago, ...plain } of work.approaches)
    logApproach(db, karla, approachInput.parse({ ...plain, organisationId: idOf(db, organisation), on: daysAgo(ago) }));
  for (const one of work.portfolio) addToPortfolio(db, karla, one);
  for (const { inMonths, ...need } of work.needs)
    postNeed(db, karla, needInput.parse({ ...need, fromMonth: addDays(today(), inMonths * 31).slice(0, 7) }));
  claimOrganisation(db, asker, idOf(db, work.claim.organisation), work.claim.message);
  const { network, organisation, message } = work.application;
  const networkId = statement<{ id: number }>(db, 'select id from networks where slug = ?').get(network)?.id ?? 0;
  applyAsNew(db, asker, networkId, newOrganisationInput.parse(organisation), message);
  statement(db, 'delete from mails where id > ?').run(lastMail);
}

function addEnquiry(db: Db, viewer: Viewer, { organisation, slot, sent, steps, ...one }: DemoEnquiry): void {
  const organisationId = idOf(db, organisation);
  const id = sendEnquiry(
    db,
    viewer,
    enquiryInput.parse({
      organisationId,
      slotId: slot ? slotOf(db, organisationId, slot) : null,
      fromOrganisationId: null,
      scheme: one.scheme,
      places: one.places,
      hoursWeekly: one.hours,
      fromMonth: null,
      text: one.text,
      acknowledged: true,
    }),
  );
  const employer: Guest = { guestOf: id, side: 'employer' };
  backdate(db, id, sent);
  for (const step of steps) {
    if (step.do === 'see') seeEnquiry(db, employer, id);
    else if (step.do === 'answer') writeMessage(db, employer, id, step.text);
    else if (step.do === 'agree') agreeEnquiry(db, employer, id);
    else if (step.do === 'start')
      startPlacement(db, viewer, id, { startedOn: daysAgo(step.ago), endsOn: daysAgo(step.until), hoursWeekly: null });
    else
      endPlacement(
        db,
        viewer,
        id,
        endInput.parse({
          outcome: step.outcome,
          endedOn: daysAgo(step.ago),
          hoursWeekly: step.hours,
          stoppedBy: null,
        }),
      );
    backdate(db, id, step.ago);
  }
  remindInThePast(db, id, sent);
}

/** What was done a moment ago was done so many days ago. */
function backdate(db: Db, id: number, days: number): void {
  const values = { id, on: daysAgo(days), at: `${daysAgo(days)}T09:30:00.000Z`, today: today() };
  for (const column of ['sent_at', 'seen_at', 'answered_at', 'agreed_at', 'changed_at', 'looked_at'])
    statement(db, `update enquiries set ${column} = @at where id = @id and substr(${column}, 1, 10) = @today`).run(
      values,
    );
  statement(db, 'update enquiries set sent_on = @on where id = @id and sent_on = @today').run(values);
  for (const [table, column] of [
    ['enquiry_messages', 'sent_at'],
    ['outcomes', 'confirmed_at'],
  ])
    statement(
      db,
      `update ${table} set ${column} = @at where enquiry_id = @id and substr(${column}, 1, 10) = @today`,
    ).run(values);
  statement(db, 'update approaches set "on" = @on where enquiry_id = @id and "on" = @today').run(values);
}

/** Reminders of an old question went out when they were due. */
function remindInThePast(db: Db, id: number, sent: number): void {
  for (const [kind, days] of Object.entries(REMINDER_DAYS))
    if (sent >= days)
      statement(
        db,
        `insert into enquiry_reminders (enquiry_id, kind, sent_at)
         select id, ?, ? from enquiries where id = ? and state in ('sent', 'seen')`,
      ).run(kind, `${daysAgo(sent - days)}T09:30:00.000Z`, id);
}

function addToPortfolio(db: Db, viewer: Viewer, { organisation, tags, nextStep, note, ...one }: Work['portfolio'][0]) {
  const id = idOf(db, organisation);
  keepEmployer(db, viewer, id);
  tagEmployer(db, viewer, id, tags);
  if (nextStep) planNextStep(db, viewer, id, { nextStep, nextStepOn: daysAgo(-(one.in ?? 0)) });
  if (note) writeNote(db, viewer, id, { text: note });
}

const daysAgo = (days: number): string => addDays(today(), -days);

function viewerAs(db: Db, email: string): Viewer {
  const viewer = findViewer(db, findAccountByEmail(db, email)?.id ?? 0, true);
  if (!viewer) throw new Error(`The demo has nobody called ${email}`);
  return viewer;
}

function idOf(db: Db, cvr: string): number {
  const found = statement<{ id: number }>(db, 'select id from organisations where cvr = ?').get(cvr);
  if (!found) throw new Error(`The demo’s work names an organisation that it does not have: ${cvr}`);
  return found.id;
}

function slotOf(db: Db, organisationId: number, title: string): number {
  const one = 'select id from slots where organisation_id = ? and title = ?';
  const found = statement<{ id: number }>(db, one).get(organisationId, title);
  if (!found) throw new Error(`The demo’s work names a slot that it does not have: ${title}`);
  return found.id;
}
