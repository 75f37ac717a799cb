import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, inTransaction, openDatabase } from '#db/open.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import { ANALYSIS_VERSION } from '#search/text/analysis.ts';
import { progressBar } from '../import/progress.ts';
import { hashOf, ROOT } from '../lib/prepare.mjs';
import { generate } from './generate.ts';

export const BENCH_FOLDER = join(ROOT, 'data', 'bench');
const MADE_BY = ['generate', 'model', 'random', 'rows'].map((name) => `scripts/bench/${name}.ts`);
const SAMPLE = 50;

/** A folder with a database of so many organisations, for DATA_DIR. Made where it is missing, or no longer what would be made. */
export async function corpusOf(size: number): Promise<string> {
  const mark = hashOf([...MADE_BY, 'db/migrations', 'db/seeds']).slice(0, 12);
  const folder = join(BENCH_FOLDER, `${size}-${mark}-${ANALYSIS_VERSION}`);
  if (existsSync(folder) && isIndexTrue(folder)) return folder;
  rmSync(folder, { recursive: true, force: true });
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const bar = progressBar(`Inventing ${size} organisations`);
  const started = Date.now();
  const db = await generate(join(unfinished, 'plads.db'), { size }, bar.update);
  bar.stop();
  db.$client.close();
  renameSync(unfinished, folder);
  console.log(`✓ ${size} organisations with two slots each (${Math.round((Date.now() - started) / 1000)} s)`);
  return folder;
}

/** Whether the index writer of today would write what is there; tried on a few. */
function isIndexTrue(folder: string): boolean {
  const db = openDatabase(join(folder, 'plads.db'));
  const untrue = new Error('the index is of another make');
  try {
    inTransaction(db, () => {
      const before = version(db);
      const ids = db.$client.prepare('select id from organisations limit ?').pluck().all(SAMPLE) as number[];
      indexOrganisations(db, ids);
      if (version(db) !== before) throw untrue;
    });
    return true;
  } catch (error) {
    if (error === untrue) return false;
    throw error;
  } finally {
    db.$client.close();
  }
}

const version = (db: Db): unknown => db.$client.prepare('select max(version) from search_documents').pluck().get();
