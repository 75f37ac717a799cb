import { existsSync, readdirSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '#db/open.ts';
import type { Environment } from '#lib/environment.ts';
import { log } from '#lib/log.ts';
import { front } from './cache/front.ts';
import { Keeper } from './cache/keeper.ts';
import { render } from './cache/render.ts';
import { publicVersion } from './cache/version.ts';
import type { AskApi } from './search-counts.ts';
import type { SearchTally } from './search-tally.ts';

const MB = 1024 * 1024;
const PAGES_BYTES = 64 * MB;
/** All of them fit, in every encoding. */
const FILES_BYTES = 32 * MB;

const FIRST_PAGES = ['/', '/virksomheder', '/pladser'];

export interface OpenPortal {
  listener: RequestListener;
  /** Answers an address of the API without anybody having asked. */
  ask: AskApi;
}

/**
 * The built portal behind its memory.
 *
 * @param dist the build's folder
 * @param tally counts the searches
 */
export async function openPortal(dist: string, environment: Environment, tally?: SearchTally): Promise<OpenPortal> {
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  process.env.DATA_DIR = environment.DATA_DIR;
  const entry = pathToFileURL(join(dist, 'server', 'entry.mjs')).href;
  const { handler } = (await import(entry)) as { handler: RequestListener };
  const db = openDatabase(join(environment.DATA_DIR, 'plads.db'), { readonly: true });
  const make = (address: string) => render(handler, address);
  const pages = new Keeper({ render: make, version: publicVersion(db), maxBytes: PAGES_BYTES });
  // Before anybody can ask: the first page of each kind reads what all others need.
  for (const address of FIRST_PAGES)
    await pages.get(address, 'br').catch((error: unknown) => log.error({ err: error, address }, 'a first page failed'));
  const listener = front({
    handler,
    pages,
    files: new Keeper({ render: make, version: () => 'this build', maxBytes: FILES_BYTES }),
    fileAddresses: addressesOf(join(dist, 'client')),
    ...(tally && { note: (request) => tally.note(request) }),
  });
  const ask: AskApi = async (path) => JSON.parse((await make(path)).body.toString('utf8'));
  return { listener, ask };
}

export const isBuilt = (dist: string): boolean => existsSync(join(dist, 'server', 'entry.mjs'));

function addressesOf(folder: string): Set<string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/'));
  return new Set(paths.filter((path) => !path.endsWith('.html')).map((path) => `/${path}`));
}
