import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { findAccountByEmail } from '#domain/accounts/queries.ts';
import { insertAccount, insertCoordinator, insertMember, insertStaff } from '#domain/accounts/steps.ts';
import { keepCommitment, makeCommitment, withdrawCommitment } from '#domain/commitments/commands.ts';
import { commitmentInput } from '#domain/commitments/schema.ts';
import { hashPassword } from '#domain/credentials/passwords.ts';
import { insertPassword } from '#domain/credentials/steps.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { importMembers } from '#domain/imports/members.ts';
import type { Report } from '#domain/imports/report.ts';
import { importSlots } from '#domain/imports/slots.ts';
import { readTable, type Table } from '#domain/imports/table.ts';
import { foundNetwork } from '#domain/networks/commands.ts';
import { verifyRsv } from '#domain/organisations/commands.ts';
import { addDays, today } from '#domain/time.ts';
import { indexingOnce } from '#search/index-writer.ts';
import { loadDemoWork } from './demo-work.ts';

const FOLDER = new URL('../db/seeds/demo/', import.meta.url);
const ACTOR = 'demo';
/** The day that the files were written for. All days in them move along, so that open slots are open whenever it is loaded. */
const WRITTEN_FOR = '2026-11-23';

const NETWORKS = [
  {
    slug: 'green-network',
    name: 'Green Network',
    descriptionDa:
      'Et netværk for virksomheder, der vil tage ansvar for miljø, arbejdsmiljø og mennesker, og som viser, hvad de gør. Medlemmerne mødes om konkrete løfter og lærer af hinandens fejl.',
    descriptionEn:
      'A network for businesses that take responsibility for the environment, the working environment and people, and show what they do. Members meet about concrete commitments and learn from each other’s mistakes.',
  },
  {
    slug: 'business-lejre',
    name: 'Business Lejre',
    descriptionDa:
      'De lokale virksomheders forening i Lejre Kommune: fra enkeltmandsfirmaet på loftet til gården med tyve ansatte. Her kender man hinanden ved fornavn.',
    descriptionEn:
      'The association of local businesses in Lejre: from the one-man firm in the attic to the farm with twenty employees. People here are on first-name terms.',
  },
  {
    slug: 'partnerskab-lejre',
    name: 'Partnerskab Lejre',
    descriptionDa:
      'Socialøkonomiske virksomheder, kommunale institutioner og foreninger, der sammen med kommunen skaber pladser til mennesker på kanten af arbejdsmarkedet.',
    descriptionEn:
      'Social enterprises, municipal institutions and associations that work with the municipality to make room for people on the edge of the labour market.',
  },
];

/**
 * Loads the invented demo network through the same imports and verbs that everybody uses; all of it or nothing.
 *
 * @throws when a row of its files is refused
 */
export async function loadDemo(db: Db): Promise<void> {
  const lists = await Promise.all(
    NETWORKS.map(async (network) => ({ network, table: await readFile(`${network.slug}.csv`) })),
  );
  const slots = await readFile('slots.csv', ['start', 'udløb']);
  inTransaction(db, () => {
    for (const { network, table } of lists) {
      foundNetwork(db, ACTOR, { ...network, demo: true });
      expectTaken(`${network.slug}.csv`, importMembers(db, table, { network, demo: true }));
    }
    indexingOnce(db, () => {
      for (const row of records('rsv.csv'))
        verifyRsv(db, ACTOR, idOf(db, row), { checkedOn: moved(row.tjekket), checkedBy: row.tjekket_af ?? '' });
      for (const row of records('commitments.csv')) addCommitment(db, row);
    });
    expectTaken('slots.csv', importSlots(db, slots, {}));
  });
}

/** Known to everybody, so it opens nothing on a portal that others can reach (src/lib/demo-logins.ts). */
export const DEMO_PASSWORD = 'prøv-plads-uden-alvor';

