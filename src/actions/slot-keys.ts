import { z } from 'zod';
import { Conflict } from '#domain/errors.ts';
import { closeSlot, fillPositions, pauseSlot, renewSlot, resumeSlot } from '#domain/slots/commands.ts';
import { findSlotByKey } from '#domain/slots/member-queries.ts';
import { type Done, defineForm, type Notice, type Visit } from '#lib/forms.ts';
import { slotKeyPath } from '#lib/slot-pages.ts';

const keyed = z.object({ key: z.string() });

/** What the reader of an e-mail does with the one slot that it is about, without signing in. */
export const slotKeys = {
  pause: defineForm({ access: 'public', schema: keyed, run: verb(pauseSlot, 'slots.paused') }),
  resume: defineForm({ access: 'public', schema: keyed, run: verb(resumeSlot, 'slots.resumed') }),
  renew: defineForm({
    access: 'public',
    schema: keyed,
    run: verb((db, who, id) => renewSlot(db, who, id), 'slots.renewed'),
  }),
  close: defineForm({ access: 'public', schema: keyed, run: verb(closeSlot, 'slots.closed') }),
  fill: defineForm({
    access: 'public',
    schema: keyed.extend({ filled: z.number('not-a-number') }),
    run: (visit, { key, filled }) =>
      verb((db, who, id) => fillPositions(db, who, id, filled), 'slots.filled')(visit, { key }),
  }),
};

/** How somebody who came with a key is named in the events. */
const WHO = 'slot-key';

function verb(does: (db: Visit['db'], who: string, id: number) => void, notice: Notice['key']) {
  return ({ db }: Pick<Visit, 'db'>, { key }: z.output<typeof keyed>): Done => {
    const slot = findSlotByKey(db, key);
    if (!slot) throw new Conflict('slot-key-over');
    does(db, WHO, slot.id);
    return { to: slotKeyPath(key), notice: { key: notice, values: { title: slot.input.title } } };
  };
}
