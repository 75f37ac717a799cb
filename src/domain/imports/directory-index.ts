import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { nameKey } from '#domain/organisations/rules.ts';

interface Entry {
  id: number;
  cvr: string | null;
  name: string;
  postcode: string | null;
}

/** The directory's organisations by what a list can name them by, kept in step while a list is read. */
export class DirectoryIndex {
  readonly #byCvr = new Map<string, number>();
  readonly #byPNumber = new Map<string, number>();
  readonly #mainPNumbers = new Set<string>();
  readonly #byName = new Map<string, Entry>();
  readonly #names = new Map<number, string>();

  constructor(db: Db) {
    const organisations = statement<Entry>(db, ORGANISATIONS).all();
    for (const entry of organisations) this.add(entry, null);
    const workplaces = statement<{ pNumber: string; organisationId: number; main: number }>(db, P_NUMBERS).all();
    for (const { pNumber, organisationId, main } of workplaces) {
      this.#byPNumber.set(pNumber, organisationId);
      if (main) this.#mainPNumbers.add(pNumber);
    }
  }

  add(entry: Entry, pNumber: string | null): void {
    if (entry.cvr) this.#byCvr.set(entry.cvr, entry.id);
    this.#byName.set(nameKey(entry.name), entry);
    this.#names.set(entry.id, entry.name);
    if (pNumber) {
      this.#byPNumber.set(pNumber, entry.id);
      this.#mainPNumbers.add(pNumber);
    }
  }

  addPNumber(pNumber: string, id: number): void {
    this.#byPNumber.set(pNumber, id);
  }

  /** By CVR number, or by P-number where the row has no other; `conflict` where the two belong to different ones. */
  find(cvr: string | null, pNumber: string | null): number | 'conflict' | undefined {
    const byCvr = cvr ? this.#byCvr.get(cvr) : undefined;
    const byPNumber = pNumber ? this.#byPNumber.get(pNumber) : undefined;
    if (cvr && byPNumber !== undefined && byPNumber !== byCvr) return 'conflict';
    return byCvr ?? byPNumber;
  }

  findByName(name: string): Entry | undefined {
    return this.#byName.get(nameKey(name));
  }

  isFurtherWorkplace(pNumber: string): boolean {
    return this.#byPNumber.has(pNumber) && !this.#mainPNumbers.has(pNumber);
  }

  nameOf(id: number): string {
    return this.#names.get(id) ?? '';
  }
}

const ORGANISATIONS = `
  select organisations.id, organisations.cvr, organisations.name, workplaces.postcode
  from organisations left join workplaces on workplaces.organisation_id = organisations.id and workplaces.main = 1`;
const P_NUMBERS =
  'select p_number as pNumber, organisation_id as organisationId, main from workplaces where p_number is not null';
