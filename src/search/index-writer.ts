import { type Db, inTransaction } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import { type OrganisationCard, organisationCards } from '#domain/organisations/cards.ts';
import { type SlotCard, slotCards } from '#domain/slots/cards.ts';
import { IS_OPEN } from '#domain/slots/rules.ts';
import { today } from '#domain/time.ts';
import { BETWEEN_NAMES, type SearchDocument } from './document.ts';
import { removeFromEmbedded, writeForEmbedded, writeWords, writingMany } from './embedded/write.ts';
import { sortKey } from './sort-key.ts';
import { ANALYSIS_VERSION } from './text/analysis.ts';

/** How many organisations are read at once. */
const BATCH = 1000;

/** Organisations whose documents a longer piece of work will write at its end. */
const postponed = new WeakMap<Db, Set<number>>();

/**
 * Writes what the search knows of these organisations and of their slots. Called by the verb that changed them, inside
 * its transaction: the index is true when the change is.
 */
export function indexOrganisations(db: Db, ids: number[]): void {
  const later = postponed.get(db);
  if (later) for (const id of ids) later.add(id);
  else for (let from = 0; from < ids.length; from += BATCH) indexBatch(db, ids.slice(from, from + BATCH));
}

/** Runs many verbs and indexes each organisation that they touched once, at the end. Inside the caller's transaction. */
export function indexingOnce(db: Db, work: () => void): void {
  const touched = new Set<number>();
  postponed.set(db, touched);
  try {
    work();
  } finally {
    postponed.delete(db);
  }
  indexOrganisations(db, [...touched]);
}

/** Writes the whole index anew from the data, also where a document has not changed. */
export function indexEverything(db: Db): void {
  statement(db, "update search_documents set document = '{}' where document is not null").run();
  const rows = statement<{ id: number }>(db, 'select id from organisations order by id').all();
  const ids = rows.map((row) => row.id);
  writingMany(db, () => indexOrganisations(db, ids));
  statement(db, REMEMBER_ANALYSIS).run(String(ANALYSIS_VERSION));
}

/**
 * Writes the whole index anew when this version of the portal finds documents by other words than the one that wrote it.
 *
 * @returns whether it did
 */
export function ensureIndex(db: Db): boolean {
  const written = statement<{ value: string }>(db, 'select value from settings where key = ?').get(ANALYSIS_KEY)?.value;
  if (written === String(ANALYSIS_VERSION)) return false;
  inTransaction(db, () => indexEverything(db));
  return true;
}

const ANALYSIS_KEY = 'search.analysis';
const REMEMBER_ANALYSIS = `
  insert into settings (key, value) values ('${ANALYSIS_KEY}', ?) on conflict (key) do update set value = excluded.value`;

function indexBatch(db: Db, ids: number[]): void {
  const cards = organisationCards(db, ids);
  const open = openSlots(db, ids);
  const more = extraFacts(db, ids);
  const reference = readReference(db);
  const present = new Map(cards.map((card) => [card.id, card]));
  const slotsOf = Map.groupBy(open, (slot) => slot.organisation.id);
  const newWords = new Set<string>();
  for (const id of ids) {
    const card = present.get(id);
    const document = card ? organisationDocument(reference, card, slotsOf.get(id) ?? [], more.get(id)) : null;
    write(db, 'organisations', id, document, newWords);
  }
  const openIds = new Set(open.map((slot) => slot.id));
  for (const slot of open)
    write(db, 'slots', slot.id, slotDocument(reference, slot, present.get(slot.organisation.id)), newWords);
  for (const { id } of statement<{ id: number }>(db, INDEXED_SLOTS).all({ ids: JSON.stringify(ids) })) {
    if (!openIds.has(id)) write(db, 'slots', id, null, newWords);
  }
  writeWords(db, newWords);
}

/** What people search a sector by. */
const SECTOR_WORDS: Record<Sector, string> = {
  ordinary: '',
  'social-enterprise': 'socialøkonomisk virksomhed · social enterprise',
  public: 'offentlig · kommunal · public',
  voluntary: 'forening · voluntary',
};
const RSV_WORDS = 'RSV registreret socialøkonomisk virksomhed · registered social enterprise';

