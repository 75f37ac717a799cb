import type { APIRoute } from 'astro';
import { searchSlots } from '#domain/slots/search.ts';
import { slotItem } from '#lib/api/items.ts';
import { listAnswer } from '#lib/api/list.ts';
import { methodNotAllowed, preflight } from '#lib/api/respond.ts';
import { db } from '#lib/database.ts';
import { engine } from '#lib/search.ts';

export const GET: APIRoute = (context) =>
  listAnswer(context, 'slots', (query) => searchSlots(db, engine, query), slotItem);
export const OPTIONS: APIRoute = preflight;
export const ALL: APIRoute = methodNotAllowed;
