import type { Db } from '#db/open.ts';
import { forgetMail, postponeMail, takeMail } from './outbox.ts';
import { isRefused, unsubscribeKey } from './refusals.ts';
import { render } from './render.ts';
import { MailFailure, type MailTransport } from './transport.ts';

export interface Delivery {
  sent: number;
  /** Codes of what failed; nothing personal. */
  failures: string[];
  setAside: number;
}

/**
 * Sends what is due, one e-mail after the other. Several processes may do so at once. Once the server itself fails,
 * the rest waits for the next round.
 */
export async function deliverMails(db: Db, transport: MailTransport, siteUrl: string): Promise<Delivery> {
  const delivery: Delivery = { sent: 0, failures: [], setAside: 0 };
  for (let taken = takeMail(db); taken; taken = takeMail(db)) {
    try {
      const mail = taken.read();
      // Its reader may have said so since it was asked for.
      if (!isRefused(db, mail)) {
        await transport.send(taken.id, render(mail, siteUrl, unsubscribeKey(db, mail)));
        delivery.sent += 1;
      }
      forgetMail(db, taken.id);
    } catch (error) {
      const failure = error instanceof MailFailure ? error : new MailFailure('EUNREADABLE');
      delivery.failures.push(failure.code);
      if (postponeMail(db, taken.id, failure.code, failure.isFinal)) delivery.setAside += 1;
      if (failure.isServers) break;
    }
  }
  return delivery;
}
