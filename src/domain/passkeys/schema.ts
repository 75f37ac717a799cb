import { z } from 'zod';
import { freeText } from '#domain/organisations/schema.ts';

export const PASSKEY_NAME_LENGTH = 60;
/** How long a question may wait for its answer. */
export const QUESTION_MINUTES = 5;
/** An account needs no more. */
export const MOST_PASSKEYS = 10;

export const passkeyName = freeText(PASSKEY_NAME_LENGTH).min(1, 'missing');

/** What a browser sends back: which question it answers, and the answer as JSON. */
export const passkeyAnswer = z.object({ question: z.string().min(1, 'missing'), answer: z.string().max(20_000) });

export type PasskeyAnswer = z.output<typeof passkeyAnswer>;

/** As much of an answer as is read before the library checks it: an id, and the rest as it is. */
export const credentialShape = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});
