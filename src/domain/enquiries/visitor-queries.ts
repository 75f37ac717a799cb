import type { Db } from '#db/open.ts';
import { peekToken } from '#domain/tokens/steps.ts';
import type { Recipient } from './recipients.ts';
import type { VisitorEnquiryInput } from './schema.ts';

/** What a visitor wrote, before their address was proven. */
export type WaitingEnquiry = VisitorEnquiryInput & Pick<Recipient, 'locale'>;

/** The message that a link would send. Looking sends nothing. */
export function waitingEnquiry(db: Db, token: string): WaitingEnquiry | undefined {
  return peekToken(db, 'visitor-enquiry', token)?.about as WaitingEnquiry | undefined;
}