function organisationDocument(
  reference: Reference,
  card: OrganisationCard,
  slots: SlotCard[],
  more: ExtraFacts | undefined,
): SearchDocument {
  return {
    id: card.id,
    name: card.name,
    sortKey: sortKey(card.name),
    codes: [...(card.cvr ? [card.cvr] : []), ...(more?.pNumbers ?? [])],
    trade: words(card.branch),
    around: words(
      SECTOR_WORDS[card.sector],
      card.rsv && RSV_WORDS,
      ...card.networks.map((network) => network.name),
      ...(more?.schemeNames ?? []),
    ),
    place: words(card.town, card.postcode, ...(more?.places ?? [])),
    body: words(
      card.description,
      // Behind all else: who names it means the town first, and then the municipality around it.
      reference.municipalities.get(card.municipality ?? ''),
      ...(more?.themeNames ?? []),
      ...(more?.statements ?? []),
      ...(more?.offers ?? []).map((id) => reference.support.get(id)),
      ...slots.flatMap((slot) => [slot.title, slot.occupation]),
    ),
    facets: {
      network: card.networks.map((network) => network.slug),
      sector: [card.sector],
      rsv: [String(card.rsv !== null)],
      sdg: card.sdgs.map(String),
      theme: more?.themes ?? [],
      scheme: [...new Set([...slots.map((slot) => slot.scheme), ...(more?.schemes ?? [])])],
      hasOpenSlots: [String(slots.length > 0)],
      municipality: card.municipality ? [card.municipality] : [],
    },
    location: card.location,
    hours: null,
    growsTo: null,
    weight: slots.length > 0 ? 1 : 0,
    newest: card.createdAt,
  };
}

function slotDocument(
  reference: Reference,
  slot: SlotCard,
  organisation: OrganisationCard | undefined,
): SearchDocument {
  const { branch = null, networks = [], sdgs = [] } = organisation ?? {};
  return {
    id: slot.id,
    name: words(slot.title, slot.occupation),
    sortKey: sortKey(slot.title),
    codes: slot.organisation.cvr ? [slot.organisation.cvr] : [],
    trade: words(slot.organisation.name, branch),
    around: words(
      SECTOR_WORDS[slot.organisation.sector],
      organisation?.rsv && RSV_WORDS,
      reference.schemes.get(slot.scheme),
      ...slot.support.map((id) => reference.support.get(id)),
    ),
    place: words(slot.town, slot.postcode, slot.address),
    body: words(slot.tasks, reference.municipalities.get(slot.municipality ?? '')),
    facets: {
      scheme: [slot.scheme],
      support: slot.support,
      sector: [slot.organisation.sector],
      network: networks.map((network) => network.slug),
      sdg: sdgs.map(String),
      leadsToJob: [String(slot.leadsToJob)],
      municipality: slot.municipality ? [slot.municipality] : [],
    },
    location: slot.location,
    hours: slot.hoursMin,
    growsTo: slot.growsTo,
    weight: 0,
    newest: slot.publishedAt ?? '',
  };
}

/** Writes one document, or its tombstone, when it differs from what is there. */
export function writeDocument(db: Db, kind: SearchKind, entityId: number, document: SearchDocument | null): void {
  const newWords = new Set<string>();
  write(db, kind, entityId, document, newWords);
  writeWords(db, newWords);
}

function write(
  db: Db,
  kind: SearchKind,
  entityId: number,
  document: SearchDocument | null,
  newWords: Set<string>,
): void {
  const text = document && JSON.stringify(document);
  const known = statement<{ document: string | null }>(
    db,
    'select document from search_documents where kind = ? and entity_id = ?',
  ).get(kind, entityId);
  if (known ? known.document === text : text === null) return;
  statement(db, UPSERT).run({ kind, entityId, document: text });
  if (document) writeForEmbedded(db, kind, document, known === undefined, newWords);
  else removeFromEmbedded(db, kind, entityId);
}

const UPSERT = `
  insert into search_documents (kind, entity_id, document, version)
  values (@kind, @entityId, @document, (select coalesce(max(version), 0) + 1 from search_documents))
  on conflict (kind, entity_id) do update set document = excluded.document, version = excluded.version`;

