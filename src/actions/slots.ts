import { z } from 'zod';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { NotFound } from '#domain/errors.ts';
import { schemeFindings } from '#domain/scheme-check/queries.ts';
import { changeSlot, closeSlot, fillPositions, pauseSlot, renewSlot, resumeSlot } from '#domain/slots/commands.ts';
import { findSlotForMember, type MemberSlot } from '#domain/slots/member-queries.ts';
import { type Done, defineForm, type Notice, type Visit } from '#lib/forms.ts';
import { answered, said, slotFields } from '#lib/slot-fields.ts';
import { slotPath } from '#lib/slot-pages.ts';
import { slugOf } from './organisation.ts';

const own = z.object({ slot: z.number('not-a-choice') });

/** What its people do with a slot once it is published. */
export const slots = {
  /** All of it but the scheme: another scheme is another slot. */
  change: defineForm({
    access: 'member',
    schema: own.extend({
      edition: z.number('not-a-choice'),
      ...slotFields.work,
      ...slotFields.hours,
      ...slotFields.place,
      ...slotFields.support,
      ...slotFields.rules,
    }),
    run({ db, viewer }, { slot: id, edition, answers, ...fields }) {
      const slot = ownSlot(db, viewer, id);
      const findings = schemeFindings(db, slot.organisationId, slot.input);
      const { scheme, filled } = slot.input;
      const given = { ...said(fields), scheme, filled, answers: answered(slot.input.answers, answers, findings) };
      changeSlot(db, viewer, id, edition, given);
      return toSlot(viewer, slot, 'slots.changed');
    },
  }),
  pause: defineForm({ access: 'member', schema: own, run: verb(pauseSlot, 'slots.paused') }),
  resume: defineForm({ access: 'member', schema: own, run: verb(resumeSlot, 'slots.resumed') }),
  renew: defineForm({
    access: 'member',
    schema: own,
    run: verb((db, viewer, id) => renewSlot(db, viewer, id), 'slots.renewed'),
  }),
  close: defineForm({ access: 'member', schema: own, run: verb(closeSlot, 'slots.closed') }),
  fill: defineForm({
    access: 'member',
    schema: own.extend({ filled: z.number('not-a-number') }),
    run({ db, viewer }, { slot: id, filled }) {
      const slot = ownSlot(db, viewer, id);
      fillPositions(db, viewer, id, filled);
      return toSlot(viewer, slot, 'slots.filled');
    },
  }),
};

/** A verb that needs to know nothing but which slot. */
function verb(does: (db: Visit['db'], viewer: Viewer, id: number) => void, notice: Notice['key']) {
  return ({ db, viewer }: Visit, { slot: id }: z.output<typeof own>): Done => {
    const slot = ownSlot(db, viewer, id);
    does(db, viewer, id);
    return toSlot(viewer, slot, notice);
  };
}

/** @throws NotFound for a slot of somebody else’s */
function ownSlot(db: Visit['db'], viewer: Viewer, id: number): MemberSlot {
  const slot = findSlotForMember(db, viewer, id);
  if (!slot) throw new NotFound();
  return slot;
}

function toSlot(viewer: Viewer, { id, organisationId, input }: MemberSlot, key: Notice['key']): Done {
  return { to: slotPath(slugOf(viewer, organisationId), id), notice: { key, values: { title: input.title } } };
}
