import { describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { openEnquiryLink, writeMessage } from '#domain/enquiries/commands.ts';
import { findGuest } from '#domain/enquiries/links.ts';
import { agreeEnquiry, cancelEnquiry } from '#domain/enquiries/placement-commands.ts';
import { enquiriesOfJobCentre, findEnquiry } from '#domain/enquiries/queries.ts';
import { VISITOR_KEPT_DAYS } from '#domain/enquiries/rules.ts';
import { visitorEnquiryInput } from '#domain/enquiries/schema.ts';
import { askToWrite, forgetVisitorEnquiries, sendVisitorEnquiry } from '#domain/enquiries/visitor-commands.ts';
import { waitingEnquiry } from '#domain/enquiries/visitor-queries.ts';
import { closeSlot } from '#domain/slots/commands.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { gevninge, hvalsoeGroent, mailsOf, slotOf, tokenIn } from '../../fixtures/job-centre.ts';
import { viewerOf } from '../../fixtures/people.ts';
import { codeOf } from '../../fixtures/refusals.ts';

const EMAIL = 'nabo@naboer.example';
const TEXT = 'Kan man købe jeres tomater om lørdagen?';

function stage() {
  const db = smallDirectory();
  return { db, lone: viewerOf(db, 'lone'), karim: viewerOf(db, 'karim') };
}

const message = (db: Db, given: object = {}) => ({
  organisationId: hvalsoeGroent(db),
  slotId: null,
  name: 'En nabo',
  email: EMAIL,
  text: TEXT,
  ...given,
});

/** Writes, and opens the link of the e-mail. */
function write(db: Db, given: object = {}) {
  askToWrite(db, message(db, given), 'da');
  return sendVisitorEnquiry(db, tokenIn(mailsOf(db).find((mail) => mail.name === 'visitor-enquiry')));
}

const rows = (db: Db, table: string) => db.$client.prepare(`select * from ${table}`).all();

describe('a visitor’s message', () => {
  test('reaches nobody before the address is proven, and lies sealed until then', () => {
    const { db } = stage();
    askToWrite(db, message(db), 'da');
    const mails = mailsOf(db);
    expect(mails.map((mail) => [mail.to, mail.name])).toEqual([[EMAIL, 'visitor-enquiry']]);
    expect(rows(db, 'enquiries')).toEqual([]);
    expect(JSON.stringify([rows(db, 'tokens'), rows(db, 'events'), mails])).not.toContain('tomater');
    const token = tokenIn(mails[0]);
    expect([waitingEnquiry(db, token)?.text, waitingEnquiry(db, token)?.text]).toEqual([TEXT, TEXT]);
    expect(waitingEnquiry(db, 'nonsense')).toBeUndefined();
  });

  test('is sent once, and gives this browser a pass to the thread', () => {
    const { db, lone, karim } = stage();
    askToWrite(db, message(db), 'en');
    const token = tokenIn(mailsOf(db)[0]);
    const { guest, pass } = sendVisitorEnquiry(db, token);
    expect(codeOf(() => sendVisitorEnquiry(db, token))).toBe('NotFound');
    expect(findGuest(db, pass)).toEqual({ guestOf: guest.guestOf, side: 'asker' });
    expect(mailsOf(db).map((mail) => mail.to)).toContain('lone@personer.example');
    expect(findEnquiry(db, lone, guest.guestOf)).toMatchObject({
      side: 'employer',
      asker: 'visitor',
      visitorName: 'En nabo',
      messages: [{ side: 'asker', text: TEXT }],
    });
    // Between a visitor and a business: not the job centre's.
    expect(findEnquiry(db, karim, guest.guestOf)).toBeUndefined();
    expect(enquiriesOfJobCentre(db, karim, hvalsoeGroent(db))).toEqual([]);
  });

  test('is answered by a link that lets the visitor in on their side, in their language', () => {
    const { db, lone } = stage();
    const { guest } = write(db);
    mailsOf(db);
    writeMessage(db, lone, guest.guestOf, 'Ja, fra klokken ti.');
    const [mail] = mailsOf(db);
    expect(mail).toMatchObject({ to: EMAIL, locale: 'da', values: { news: 'message' } });
    const opened = openEnquiryLink(db, tokenIn(mail));
    expect(opened.guest).toEqual({ guestOf: guest.guestOf, side: 'asker' });
    writeMessage(db, opened.guest, guest.guestOf, 'Tak!');
    expect(findEnquiry(db, lone, guest.guestOf)).toMatchObject({ state: 'answered', messages: { length: 3 } });
  });

  test('places nobody', () => {
    const { db, lone } = stage();
    const { guest } = write(db);
    expect(codeOf(() => agreeEnquiry(db, lone, guest.guestOf))).toBe('enquiry-step');
    cancelEnquiry(db, guest, guest.guestOf);
    expect(findEnquiry(db, lone, guest.guestOf)).toMatchObject({ state: 'ended', endedBy: null });
    expect(rows(db, 'outcomes')).toEqual([]);
  });

  test('about a slot that closed meanwhile, or to somebody without an address, is refused', () => {
    const { db } = stage();
    const slotId = slotOf(db, hvalsoeGroent(db));
    askToWrite(db, message(db, { slotId }), 'da');
    const token = tokenIn(mailsOf(db)[0]);
    closeSlot(db, 'system', slotId);
    expect(codeOf(() => sendVisitorEnquiry(db, token))).toBe('slot-taken');
    // Refused, it is not used up.
    expect(waitingEnquiry(db, token)).toBeDefined();
    expect(codeOf(() => askToWrite(db, message(db, { organisationId: gevninge(db) }), 'da'))).toBe('no-address');
    expect(codeOf(() => askToWrite(db, message(db, { organisationId: 9999 }), 'da'))).toBe('NotFound');
  });

  test.each([
    [{ text: 'Min søn, 010203-0000, søger' }, 'cpr-number'],
    [{ text: 'Jeg er født 12.03.1984' }, 'birth-date'],
    [{ text: '' }, 'missing'],
    [{ email: 'nabo' }, 'not-an-email'],
    [{ name: '010203-0000' }, 'cpr-number'],
  ])('%j is stopped with an explanation', (given, code) => {
    const { db } = stage();
    const found = visitorEnquiryInput.safeParse(message(db, given));
    expect(found.error?.issues.map((issue) => issue.message)).toContain(code);
  });

  test('is forgotten with its address half a year after the last word', () => {
    const { db, lone } = stage();
    write(db);
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(forgetVisitorEnquiries(db, later(VISITOR_KEPT_DAYS - 1))).toBe(0);
    expect(forgetVisitorEnquiries(db, later(VISITOR_KEPT_DAYS + 1))).toBe(1);
    const left = JSON.stringify(
      ['enquiries', 'enquiry_messages', 'enquiry_keys', 'events'].map((one) => rows(db, one)),
    );
    expect(left).not.toMatch(/nabo|tomater/);
    expect(findEnquiry(db, lone, 1)).toBeUndefined();
  });
});
