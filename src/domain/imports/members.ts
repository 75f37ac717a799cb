import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { endMembership, joinNetwork } from '#domain/memberships/commands.ts';
import { foundNetwork } from '#domain/networks/commands.ts';
import {
  addOrganisation,
  addWorkplace,
  correctOrganisation,
  correctWorkplace,
} from '#domain/organisations/commands.ts';
import {
  day,
  type OrganisationInput,
  organisationInput,
  type WorkplaceInput,
  workplaceInput,
} from '#domain/organisations/schema.ts';
import { postcodeOfTown } from '#domain/places/queries.ts';
import { today } from '#domain/time.ts';
import { indexingOnce } from '#search/index-writer.ts';
import { DirectoryIndex } from './directory-index.ts';
import { MEMBER_COLUMNS, readHeadings } from './headings.ts';
import { newReport, notice, type Outcome, type Report, refuse } from './report.ts';
import { Cells } from './rows.ts';
import type { Table } from './table.ts';
import {
  cvrFrom,
  dayFrom,
  emailFrom,
  goalsFrom,
  numberFrom,
  orNull,
  phoneFrom,
  pNumberFrom,
  postcodeFrom,
  sectorFrom,
  websiteFrom,
} from './values.ts';

export interface MemberImport {
  network: { slug: string /** Makes the network where it is missing. */; name?: string | undefined };
  /** Ends the membership of those that the list no longer holds; otherwise they are only reported. */
  endMissing?: boolean;
  /** Reports everything and changes nothing. */
  dryRun?: boolean;
  /** Marks new organisations as invented. */
  demo?: boolean;
  onProgress?: (done: number, of: number) => void;
}

type Field = keyof typeof MEMBER_COLUMNS;
type Row = Table['rows'][number];

const ACTOR = 'import';

/**
 * Imports a network's member list: all of it in one transaction, so that a kill in the middle leaves nothing half-done.
 * An organisation is known by its CVR number (or a P-number), never by its name alone. A list fills in what is missing
 * and never overwrites what the directory has: the organisation itself may have written that.
 *
 * @throws Error 'no-network' where the network is not there and has no name, 'no-name-column' for a list without names
 */