const INDEXED_SLOTS = `
  select search_documents.entity_id as id
  from search_documents join slots on slots.id = search_documents.entity_id
  where search_documents.kind = 'slots' and search_documents.document is not null
    and slots.organisation_id in (select value from json_each(@ids))`;

function openSlots(db: Db, organisationIds: number[]): SlotCard[] {
  const rows = statement<{ id: number }>(
    db,
    `select slots.id from slots where slots.organisation_id in (select value from json_each(@ids)) and ${IS_OPEN} order by slots.id`,
  ).all({ ids: JSON.stringify(organisationIds), today: today() });
  return slotCards(
    db,
    rows.map((row) => row.id),
  );
}

interface ExtraFacts {
  themes: string[];
  themeNames: string[];
  statements: string[];
  pNumbers: string[];
  /** Villages often stand in the address alone. */
  places: string[];
  /** Ids of those that it can be asked about although no slot is open for them. */
  schemes: string[];
  schemeNames: string[];
  /** Support facts that it offers itself, whichever slot is open. */
  offers: string[];
}

const EXTRA_FACTS = `
  select wanted.value as id,
    (select json_group_array(distinct theme order by theme) from commitments where organisation_id = wanted.value and state <> 'withdrawn') as themes,
    (select json_group_array(distinct themes.label_da order by themes.label_da) from commitments join themes on themes.id = commitments.theme
      where organisation_id = wanted.value and state <> 'withdrawn') as themeNames,
    (select json_group_array(statement order by id) from commitments where organisation_id = wanted.value and state <> 'withdrawn') as statements,
    (select json_group_array(concat_ws(' ', address, postcode, town) order by main desc, id)
      from workplaces where organisation_id = wanted.value) as places,
    (select json_group_array(p_number order by p_number) from workplaces where organisation_id = wanted.value and p_number is not null) as pNumbers,
    (select json_group_array(scheme_id order by scheme_id) from organisation_schemes where organisation_id = wanted.value) as schemes,
    (select json_group_array(name_da order by name_da) from schemes where id in (
      select scheme_id from slots where slots.organisation_id = wanted.value and ${IS_OPEN}
      union select scheme_id from organisation_schemes where organisation_id = wanted.value)) as schemeNames,
    (select json_group_array(support_fact_id order by support_fact_id)
      from organisation_support where organisation_id = wanted.value) as offers
  from json_each(@ids) as wanted`;

function extraFacts(db: Db, ids: number[]): Map<number, ExtraFacts> {
  const rows = statement<Record<keyof ExtraFacts, string> & { id: number }>(db, EXTRA_FACTS).all({
    ids: JSON.stringify(ids),
    today: today(),
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        themes: JSON.parse(row.themes),
        themeNames: JSON.parse(row.themeNames),
        statements: JSON.parse(row.statements),
        pNumbers: JSON.parse(row.pNumbers),
        places: JSON.parse(row.places),
        schemes: JSON.parse(row.schemes),
        schemeNames: JSON.parse(row.schemeNames),
        offers: JSON.parse(row.offers),
      },
    ]),
  );
}

interface Reference {
  schemes: Map<string, string>;
  support: Map<string, string>;
  municipalities: Map<string, string>;
}

/** What schemes, support and municipalities are searched by. Few rows, so they are read whole, once a batch. */
function readReference(db: Db): Reference {
  const schemes = statement<{ id: string; da: string; en: string; other: string }>(db, SCHEMES).all();
  const support = statement<{ id: string; da: string; en: string }>(db, SUPPORT).all();
  const municipalities = statement<{ code: string; name: string }>(db, MUNICIPALITIES).all();
  return {
    schemes: new Map(schemes.map(({ id, da, en, other }) => [id, words(da, en, ...(JSON.parse(other) as string[]))])),
    support: new Map(support.map(({ id, da, en }) => [id, words(da, en)])),
    municipalities: new Map(municipalities.map(({ code, name }) => [code, name])),
  };
}

const SCHEMES = 'select id, name_da as da, name_en as en, other_names as other from schemes';
const SUPPORT = 'select id, label_da as da, label_en as en from support_facts';
const MUNICIPALITIES = 'select code, name from municipalities';

function words(...texts: (string | null | undefined)[]): string {
  return texts.filter(Boolean).join(BETWEEN_NAMES);
}
