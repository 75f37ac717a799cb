import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { type ApproachEntry, etiquettesFor } from '#domain/approaches/queries.ts';
import type { Etiquette } from '#domain/approaches/rules.ts';
import { type AnswerRecord, answerRecords, receivedSince } from '#domain/enquiries/queries.ts';
import { type OrganisationCard, organisationCards } from '#domain/organisations/cards.ts';
import { type SlotCard, slotCards } from '#domain/slots/cards.ts';
import { addDays, today } from '#domain/time.ts';
import { type LastHeard, lastHeard } from './heard.ts';
import type { RankedEmployer } from './judge.ts';
import { LATELY_DAYS } from './ranking.ts';

/** All that the list shows of an employer. */
export interface EmployerHit extends Omit<RankedEmployer, 'slots'> {
  organisation: OrganisationCard;
  /** The open slots that fit, the best first, as many as are shown; and how many there are. */
  slots: SlotCard[];
  fitting: number;
  /** Ids of the schemes of all slots that it ever opened, and how many slots those were. */
  earlier: { schemes: string[]; count: number };
  /** Persons who began there, as consultants confirmed. */
  placements: number;
  heard: LastHeard | undefined;
  record: AnswerRecord | undefined;
  /** Enquiries of the job centre lately. */
  received: number;
  etiquette: Etiquette<ApproachEntry>;
}

const SLOTS_SHOWN = 3;

/** What is shown of the employers of one page, each table read once for all of them. @throws Forbidden */
export function employerHits(
  db: Db,
  viewer: Viewer,
  employers: readonly RankedEmployer[],
  day = today(),
): EmployerHit[] {
  const ids = employers.map(({ id }) => id);
  const etiquettes = etiquettesFor(db, viewer, ids, day);
  const organisations = byId(organisationCards(db, ids));
  const slots = byId(
    slotCards(
      db,
      employers.flatMap((employer) => employer.slots.slice(0, SLOTS_SHOWN)),
    ),
  );
  const heard = byId(lastHeard(db, ids, day));
  const records = answerRecords(db, ids, day);
  const received = receivedSince(db, ids, addDays(day, -LATELY_DAYS));
  const pasts = byId(statement<PastRow>(db, PASTS).all({ ids: JSON.stringify(ids) }));
  return employers.flatMap(({ slots: fitting, ...employer }) => {
    const { id } = employer;
    const organisation = organisations.get(id);
    const etiquette = etiquettes.get(id);
    if (!organisation || !etiquette) return [];
    const past = pasts.get(id);
    return {
      ...employer,
      organisation,
      slots: fitting.slice(0, SLOTS_SHOWN).flatMap((slot) => slots.get(slot) ?? []),
      fitting: fitting.length,
      earlier: { schemes: past ? JSON.parse(past.schemes) : [], count: past?.count ?? 0 },
      placements: past?.placements ?? 0,
      heard: heard.get(id),
      record: records.get(id),
      received: received.get(id) ?? 0,
      etiquette,
    };
  });
}

interface PastRow {
  id: number;
  schemes: string;
  count: number;
  placements: number;
}

const PASTS = `
  select wanted.value as id,
    (select json_group_array(scheme_id order by position) from (
      select distinct scheme_id, schemes.position from slots join schemes on schemes.id = slots.scheme_id
      where organisation_id = wanted.value)) as schemes,
    (select count(*) from slots where organisation_id = wanted.value) as count,
    (select coalesce(sum(persons), 0) from outcomes where organisation_id = wanted.value and kind = 'started') as placements
  from json_each(@ids) as wanted`;

const byId = <Row extends { id: number }>(rows: Row[]): Map<number, Row> => new Map(rows.map((row) => [row.id, row]));
