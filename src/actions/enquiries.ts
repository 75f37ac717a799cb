import { z } from 'zod';
import type { MemberOf, Viewer } from '#domain/accounts/viewer.ts';
import {
  openEnquiryLink,
  renewEnquiryLink,
  seeEnquiry,
  sendEnquiry,
  writeMessage,
} from '#domain/enquiries/commands.ts';
import { agreeEnquiry, cancelEnquiry } from '#domain/enquiries/placement-commands.ts';
import { DECIDING_SIDES, type Party } from '#domain/enquiries/rules.ts';
import { messageInput, visitorEnquiryInput } from '#domain/enquiries/schema.ts';
import { askToWrite, sendVisitorEnquiry, writeAsVisitor } from '#domain/enquiries/visitor-commands.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import { keepPass, threadFor } from '#lib/enquiry-pass.ts';
import { type Done, defineForm, type Visit } from '#lib/forms.ts';
import { threadPath } from '#lib/thread-page.ts';
import { countAttempt } from '#lib/throttles.ts';
import { type Addressee, addresseeOf } from './addressee.ts';
import { consultantEnquiries } from './placements.ts';

const enquiry = z.number('not-a-choice');
const key = z.string();
const { name, email, text } = visitorEnquiryInput.shape;

type Visitor = Visit<Viewer | undefined>;

export const enquiries = {
  ...consultantEnquiries,
  /** From the public form: as a visitor, or for one of the organisations that the sender looks after. */
  write: defineForm({
    access: 'public',
    schema: z.object({
      organisation: z.string(),
      slot: z.string().nullable(),
      /** Slug of the organisation that asks. */
      from: z.string().nullable(),
      name,
      email: email.nullable(),
      text,
      /** Nobody sees this field. Programs that fill in forms do. */
      homepage: z.string(),
    }),
    async run(visit, input) {
      if (input.homepage !== '') throw new Invalid({ homepage: 'leave-empty' });
      const to = addresseeOf(visit.db, input.organisation, input.slot);
      if (!visit.viewer) return writeUnknown(visit, input, to);
      await countAttempt(visit, 'message', visit.viewer.email);
      return input.from === null
        ? enterThread(visit, writeAsVisitor(visit.db, visit.viewer, { ...to, text: input.text }, visit.locale))
        : writeFor(visit.viewer, visit, input.from, { ...to, text: input.text });
    },
  }),
  /** What a visitor wrote leaves, now that they read their e-mail. */
  send: defineForm({
    access: 'public',
    schema: z.object({ key }),
    run(visit, { key }) {
      return enterThread(visit, sendVisitorEnquiry(visit.db, key));
    },
  }),
  open: defineForm({
    access: 'public',
    schema: z.object({ key }),
    run(visit, { key }) {
      const { guest, pass } = openEnquiryLink(visit.db, key);
      keepPass(visit.cookies, pass);
      return { to: `/henvendelse/${guest.guestOf}` };
    },
  }),
  renewLink: defineForm({
    access: 'public',
    schema: z.object({ key }),
    run({ db }, { key }) {
      renewEnquiryLink(db, key);
      return { to: `/henvendelse?noegle=${encodeURIComponent(key)}`, notice: { key: 'enquiry.link.sent' } };
    },
  }),
  see: step('enquiry.seen', seeEnquiry),
  agree: step('enquiry.agreed', agreeEnquiry),
  cancel: defineForm({
    access: 'public',
    schema: z.object({
      enquiry,
      /** Whose decision it was, where a consultant says so. */
      side: z.enum(DECIDING_SIDES, 'not-a-choice').nullable(),
    }),
    run: (visit, { enquiry: id, side }) =>
      inThread(visit, id, 'enquiry.cancelled', (party) => cancelEnquiry(visit.db, party, id, side ?? undefined)),
  }),
  answer: defineForm({
    access: 'public',
    schema: messageInput.extend({ enquiry }),
    run: (visit, { enquiry: id, text }) =>
      inThread(visit, id, 'enquiry.written', (party) => writeMessage(visit.db, party, id, text)),
  }),
};

/** One press that moves an enquiry on. */
function step(notice: Notice, verb: (db: Visitor['db'], party: Party, id: number) => void) {
  return defineForm({
    access: 'public',
    schema: z.object({ enquiry }),
    run: (visit, { enquiry: id }) => inThread(visit, id, notice, (party) => verb(visit.db, party, id)),
  });
}

type Notice = NonNullable<Done['notice']>['key'];

/** @throws NotFound where the enquiry does not concern whoever sends */
function inThread(visit: Visitor, id: number, notice: Notice, act: (party: Party) => void): Done {
  const open = threadFor(visit, id);
  if (!open) throw new NotFound();
  act(open.party);
  return { to: threadPath(open), notice: { key: notice } };
}

/** Whose address has to be proven first. */
async function writeUnknown(
  visit: Visitor,
  { name, email, text }: { name: string | null; email: string | null; text: string },
  to: Addressee,
): Promise<Done> {
  if (email === null) throw new Invalid({ email: 'missing' });
  await countAttempt(visit, 'message', email);
  askToWrite(visit.db, { ...to, name, email, text }, visit.locale);
  return { to: '/henvendelse/send', notice: { key: 'enquiry.confirm.sent', values: { email } } };
}

function writeFor(viewer: Viewer, { db }: Visitor, slug: string, message: Addressee & { text: string }): Done {
  const from: MemberOf | undefined = viewer.memberOf.find((one) => one.slug === slug);
  if (!from) throw new Invalid({ from: 'not-a-choice' });
  const id = sendEnquiry(db, viewer, {
    ...message,
    fromOrganisationId: from.organisationId,
    scheme: null,
    places: null,
    hoursWeekly: null,
    fromMonth: null,
    acknowledged: false,
  });
  return { to: `/medlem/${slug}/henvendelser/${id}`, notice: { key: 'enquiry.sent' } };
}

function enterThread({ cookies }: Visitor, { guest, pass }: ReturnType<typeof sendVisitorEnquiry>): Done {
  keepPass(cookies, pass);
  return { to: `/henvendelse/${guest.guestOf}`, notice: { key: 'enquiry.sent' } };
}
