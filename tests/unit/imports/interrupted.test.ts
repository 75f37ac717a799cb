import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { messyList } from '../../fixtures/messy-list.ts';
import { startProgram, until } from '../../fixtures/programs.ts';
import { countRows } from '../../fixtures/rows.ts';

const ROWS = 10_000;
/** So long after it took the write lock, the import is well under way, and far from done. */
const UNDER_WAY_MS = 1500;
const TIMEOUT_MS = 300_000;

test('ten thousand rows, killed in the middle: nothing is half-imported, and the next import is whole', {
  timeout: TIMEOUT_MS,
}, async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'plads.db');
  const list = messyList(ROWS);
  writeFileSync(join(folder, 'liste.csv'), list.bytes);
  const db = emptyDirectory(file);
  const before = countRows(db);
  const startImport = () =>
    startProgram(
      'import.ts',
      ['liste.csv', '--network', 'business-lejre', '--network-name', 'Business Lejre'],
      { DATA_DIR: folder },
      folder,
    );

  const killed = startImport();
  await until(() => isBeingWritten(db), 'an import under way', TIMEOUT_MS);
  await new Promise((resolve) => setTimeout(resolve, UNDER_WAY_MS));
  expect(isBeingWritten(db)).toBe(true);
  killed.process.kill('SIGKILL');
  expect(await killed.ended).toMatchObject({ status: null, signal: 'SIGKILL', stdout: '' });
  const after = openDatabase(file);
  expect(countRows(after)).toEqual(before);
  expect(after.$client.pragma('integrity_check', { simple: true })).toBe('ok');

  const whole = await startImport().ended;
  expect([whole.status, whole.stderr]).toEqual([2, '']);
  const organisations = ROWS - list.refused.size - list.twice.length - list.furtherWorkplaces.length;
  expect(countRows(after)).toMatchObject({
    organisations,
    memberships: organisations,
    workplaces: organisations + list.furtherWorkplaces.length,
    search_documents: organisations,
    networks: 1,
  });
  expect(whole.stdout).toContain('10.000 rækker læst');
});

/** Whether another process holds the write lock. */
function isBeingWritten(db: Db): boolean {
  db.$client.pragma('busy_timeout = 0');
  try {
    db.$client.exec('begin immediate; rollback');
    return false;
  } catch (error) {
    expect((error as { code?: string }).code).toBe('SQLITE_BUSY');
    return true;
  }
}
