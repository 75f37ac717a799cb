import { type Db, inTransaction } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { nameKey } from '#domain/organisations/rules.ts';
import { type Scheme, type SupportFact, slotSchemes, validSupportFacts } from '#domain/schemes/queries.ts';
import { fitsHost } from '#domain/schemes/rules.ts';
import { openSlot } from '#domain/slots/commands.ts';
import { type SlotInput, slotInput } from '#domain/slots/schema.ts';
import { today } from '#domain/time.ts';
import { indexingOnce } from '#search/index-writer.ts';
import { readHeadings, SLOT_COLUMNS } from './headings.ts';
import { newReport, notice, type Report, refuse } from './report.ts';
import { Cells } from './rows.ts';
import type { Table } from './table.ts';
import { cvrFrom, dayFrom, ladderFrom, numberFrom, orNull, partsOf, pNumberFrom, yesOrNo } from './values.ts';

export interface SlotImport {
  dryRun?: boolean;
  onProgress?: (done: number, of: number) => void;
}

type Field = keyof typeof SLOT_COLUMNS;
type Row = Table['rows'][number];
interface Host {
  id: number;
  sector: Sector;
}

const ACTOR = 'import';

/**
 * Imports a list of slots, all of it in one transaction. The host is known by its CVR number; a slot of the same host
 * with the same title and scheme that is still open is the same slot, so importing twice changes nothing.
 *
 * @throws Error 'no-cvr-column', 'no-title-column'
 */
export function importSlots(db: Db, table: Table, options: SlotImport): Report {
  const headings = readHeadings<Field>(table.headings, SLOT_COLUMNS);
  if (!headings.columns.has('cvr')) throw new Error('no-cvr-column');
  if (!headings.columns.has('title')) throw new Error('no-title-column');
  const report = newReport(table, [...headings.unknown, ...headings.repeated]);
  const undo = new Error('dry run');
  try {
    inTransaction(db, () => {
      const list = new SlotListImport(db, new Cells(headings, table), report);
      indexingOnce(db, () => {
        for (const [index, row] of table.rows.entries()) {
          list.importRow(row);
          options.onProgress?.(index + 1, table.rows.length);
        }
      });
      if (options.dryRun) throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return report;
}

class SlotListImport {
  readonly #db: Db;
  readonly #cells: Cells<Field>;
  readonly #report: Report;
  readonly #schemes: Map<string, Scheme>;
  readonly #support: Map<string, SupportFact>;

  constructor(db: Db, cells: Cells<Field>, report: Report) {
    this.#db = db;
    this.#cells = cells;
    this.#report = report;
    this.#schemes = byNames(slotSchemes(db), (scheme) => [
      scheme.id,
      scheme.nameDa,
      scheme.nameEn,
      ...scheme.otherNames,
    ]);
    this.#support = byNames(validSupportFacts(db), (fact) => [fact.id, fact.labelDa, fact.labelEn]);
  }

  importRow(row: Row): void {
    const cell = (field: Field) => this.#cells.cell(row, field);
    const cvr = cvrFrom(cell('cvr'));
    const host = cvr
      ? statement<Host>(this.#db, 'select id, sector from organisations where cvr = ?').get(cvr)
      : undefined;
    const scheme = this.#schemes.get(nameKey(cell('scheme')));
    const pNumber = pNumberFrom(cell('pNumber'));
    const workplace = pNumber
      ? statement<{ id: number }>(this.#db, OWN_WORKPLACE).get(pNumber, host?.id ?? 0)
      : undefined;
    const parts = partsOf(cell('support'));
    const input = slotInput.safeParse(this.#input(row, scheme, parts));
    const unknownSupport = parts.filter((part) => !this.#support.has(nameKey(part)));
    const problems = [
      ...(host ? [] : [this.#cells.problem(row, 'cvr', cvr ? 'unknown-organisation' : 'missing')]),
      ...(scheme ? [] : [this.#cells.problem(row, 'scheme', cell('scheme') ? 'unknown-scheme' : 'missing')]),
      ...(host && scheme && !fitsHost(scheme, host.sector)
        ? [this.#cells.problem(row, 'scheme', 'not-for-this-host')]
        : []),
      ...(pNumber && host && !workplace ? [this.#cells.problem(row, 'pNumber', 'unknown-workplace')] : []),
      ...unknownSupport.map((part) => this.#cells.problem(row, 'support', 'unknown-support', { part })),
      ...this.#cells.problems(
        row,
        (input.error?.issues ?? []).filter((issue) => issue.path[0] !== 'scheme'),
      ),
    ];
    if (problems.length > 0 || !input.data || !host) {
      refuse(this.#report, row, problems);
      return;
    }
    if (this.#isOpenAlready(host.id, input.data)) {
      this.#report.outcomes.unchanged++;
      return;
    }
    openSlot(this.#db, ACTOR, host.id, input.data, workplace?.id ?? null);
    if (input.data.expiresOn < today())
      notice(this.#report, row.line, this.#cells.problem(row, 'expiresOn', 'expired'));
    this.#report.outcomes.added++;
  }

  #input(row: Row, scheme: Scheme | undefined, parts: string[]): unknown {
    const cell = (field: Field) => this.#cells.cell(row, field);
    return {
      title: cell('title'),
      scheme: scheme?.id ?? '',
      occupation: orNull(cell('occupation')),
      tasks: cell('tasks'),
      hoursMin: numberFrom(cell('hoursMin')) ?? numberFrom(cell('hoursMax')),
      hoursMax: numberFrom(cell('hoursMax')) ?? numberFrom(cell('hoursMin')),
      weeks: numberFrom(cell('weeks')),
      positions: numberFrom(cell('positions')) ?? 1,
      filled: numberFrom(cell('filled')) ?? 0,
      startsOn: dayFrom(cell('startsOn')),
      expiresOn: dayFrom(cell('expiresOn')) ?? '',
      support: [...new Set(parts.flatMap((part) => this.#support.get(nameKey(part))?.id ?? []))],
      leadsToJob: yesOrNo(cell('leadsToJob')),
      contactName: orNull(cell('contactName')),
      ladder: ladderFrom(cell('ladder')),
    } satisfies Record<keyof SlotInput, unknown>;
  }

  #isOpenAlready(organisationId: number, input: SlotInput): boolean {
    const rows = statement<{ title: string }>(this.#db, SAME_HOST_AND_SCHEME).all(
      organisationId,
      input.scheme,
      input.expiresOn < today() ? 1 : 0,
    );
    return rows.some((row) => nameKey(row.title) === nameKey(input.title));
  }
}

const OWN_WORKPLACE = 'select id from workplaces where p_number = ? and organisation_id = ?';
/** An expired slot that is sent again is the same one, although it has been closed since. */
const SAME_HOST_AND_SCHEME = `select title from slots where organisation_id = ? and scheme_id = ? and (state <> 'closed' or ?)`;

function byNames<Item>(items: Item[], namesOf: (item: Item) => string[]): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items)
    for (const name of namesOf(item)) if (!found.has(nameKey(name))) found.set(nameKey(name), item);
  return found;
}