/** Invented, by names that say so. */
const PEOPLE = [
  { email: 'ejer@demo.example', name: 'Elin Ejersen (opdigtet)', owns: true },
  { email: 'hjaelper@demo.example', name: 'Hjalte Hjælpersen (opdigtet)', helps: true },
  { email: 'konsulent@demo.example', name: 'Kamilla Konsulentsen (opdigtet)', staff: 'consultant' },
  { email: 'netvaerk@demo.example', name: 'Niels Netværksen (opdigtet)', coordinates: true },
  { email: 'portal@demo.example', name: 'Petra Portalsen (opdigtet)', staff: 'administrator' },
  // Looks after nothing yet, and asks to.
  { email: 'nysgerrig@demo.example', name: 'Nanna Nysgerrigsen (opdigtet)' },
] as const;

/**
 * Makes the people who can be played, where the demo network is there and they are not, and what they have been up to.
 *
 * @returns how many were made
 */
export async function loadDemoPeople(db: Db): Promise<number> {
  const organisation = idWhere(db, 'select id from organisations where name = ? and demo', 'Grøntværkstedet Hvalsø');
  const network = idWhere(db, 'select id from networks where slug = ? and demo', 'green-network');
  const missing = PEOPLE.filter(({ email }) => !findAccountByEmail(db, email));
  if (!organisation || !network || missing.length === 0) return 0;
  const hash = await hashPassword(DEMO_PASSWORD);
  inTransaction(db, () => {
    for (const person of missing) {
      const id = insertAccount(db, { email: person.email, name: person.name, locale: 'da' }, true);
      if ('owns' in person) insertMember(db, id, organisation, 'owner');
      if ('helps' in person) insertMember(db, id, organisation, 'editor');
      if ('coordinates' in person) insertCoordinator(db, id, network);
      if ('staff' in person) insertStaff(db, id, person.staff);
      insertPassword(db, id, hash);
      recordEvent(db, { actor: ACTOR, verb: 'openAccount', noun: 'account', nounId: id });
    }
    if (missing.length === PEOPLE.length)
      loadDemoWork(db, { consultant: 'konsulent@demo.example', asker: 'nysgerrig@demo.example' });
  });
  return missing.length;
}

const idWhere = (db: Db, select: string, value: string): number | undefined =>
  statement<{ id: number }>(db, select).get(value)?.id;

type Row = Record<string, string>;

function addCommitment(db: Db, row: Row): void {
  const input = commitmentInput.parse({
    theme: row.tema,
    statement: row.løfte,
    measure: row.måles_ved,
    goals: row.verdensmål?.split(',').map(Number),
    evidenceLabel: row.dokumentation || null,
    evidenceUrl: row.dokumentation_url || null,
    madeOn: moved(row.afgivet),
    reviewOn: moved(row.gennemgås),
  });
  const id = makeCommitment(db, ACTOR, idOf(db, row), input);
  if (row.status === 'kept') keepCommitment(db, ACTOR, id, moved(row.afgjort));
  if (row.status === 'withdrawn') withdrawCommitment(db, ACTOR, id, moved(row.afgjort), row.begrundelse ?? '');
}

function idOf(db: Db, row: Row): number {
  const found = statement<{ id: number }>(db, 'select id from organisations where cvr = ?').get(row.cvr);
  if (!found) throw new Error(`The demo names an organisation that it does not have: ${row.cvr}`);
  return found.id;
}

function moved(day = ''): string {
  const shift = Math.round((Date.parse(today()) - Date.parse(WRITTEN_FOR)) / 86_400_000);
  return day && addDays(day, shift);
}

function expectTaken(file: string, report: Report): void {
  const [problem] = report.problems;
  if (problem) throw new Error(`${file}, row ${problem.line}: ${problem.column} ${problem.code} “${problem.value}”`);
}

async function readFile(file: string, dayColumns: string[] = []): Promise<Table> {
  const table = await readTable(readFileSync(new URL(file, FOLDER)));
  const days = new Set(dayColumns.map((column) => table.headings.indexOf(column)));
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) => (days.has(index) ? moved(cell) : cell)),
    })),
  };
}

function records(file: string): Row[] {
  return parse(readFileSync(new URL(file, FOLDER)), { columns: true, delimiter: ';' }) as Row[];
}
