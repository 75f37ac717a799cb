import type { APIRoute } from 'astro';
import { findSlot } from '#domain/slots/queries.ts';
import { slotDetail } from '#lib/api/items.ts';
import { oneAnswer } from '#lib/api/one.ts';
import { methodNotAllowed, preflight } from '#lib/api/respond.ts';
import { db } from '#lib/database.ts';

export const GET: APIRoute = (context) =>
  oneAnswer(context, 'slot', (locale) => {
    const slot = findSlot(db, context.params.slug ?? '');
    return slot && slotDetail(slot, locale);
  });
export const OPTIONS: APIRoute = preflight;
export const ALL: APIRoute = methodNotAllowed;
