import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/open.ts';
import { emailAddress } from '#domain/accounts/schema.ts';
import { Conflict } from '#domain/errors.ts';
import { invite } from '#domain/invitations/commands.ts';
import { INVITATION_DAYS } from '#domain/invitations/schema.ts';
import { LOCALES, localPath, translator } from '#i18n/index.ts';
import { environment } from '#lib/environment.ts';

/*
 * npm run admin -- invite EMAIL [--lang da|en]: invites somebody to look after the portal, by whoever may run programs
 * on its machine. Exit status: 0 when it is done, 1 when it is not.
 */
const OPTIONS = { lang: { type: 'string', default: 'da' } } as const;
const given = readArguments();
const locale = LOCALES.find((one) => one === given?.values.lang) ?? 'da';
const t = translator(locale);

process.exitCode = run();

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch {
    return undefined;
  }
}

function run(): number {
  const [verb, address, ...more] = given?.positionals ?? [];
  if (verb !== 'invite' || !address || more.length > 0) return fail(t('admin.usage'));
  const read = emailAddress.safeParse(address);
  if (!read.success) return fail(t('admin.notAnEmail', { email: address }));
  const file = join(environment.DATA_DIR, 'plads.db');
  if (!existsSync(file)) return fail(t('admin.noDatabase'));
  const db = openDatabase(file);
  try {
    const path = invite(db, 'command-line', { email: read.data, post: { role: 'administrator' }, locale });
    console.log(t('admin.invited', { email: read.data, count: INVITATION_DAYS }));
    if (environment.SMTP_URL) console.log(t('admin.mailWaits'));
    else console.log(`${t('admin.noMailServer')}\n${new URL(localPath(locale, path), environment.SITE_URL).href}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return fail(t('admin.alreadyAdministrator', { email: read.data, site: environment.SITE_URL }));
  } finally {
    db.$client.close();
  }
}

function fail(words: string): number {
  console.error(words);
  return 1;
}
