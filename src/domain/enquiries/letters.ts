import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { queueMail } from '#mail/outbox.ts';
import { insertKey, linkPath } from './links.ts';
import type { EnquiryRow } from './queries.ts';
import { askerRecipients, coordinatorRecipients, employerRecipients } from './recipients.ts';

/*
 * What leaves by e-mail, as steps of the verbs. An e-mail says that something happened and where to read it; what was
 * written stays in the portal.
 */

/** What an e-mail may tell of. */
export type EnquiryNews = 'sent' | 'first' | 'second' | 'message' | 'agreed' | 'cancelled' | 'new-link';

/** To everybody at the organisation who hears of enquiries, each with a link of their own. */
export function writeToEmployer(
  db: Db,
  enquiry: Pick<EnquiryRow, 'id' | 'organisationId'>,
  news: EnquiryNews,
  about: string,
): void {
  for (const { email, locale } of employerRecipients(db, enquiry.organisationId))
    queueMail(db, {
      to: email,
      locale,
      name: 'enquiry',
      values: { news, about, path: linkPath(insertKey(db, { guestOf: enquiry.id, side: 'employer' }, 'link')) },
    });
}

/** To whoever asked: a visitor by a link, the others by the page that they have. */
export function writeToAsker(db: Db, enquiry: EnquiryRow, news: EnquiryNews, about: string): void {
  for (const { email, locale } of askerRecipients(db, enquiry))
    queueMail(db, { to: email, locale, name: 'enquiry', values: { news, about, path: pathOfAsker(db, enquiry) } });
}

function pathOfAsker(db: Db, { id, asker, fromOrganisationId }: EnquiryRow): string {
  if (asker === 'visitor') return linkPath(insertKey(db, { guestOf: id, side: 'asker' }, 'link'));
  if (asker === 'job-centre') return `/jobcenter/henvendelser/${id}`;
  const from = statement<{ slug: string }>(db, 'select slug from organisations where id = ?').get(fromOrganisationId);
  return `/medlem/${from?.slug}/henvendelser/${id}`;
}

/** That an organisation has not answered, to whoever can help it to. */
export function writeToCoordinators(db: Db, organisationId: number, organisation: string, days: number): void {
  for (const { email, locale } of coordinatorRecipients(db, organisationId))
    queueMail(db, {
      to: email,
      locale,
      name: 'enquiry-unanswered',
      values: { organisation, days, path: '/koordinator/henvendelser' },
    });
}
