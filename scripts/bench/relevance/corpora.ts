import { readFileSync } from 'node:fs';
import { migrateDatabase } from '#db/migrate.ts';
import { type Db, inTransaction, openDatabase } from '#db/open.ts';
import { loadReference } from '#db/reference.ts';
import { importMembers } from '#domain/imports/members.ts';
import type { Report } from '#domain/imports/report.ts';
import { importSlots } from '#domain/imports/slots.ts';
import { readTable } from '#domain/imports/table.ts';
import { addDays, today } from '#domain/time.ts';
import { loadDemo } from '../../demo.ts';

export interface Corpus {
  /** Names its files of judgements. */
  id: string;
  title: string;
  /** Code of the municipality that the portal is for. */
  home: string;
  load(db: Db): Promise<void>;
}

export const CORPORA: Corpus[] = [
  { id: 'demo', title: 'The demo network (Lejre)', home: '0350', load: loadDemo },
  { id: 'west-coast', title: 'A town at the North Sea (Ringkøbing-Skjern)', home: '0760', load: loadWestCoast },
];

/** A database in memory that holds this corpus and nothing else. */
export async function openCorpus(corpus: Corpus): Promise<Db> {
  const db = openDatabase(':memory:');
  migrateDatabase(db);
  loadReference(db);
  await corpus.load(db);
  return db;
}

const FOLDER = new URL('../../../tests/relevance/west-coast/', import.meta.url);
const NETWORK = { slug: 'vestkysten', name: 'Netværk Vestkysten' };

async function loadWestCoast(db: Db): Promise<void> {
  const members = await readTable(readFileSync(new URL('organisations.csv', FOLDER)));
  const slots = await readTable(readFileSync(new URL('slots.csv', FOLDER)));
  const inTime = addDays(today(), 90);
  inTransaction(db, () => {
    expectTaken(importMembers(db, members, { network: NETWORK, demo: true }));
    expectTaken(
      importSlots(
        db,
        {
          headings: [...slots.headings, 'udløb'],
          rows: slots.rows.map((row) => ({ ...row, cells: [...row.cells, inTime] })),
        },
        {},
      ),
    );
  });
}

function expectTaken({ problems: [problem] }: Report): void {
  if (problem) throw new Error(`row ${problem.line}: ${problem.column} ${problem.code} “${problem.value}”`);
}
