import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findImportProblems } from '../../../scripts/lib/import-directions.ts';
import { ROOT } from '../../../scripts/lib/prepare.mjs';
import { temporaryFolder } from '../../fixtures/folders.ts';

/** The problems of a house of one file, that holds this import. */
function problemsOf(file: string, line: string): string[] {
  const root = temporaryFolder();
  for (const folder of ['db', 'src', 'scripts', 'tests']) mkdirSync(join(root, folder));
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `// A first line.\n${line}\n`);
  return findImportProblems(root);
}

test('the house as it stands has none', () => {
  expect(findImportProblems(ROOT)).toEqual([]);
});

test.each([
  ['src/domain/slots/queries.ts', `import { db } from '#lib/database.ts';`, 'src/lib/database.ts'],
  ['src/domain/slots/queries.ts', `import Card from '../../components/slots/SlotCard.astro';`, 'src/components'],
  ['src/domain/slots/queries.ts', `import { t } from '#i18n/index.ts';`, 'src/i18n'],
  ['src/components/ui/Icon.astro', `import type { Slot } from '#domain/slots/cards.ts';`, 'src/domain'],
  ['src/components/slots/SlotCard.astro', `import { db } from '#db/open.ts';`, 'db/open.ts'],
  ['src/i18n/da/slots.ts', `import { LIMIT } from '#domain/slots/schema.ts';`, 'src/domain'],
  ['src/search/engine.ts', `import { log } from '#lib/log.ts';`, 'src/lib'],
  ['db/open.ts', `export { today } from '../src/domain/time.ts';`, 'src/domain/time.ts'],
  ['src/lib/health.ts', `import '../../scripts/setup.ts';`, 'scripts/setup.ts'],
  ['src/lib/health.ts', `const late = await import('../../tests/fixtures/directory.ts');`, 'tests/fixtures'],
  [
    'src/domain/slots/commands.ts',
    `import {\n  addOrganisation,\n} from '#domain/organisations/commands.ts';`,
    'organisations/commands.ts',
  ],
  ['src/search/index-writer.ts', `import { closeSlot } from '#domain/slots/commands.ts';`, 'slots/commands.ts'],
  ['src/pages/om.astro', `import { closeSlot } from '#domain/slots/commands.ts';`, 'slots/commands.ts'],
  [
    'src/components/slots/SlotCard.astro',
    `import { closeSlot } from '#domain/slots/commands.ts';`,
    'slots/commands.ts',
  ],
])('%s may not say: %s', (file, line, target) => {
  const problems = problemsOf(file, line);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${file}:\\d+ imports `));
  expect(problems[0]).toContain(target);
});

test('the line that is named is the one that holds the import', () => {
  expect(problemsOf('db/open.ts', `import { t } from '#i18n/index.ts';`)[0]).toMatch(/^db\/open\.ts:2 /);
});

test.each([
  ['src/pages/om.astro', `import { slotSchemes } from '#domain/schemes/queries.ts';`],
  ['src/lib/database.ts', `import { openDatabase } from '#db/open.ts';`],
  ['src/domain/slots/commands.ts', `import { slugOf } from '#domain/organisations/rules.ts';`],
  ['src/domain/slots/commands.ts', `import { recordEvent } from '#domain/events/commands.ts';`],
  ['src/domain/imports/members.ts', `import { addOrganisation } from '#domain/organisations/commands.ts';`],
  ['src/search/index-writer.ts', `import { slotCards } from '#domain/slots/cards.ts';`],
  ['tests/unit/x.test.ts', `import { loadDemo } from '../../scripts/demo.ts';`],
  ['src/domain/slots/queries.ts', `import { z } from 'zod';`],
])('%s may say: %s', (file, line) => {
  expect(problemsOf(file, line)).toEqual([]);
});
