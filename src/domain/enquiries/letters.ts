import type { Db } from '#db/open.ts';
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
      values: { news, about, path: linkPath(insertKey(db, enquiry.id, 'link')) },
    });
}

export function writeToAsker(
  db: Db,
  enquiry: Pick<EnquiryRow, 'id' | 'accountId' | 'fromOrganisationId'>,
  news: EnquiryNews,
  about: string,
): void {
  const area = enquiry.fromOrganisationId === null ? 'jobcenter' : 'medlem';
  for (const { email, locale } of askerRecipients(db, enquiry.accountId))
    queueMail(db, {
      to: email,
      locale,
      name: 'enquiry',
      values: { news, about, path: `/${area}/henvendelser/${enquiry.id}` },
    });
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
