import type { APIRoute } from 'astro';
import { mayChangeWaysIn } from '#domain/accounts/rules.ts';
import { askForNewPasskey } from '#domain/passkeys/ceremonies.ts';
import { db } from '#lib/database.ts';
import { questionAnswer } from '#lib/passkey-question.ts';
import { relyingParty } from '#lib/relying-party.ts';
import { signedIn } from '#lib/signed-in.ts';

/** What a browser needs to make a passkey for whoever is signed in. */
export const POST: APIRoute = (context) => {
  const { viewer } = signedIn(context.locals);
  if (!mayChangeWaysIn(viewer)) return new Response(null, { status: 403 });
  return questionAnswer(context, () => askForNewPasskey(db, viewer, relyingParty));
};
