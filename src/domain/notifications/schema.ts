import { z } from 'zod';
import { MAIL_KINDS } from '#db/schema/mail-refusals.ts';

/** The kinds of e-mail that somebody wants; none at all is an answer too. */
export const notificationsInput = z.object({ kinds: z.array(z.enum(MAIL_KINDS, 'not-a-choice')) });

/** The link at the foot of an e-mail. */
export const wayOutInput = z.object({ noegle: z.string() });
