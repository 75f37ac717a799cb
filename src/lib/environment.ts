import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' });

/** Everything that the portal takes from its environment. The message of each check says what is expected. */
const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535, 'a port number from 1 to 65535').default(4321),
  HOST: z.string().default('localhost'),
  DATA_DIR: z.string().default('data'),
  DEMO: z.enum(['on', 'off'], 'on or off').default('on'),
  SITE_URL: url.optional(),
  MEILI_URL: url.optional(),
  MEILI_API_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  MUNICIPALITY_NAME: z.string().default('Lejre Kommune'),
  MUNICIPALITY_CODE: z.string().regex(/^\d{4}$/, 'four digits').default('0350'),
  JOBCENTER_NAME: z.string().default('Jobcenter Lejre'),
  MAP_TILE_URL: z.string().optional(),
  MAP_TILE_ATTRIBUTION: z.string().optional(),
});

export type Environment = Omit<z.output<typeof schema>, 'SITE_URL'> & { SITE_URL: string };

export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.parse(set);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  return { ...read, DATA_DIR: resolve(root, read.DATA_DIR), SITE_URL: read.SITE_URL ?? `http://localhost:${read.PORT}` };
}

export const environment = readEnvironment(process.env);
