import type { APIRoute } from 'astro';
import { allNetworks } from '#domain/networks/queries.ts';
import { networkItem } from '#lib/api/items.ts';
import { oneAnswer } from '#lib/api/one.ts';
import { methodNotAllowed, preflight } from '#lib/api/respond.ts';
import { db } from '#lib/database.ts';

export const GET: APIRoute = (context) =>
  oneAnswer(context, 'network', (locale) => ({
    items: allNetworks(db).map((network) => networkItem(network, locale)),
  }));
export const OPTIONS: APIRoute = preflight;
export const ALL: APIRoute = methodNotAllowed;
