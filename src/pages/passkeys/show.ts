import type { APIRoute } from 'astro';
import { askForPasskey } from '#domain/passkeys/ceremonies.ts';
import { db } from '#lib/database.ts';
import { questionAnswer } from '#lib/passkey-question.ts';
import { relyingParty } from '#lib/relying-party.ts';

/** What a browser needs to show a passkey: to sign in, or as the second factor of whoever has begun to. */
export const POST: APIRoute = (context) =>
  questionAnswer(context, () => askForPasskey(db, context.locals.viewer, relyingParty));
