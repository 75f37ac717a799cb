import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/open.ts';
import { importMembers } from '#domain/imports/members.ts';
import type { Report } from '#domain/imports/report.ts';
import { importSlots } from '#domain/imports/slots.ts';
import { readTable, type Table } from '#domain/imports/table.ts';
import { isTextKey, LOCALES, translator } from '#i18n/index.ts';
import { environment } from '#lib/environment.ts';
import { progressBar } from './import/progress.ts';
import { printReport, refusedRowsCsv } from './import/report-words.ts';

/*
 * npm run import -- FILE --network SLUG [--network-name NAME] [--end-missing] [--dry-run] [--lang da|en]
 * npm run import -- FILE --slots [--dry-run] [--lang da|en]
 *
 * Exit status: 0 when every row was taken, 2 when some were refused, 1 when nothing could be done.
 */
const OPTIONS = {
  network: { type: 'string' },
  'network-name': { type: 'string' },
  slots: { type: 'boolean' },
  'end-missing': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  lang: { type: 'string', default: 'da' },
} as const;
const { values: options, positionals } = readArguments();
const t = translator(LOCALES.find((locale) => locale === options.lang) ?? 'da');

process.exitCode = await run();

/** What Node says of an option that it cannot read names that option in quotes. */
function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const say = translator('da');
    console.error(`${say('import.badOption', { option })}\n${say('import.usage')}`);
    process.exit(1);
  }
}

async function run(): Promise<number> {
  const [file] = positionals;
  if (!file || positionals.length > 1 || Boolean(options.network) === Boolean(options.slots))
    return fail(t('import.usage'));
  const bytes = readBytes(file);
  if (!bytes) return fail(t('import.noFile', { file }));
  let table: Table = { headings: [], rows: [] };
  const bar = progressBar(t('import.progress'));
  try {
    const db = openDatabase(join(environment.DATA_DIR, 'plads.db'));
    if (!db.$client.prepare(`select 1 from sqlite_master where name = 'organisations'`).get())
      return fail(t('import.noDatabase'));
    table = await readTable(bytes);
    const report = importTable(db, table, bar.update);
    bar.stop();
    finish(file, report);
    return report.outcomes.refused > 0 ? 2 : 0;
  } catch (error) {
    bar.stop();
    const known = `import.file.${error instanceof Error ? error.message : ''}`;
    if (!isTextKey(known)) throw error;
    return fail(t(known, { headings: table.headings.join(', '), network: options.network ?? '' }));
  }
}

function importTable(
  db: ReturnType<typeof openDatabase>,
  table: Table,
  onProgress: (done: number, of: number) => void,
): Report {
  const common = { dryRun: options['dry-run'] ?? false, onProgress };
  if (options.slots) return importSlots(db, table, common);
  const network = { slug: options.network ?? '', name: options['network-name'] };
  return importMembers(db, table, { ...common, network, endMissing: options['end-missing'] ?? false });
}

function finish(file: string, report: Report): void {
  printReport(report, t);
  if (options['dry-run']) console.log(t('import.dryRun'));
  if (report.refused.rows.length === 0) return;
  const reportFile = `${basename(file, extname(file))}-${t('import.report.problem')}.csv`;
  writeFileSync(reportFile, refusedRowsCsv(report, t));
  console.log(`\n${t('import.reportWritten', { file: reportFile })}`);
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function fail(words: string): number {
  console.error(words);
  return 1;
}
