import { z } from 'zod';
import {
  prepareAuthenticator,
  renewRecoveryCodes,
  showCode,
  switchOffAuthenticator,
  switchOnAuthenticator,
} from '#domain/authenticators/commands.ts';
import { appCodeInput, secondFactorInput } from '#domain/authenticators/schema.ts';
import { defineForm } from '#lib/forms.ts';
import { HOME } from '#lib/let-in.ts';
import { keepingNext, nextPageOf } from '#lib/next-page.ts';
import { raiseSession } from '#lib/sessions.ts';
import { leaveOnce } from '#lib/shown-once.ts';
import { countAttempt, forgetAttempts } from '#lib/throttles.ts';

const PAGE = '/konto/totrin';

export const authenticators = {
  prepare: defineForm({
    access: 'signed-in',
    schema: z.object({}),
    run({ db, viewer, request }) {
      prepareAuthenticator(db, viewer);
      return { to: keepingNext(request, PAGE) };
    },
  }),
  switchOn: defineForm({
    access: 'signed-in',
    schema: appCodeInput,
    async run(visit, { code }) {
      const { db, viewer, cookies, request } = visit;
      await countAttempt(visit, 'code', viewer.email);
      leaveOnce(db, cookies, switchOnAuthenticator(db, viewer, code));
      raiseSession(visit);
      await forgetAttempts(visit, 'code', viewer.email);
      return { to: keepingNext(request, PAGE), notice: { key: 'authenticator.switchedOn' } };
    },
  }),
  switchOff: defineForm({
    access: 'signed-in',
    schema: z.object({}),
    run({ db, viewer }) {
      switchOffAuthenticator(db, viewer);
      return { to: PAGE, notice: { key: 'authenticator.switchedOff' } };
    },
  }),
  renewCodes: defineForm({
    access: 'signed-in',
    schema: z.object({}),
    run({ db, viewer, cookies, request }) {
      leaveOnce(db, cookies, renewRecoveryCodes(db, viewer));
      return { to: keepingNext(request, PAGE), notice: { key: 'authenticator.codesRenewed' } };
    },
  }),
  /** The door for those who owe a second factor. */
  show: defineForm({
    access: 'first-factor',
    schema: secondFactorInput,
    async run(visit, { code }) {
      const { db, viewer, request } = visit;
      await countAttempt(visit, 'code', viewer.email);
      showCode(db, viewer, code);
      raiseSession(visit);
      await forgetAttempts(visit, 'code', viewer.email);
      return { to: nextPageOf(request, HOME) };
    },
  }),
};
