import { z } from 'zod';
import { endOtherSessions, endSession } from '#domain/sessions/commands.ts';
import { defineForm } from '#lib/forms.ts';
import { closeSession } from '#lib/sessions.ts';

export const sessions = {
  /** Signs out on this browser. */
  close: defineForm({
    access: 'first-factor',
    schema: z.object({}),
    async run({ db, cookies }) {
      await closeSession({ db, cookies });
      return { to: '/', notice: { key: 'session.closed' } };
    },
  }),
  end: defineForm({
    access: 'signed-in',
    schema: z.object({ session: z.number('not-a-choice') }),
    run({ db, viewer }, { session }) {
      endSession(db, viewer, session);
      return { to: '/konto', notice: { key: 'session.ended' } };
    },
  }),
  endOthers: defineForm({
    access: 'signed-in',
    schema: z.object({}),
    run({ db, viewer, sessionId }) {
      endOtherSessions(db, viewer, sessionId ?? 0);
      return { to: '/konto', notice: { key: 'session.othersEnded' } };
    },
  }),
};