export function importMembers(db: Db, table: Table, options: MemberImport): Report {
  const headings = readHeadings<Field>(table.headings, MEMBER_COLUMNS);
  if (!headings.columns.has('name')) throw new Error('no-name-column');
  const report = newReport(table, [...headings.unknown, ...headings.repeated]);
  const undo = new Error('dry run');
  try {
    inTransaction(db, () => {
      indexingOnce(db, () => new MemberListImport(db, new Cells(headings, table), report, options).run(table.rows));
      if (options.dryRun) throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return report;
}

class MemberListImport {
  readonly #db: Db;
  readonly #cells: Cells<Field>;
  readonly #report: Report;
  readonly #options: MemberImport;
  readonly #networkId: number;
  readonly #directory: DirectoryIndex;
  /** Line of the first row of each organisation in this list. */
  readonly #listed = new Map<number, number>();
  /** Organisations whose row was refused: the list holds them all the same. */
  readonly #refused = new Set<number>();
  readonly #current: Map<number, number>;

  constructor(db: Db, cells: Cells<Field>, report: Report, options: MemberImport) {
    this.#db = db;
    this.#cells = cells;
    this.#report = report;
    this.#options = options;
    this.#networkId = networkId(db, options);
    this.#directory = new DirectoryIndex(db);
    this.#current = currentMembers(db, this.#networkId);
  }

  run(rows: Row[]): void {
    for (const [index, row] of rows.entries()) {
      const outcome = this.#importRow(row);
      if (outcome) this.#report.outcomes[outcome]++;
      this.#options.onProgress?.(index + 1, rows.length);
    }
    this.#reportMissing();
  }

  /** Nothing is returned for a row that was refused, which counts itself. */
  #importRow(row: Row): Exclude<Outcome, 'refused'> | undefined {
    const read = this.#read(row);
    if (!read) return undefined;
    const { organisation, workplace, since } = read;
    const known = this.#directory.find(organisation.cvr, workplace.pNumber);
    if (known === 'conflict') return this.#refuse(row, 'pNumber', 'p-number-taken');
    if (known !== undefined) return this.#importKnown(row, known, organisation, workplace, since);

    if (organisation.cvr === null) {
      const twin = this.#directory.findByName(organisation.name);
      if (twin && this.#isSameRowAgain(twin, workplace))
        return this.#importKnown(row, twin.id, organisation, workplace, since);
      if (twin) return this.#refuse(row, 'name', 'likely-duplicate', { name: twin.name, cvr: twin.cvr ?? '–' });
      this.#notice(row, 'cvr', 'no-cvr');
    } else {
      const twin = this.#directory.findByName(organisation.name);
      if (twin) this.#notice(row, 'name', 'same-name', { name: twin.name, cvr: twin.cvr ?? '–' });
    }
    const id = addOrganisation(this.#db, ACTOR, organisation, workplace, this.#options.demo ?? false);
    this.#directory.add(
      { id, cvr: organisation.cvr, name: organisation.name, postcode: workplace.postcode },
      workplace.pNumber,
    );
    this.#join(id, since);
    this.#listed.set(id, row.line);
    return 'added';
  }

  #importKnown(
    row: Row,
    id: number,
    organisation: OrganisationInput,
    workplace: WorkplaceInput,
    since: string,
  ): Exclude<Outcome, 'refused'> | undefined {
    const line = this.#listed.get(id);
    if (line !== undefined) return this.#importAgain(row, line, id, workplace);
    this.#listed.set(id, row.line);
    const joined = !this.#current.has(id);
    if (joined) this.#join(id, since);
    const completed = this.#complete(row, id, organisation, workplace);
    return joined ? 'joined' : completed ? 'completed' : 'unchanged';
  }

  /** The same organisation twice in one list: a further workplace where the P-number says so, otherwise once is enough. */
  #importAgain(row: Row, line: number, id: number, workplace: WorkplaceInput): Exclude<Outcome, 'refused'> | undefined {
    if (workplace.pNumber && this.#directory.find(null, workplace.pNumber) === undefined) {
      addWorkplace(this.#db, ACTOR, id, workplace);
      this.#directory.addPNumber(workplace.pNumber, id);
      this.#notice(row, 'pNumber', 'further-workplace');
      return 'completed';
    }
    if (workplace.pNumber && this.#directory.isFurtherWorkplace(workplace.pNumber)) return 'unchanged';
    this.#notice(row, 'cvr', 'twice', { line });
    return 'skipped';
  }

  /** Fills in what the directory does not know yet, and tells where it knows something else. */
  #complete(row: Row, id: number, organisation: OrganisationInput, workplace: WorkplaceInput): boolean {
    const known = statement<OrganisationInput>(this.#db, KNOWN_ORGANISATION).get(id);
    const place = statement<WorkplaceInput>(this.#db, KNOWN_WORKPLACE).get(id);
    if (!known) return false;
    const fields = ['cvr', 'branch', 'description', 'website', 'email', 'phone'] as const;
    const changes = Object.fromEntries(
      fields.filter((field) => !known[field] && organisation[field]).map((field) => [field, organisation[field]]),
    );
    const placeFields = ['pNumber', 'address', 'postcode', 'town'] as const;
    const isMainPlace = !workplace.pNumber || !place?.pNumber || workplace.pNumber === place.pNumber;
    const placeChanges = Object.fromEntries(
      placeFields
        .filter((field) => isMainPlace && !place?.[field] && workplace[field])
        .map((field) => [field, workplace[field]]),
    );
    for (const field of ['name', ...fields] as const) {
      if (organisation[field] && known[field] && organisation[field] !== known[field])
        this.#notice(row, field, 'differs', { known: known[field] });
    }
    if (Object.keys(changes).length > 0) correctOrganisation(this.#db, ACTOR, id, changes);
    if (Object.keys(placeChanges).length > 0) correctWorkplace(this.#db, ACTOR, id, placeChanges);
    return Object.keys(changes).length + Object.keys(placeChanges).length > 0;
  }

  #join(organisationId: number, since: string): void {
    const id = joinNetwork(this.#db, ACTOR, {
      organisationId,
      networkId: this.#networkId,
      since,
      verifiedBy: this.#options.network.slug,
    });
    this.#current.set(organisationId, id);
  }

  #reportMissing(): void {
    for (const [organisationId, membershipId] of this.#current) {
      if (this.#listed.has(organisationId) || this.#refused.has(organisationId)) continue;
      const name = this.#directory.nameOf(organisationId);
      notice(this.#report, 0, {
        column: '',
        value: name,
        code: this.#options.endMissing ? 'missing-ended' : 'missing',
      });
      if (this.#options.endMissing) endMembership(this.#db, ACTOR, membershipId);
    }
  }

  /** An organisation without CVR comes again with each list: the same name at the same place, on both sides without a number. */
  #isSameRowAgain(
    twin: { id: number; cvr: string | null; postcode: string | null },
    workplace: WorkplaceInput,
  ): boolean {
    return (
      twin.cvr === null &&
      twin.postcode === workplace.postcode &&
      this.#current.has(twin.id) &&
      !this.#listed.has(twin.id)
    );
  }

  #read(row: Row): { organisation: OrganisationInput; workplace: WorkplaceInput; since: string } | undefined {
    const cell = (field: Field) => this.#cells.cell(row, field);
    const organisation = organisationInput.safeParse({
      cvr: cvrFrom(cell('cvr')),
      name: cell('name'),
      sector: sectorFrom(cell('sector')),
      branch: orNull(cell('branch')),
      description: cell('description'),
      website: websiteFrom(cell('website')),
      email: emailFrom(cell('email')),
      phone: phoneFrom(cell('phone')),
      goals: goalsFrom(cell('goals')),
      contactName: orNull(cell('contactName')),
    });
    const workplace = workplaceInput.safeParse({
      pNumber: pNumberFrom(cell('pNumber')),
      address: orNull(cell('address')),
      postcode: postcodeFrom(cell('postcode')),
      town: orNull(cell('town')),
      lat: numberFrom(cell('lat')),
      lng: numberFrom(cell('lng')),
    });
    const since = day.safeParse(dayFrom(cell('since')) ?? today());
    const problems = [
      ...this.#cells.problems(row, organisation.error?.issues ?? []),
      ...this.#cells.problems(row, workplace.error?.issues ?? []),
      ...(since.success ? [] : [this.#cells.problem(row, 'since', 'not-a-date')]),
      ...this.#postcodeProblems(row, workplace.data),
    ];
    if (problems.length > 0 || !organisation.data || !workplace.data || !since.data) {
      this.#remember(row);
      refuse(this.#report, row, problems);
      return undefined;
    }
    return { organisation: organisation.data, workplace: this.#withPlace(row, workplace.data), since: since.data };
  }

  #postcodeProblems(row: Row, workplace: WorkplaceInput | undefined) {
    const code = workplace?.postcode;
    const unknown = code && !statement(this.#db, 'select 1 from postcodes where code = ?').get(code);
    return unknown ? [this.#cells.problem(row, 'postcode', 'unknown-postcode')] : [];
  }

  /** A missing postcode is found by the town, when only one place has that name. */
  #withPlace(row: Row, workplace: WorkplaceInput): WorkplaceInput {
    if (workplace.postcode) return workplace;
    const only = workplace.town ? postcodeOfTown(this.#db, workplace.town) : undefined;
    this.#notice(row, 'postcode', only ? 'postcode-found' : 'no-postcode', only ? { postcode: only } : {});
    return { ...workplace, postcode: only ?? null };
  }

  /** Whom a refused row is about, by whatever it has: a flaw in a row must not end a membership. */
  #remember(row: Row): void {
    const cell = (field: Field) => this.#cells.cell(row, field);
    const byNumber = this.#directory.find(cvrFrom(cell('cvr')), null);
    const byPNumber = this.#directory.find(null, pNumberFrom(cell('pNumber')));
    for (const id of [byNumber, byPNumber, this.#directory.findByName(cell('name'))?.id])
      if (typeof id === 'number') this.#refused.add(id);
  }

  #refuse(row: Row, field: Field, code: string, values?: Record<string, string>): undefined {
    this.#remember(row);
    refuse(this.#report, row, [this.#cells.problem(row, field, code, values)]);
  }

  #notice(row: Row, field: Field, code: string, values?: Record<string, string | number>): void {
    notice(this.#report, row.line, this.#cells.problem(row, field, code, values));
  }
}

const KNOWN_ORGANISATION =
  'select cvr, name, branch, description, website, email, phone from organisations where id = ?';
const KNOWN_WORKPLACE =
  'select p_number as pNumber, address, postcode, town from workplaces where organisation_id = ? and main = 1';

function networkId(db: Db, { network, demo }: MemberImport): number {
  const known = statement<{ id: number }>(db, 'select id from networks where slug = ?').get(network.slug);
  if (known) return known.id;
  if (!network.name) throw new Error('no-network');
  return foundNetwork(db, ACTOR, { slug: network.slug, name: network.name, demo: demo ?? false });
}

/** Organisation id → membership id. */
function currentMembers(db: Db, networkId: number): Map<number, number> {
  const rows = statement<{ id: number; organisationId: number }>(
    db,
    'select id, organisation_id as organisationId from memberships where network_id = ? and until is null',
  ).all(networkId);
  return new Map(rows.map((row) => [row.organisationId, row.id]));
}
