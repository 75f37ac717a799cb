import type { APIContext } from 'astro';
import { TooMany } from '#domain/errors.ts';
import { db } from './database.ts';
import { countFromAddress } from './throttles.ts';

/** Answers a script with a question for a passkey, where it has not asked too often. */
export async function questionAnswer(
  { cookies, request, clientAddress }: APIContext,
  ask: () => Promise<object>,
): Promise<Response> {
  try {
    await countFromAddress({ db, cookies, request, clientAddress }, 'passkey');
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return new Response(null, { status: 429, headers: { 'Retry-After': String(error.minutes * 60) } });
  }
  return Response.json(await ask(), { headers: { 'Cache-Control': 'private, no-store' } });
}
