import { resolve } from 'node:path';
import { z } from 'zod';

const wholeNumber = (text: string) => (/^\d+$/.test(text) ? Number(text) : Number.NaN);
const webAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' });
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Everything that the portal takes from its environment. The message of each check completes "must be …". */
const schema = z.object({
  /** Port that the portal serves on. */
  PORT: z
    .string()
    .default('4321')
    .transform(wholeNumber)
    .pipe(
      z
        .number('a port number from 1 to 65535')
        .min(1, 'a port number from 1 to 65535')
        .max(65_535, 'a port number from 1 to 65535'),
    ),
  /** Address that it listens on; `localhost` is this machine only, `0.0.0.0` every address of the machine. */
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, 'a host name or an IP address')
    .default('localhost'),
  /** Folder of the database. */
  DATA_DIR: z.string().default('data'),
  /** `off` starts with an empty directory. */
  DEMO: z.enum(['on', 'off'], 'on or off').default('on'),
  /** Whether the invented people of the demo network may sign in; where it is not said, on this machine only. */
  DEMO_LOGINS: z.enum(['on', 'off'], 'on or off').optional(),
  /** How many proxies of one's own stand before the portal, each of which adds to `X-Forwarded-For`. */
  PROXIES: z
    .string()
    .default('0')
    .transform(wholeNumber)
    .pipe(z.number('a number from 0 to 9').max(9, 'a number from 0 to 9')),
  /** The address that the public sees, for canonical links and the API; from the port where it is not given. */
  SITE_URL: webAddress.optional(),
  /** A Meilisearch server; without one the embedded engine answers. */
  MEILI_URL: webAddress.optional(),
  MEILI_API_KEY: z.string().optional(),
  /** A mail server, as `smtp://user:password@host:587`; without one e-mails are files in the data folder. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an address that begins with smtp:// or smtps://' }).optional(),
  /** Who e-mails come from, as `Plads <plads@eksempel.dk>`. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'an e-mail address, such as Plads <plads@eksempel.dk>')
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('info'),
  /** Who runs the portal, and whose places come before their namesakes. */
  MUNICIPALITY_NAME: z.string().default('Lejre Kommune'),
  MUNICIPALITY_CODE: z
    .string()
    .regex(/^\d{4}$/, 'a municipality code of four digits, such as 0350')
    .default('0350'),
  JOBCENTER_NAME: z.string().default('Jobcenter Lejre'),
  /** Where people call or write who cannot use something, or want to know what is kept about them. */
  CONTACT_PHONE: z
    .string()
    .regex(/^\+?\d[\d ]{6,}$/, 'a phone number, such as 46 46 46 46')
    .optional(),
  CONTACT_EMAIL: z.email('an e-mail address, such as plads@eksempel.dk').optional(),
  /** A tile server for the maps; without one they are drawn from outlines. */
  MAP_TILE_URL: z
    .string()
    .regex(/^https?:\/\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})/, 'an address that holds {z}, {x} and {y}')
    .optional(),
  MAP_TILE_ATTRIBUTION: z.string().optional(),
});

export type Environment = Omit<z.output<typeof schema>, 'SITE_URL'> & { SITE_URL: string };

/** Variables whose value is never printed: a mail server's address holds its password. */
const SECRETS = /_KEY$|^SMTP_URL$/;

/** Its message is one line that names the variable, its value and what would do. */
export class EnvironmentError extends Error {}

/**
 * Reads and checks the environment. An empty variable counts as one that is not set; relative folders are relative to
 * where the program runs, which is the project's root.
 *
 * @throws EnvironmentError
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(set);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = String(issue?.path[0]);
    throw new EnvironmentError(`${name} must be ${issue?.message}${SECRETS.test(name) ? '' : `, not "${env[name]}"`}.`);
  }
  if (read.data.SMTP_URL && !read.data.MAIL_FROM)
    throw new EnvironmentError(
      'MAIL_FROM must be an e-mail address, such as Plads <plads@eksempel.dk>: SMTP_URL is set.',
    );
  const { DATA_DIR, PORT, SITE_URL = `http://localhost:${PORT}` } = read.data;
  return { ...read.data, DATA_DIR: resolve(DATA_DIR), SITE_URL };
}

/** This program's environment. A wrong value ends it with the one line that names it. */
export const environment = ownEnvironment();

function ownEnvironment(): Environment {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
