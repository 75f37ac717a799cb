import type { Db } from '#db/open.ts';
import { type Random, weighted, zipfRank } from './random.ts';

/** What organisations and slots are modelled on: the demo network's, as they are together, and the country's towns. */
export interface Model {
  organisation: (random: Random) => OrganisationModel;
  slot: (random: Random) => SlotModel;
  place: (random: Random, like: OrganisationModel) => Place;
  words: (random: Random, count: number) => string;
  /** A compound noun out of many thousands, the rarer the longer the directory. */
  compound: (random: Random) => string;
}

export interface OrganisationModel {
  sector: string;
  branch: string | null;
  rsv: number;
  postcode: string | null;
  goals: number[];
  networks: number[];
  commitments: { theme: string; state: string; goals: number[] }[];
}

export interface SlotModel {
  scheme: string;
  occupation: string | null;
  hoursMin: number;
  hoursMax: number;
  weeks: number | null;
  positions: number;
  filled: number;
  leadsToJob: number;
  support: string[];
  steps: { fromWeek: number; hours: number }[];
}

export interface Place {
  postcode: string;
  town: string;
  municipality: string;
  lat: number;
  lng: number;
}

/** Half of the places are the demo's, crowded around Lejre; half lie where people live in the whole country. */
const DEMO_PLACES_SHARE = 0.5;
/** About 5 km, so that not all of a postcode stand on one point. */
const SCATTER_DEGREES = 0.05;
/** How often a text uses one of the rarer words. */
const COMPOUNDS_SHARE = 0.12;

/** @param demo a database with the demo network */
export function modelFrom(demo: Db): Model {
  const rows = <Row>(sql: string) => demo.$client.prepare(sql).all() as Row[];
  const organisations = rows<{ facts: string }>(ORGANISATIONS).map(
    ({ facts }) => JSON.parse(facts) as OrganisationModel,
  );
  const slots = rows<{ facts: string }>(SLOTS).map(({ facts }) => JSON.parse(facts) as SlotModel);
  const places = new Map(rows<Place>(PLACES).map((place) => [place.postcode, place]));
  const town = weighted(rows<Place & { population: number }>(TOWNS), ({ population }) => population);
  const counts = wordCounts(rows<{ text: string }>(TEXTS).map(({ text }) => text));
  const word = weighted([...counts.keys()], (each) => counts.get(each) ?? 0);
  const nouns = [...counts.keys()].filter((each) => /^\p{Ll}{4,9}$/u.test(each)).sort();

  const compound = (random: Random) => {
    const rank = zipfRank(random, nouns.length ** 2);
    // Spread over the pairs, so that neighbours in rank are not neighbours in the alphabet.
    const pair = (rank * 7919) % nouns.length ** 2;
    return `${nouns[Math.floor(pair / nouns.length)]}${nouns[pair % nouns.length]}`;
  };
  return {
    organisation: (random) => random.pick(organisations),
    slot: (random) => random.pick(slots),
    compound,
    words: (random, count) =>
      Array.from({ length: count }, () => (random.next() < COMPOUNDS_SHARE ? compound(random) : word(random))).join(
        ' ',
      ),
    place(random, like) {
      const near = (like.postcode && random.next() < DEMO_PLACES_SHARE && places.get(like.postcode)) || town(random);
      const scatter = () => (random.next() + random.next() - 1) * SCATTER_DEGREES;
      return { ...near, lat: near.lat + scatter(), lng: near.lng + scatter() * 2 };
    },
  };
}

function wordCounts(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  // Only what is written small: no names.
  for (const [word] of texts.join(' ').matchAll(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const ORGANISATIONS = `
  select json_object('sector', sector, 'branch', branch, 'rsv', rsv_checked_on is not null,
    'postcode', (select postcode from workplaces where organisation_id = organisations.id and main = 1),
    'goals', json((select json_group_array(goal) from organisation_goals where organisation_id = organisations.id)),
    'networks', json((select json_group_array(network_id) from memberships where organisation_id = organisations.id and until is null)),
    'commitments', json((select json_group_array(json_object('theme', theme, 'state', state,
      'goals', json((select json_group_array(goal) from commitment_goals where commitment_id = commitments.id))))
      from commitments where organisation_id = organisations.id))) as facts
  from organisations order by id`;

const SLOTS = `
  select json_object('scheme', scheme_id, 'occupation', occupation, 'hoursMin', hours_min, 'hoursMax', hours_max,
    'weeks', weeks, 'positions', positions, 'filled', filled, 'leadsToJob', leads_to_job,
    'support', json((select json_group_array(support_fact_id) from slot_support where slot_id = slots.id)),
    'steps', json((select json_group_array(json_object('fromWeek', from_week, 'hours', hours))
      from slot_steps where slot_id = slots.id))) as facts
  from slots where state = 'open' and filled < positions order by id`;

const PLACES = 'select code as postcode, name as town, municipality, lat, lng from postcodes order by code';

/** Each town with the postcode that bears its name, or the first of its municipality. */
const TOWNS = `
  select towns.name as town, towns.municipality, towns.lat, towns.lng, coalesce(towns.population, 200) as population,
    coalesce(
      (select code from postcodes where name = towns.name and municipality = towns.municipality order by code limit 1),
      (select min(code) from postcodes where municipality = towns.municipality)) as postcode
  from towns order by towns.id`;

const TEXTS = `
  select description as text from organisations union all select tasks from slots
  union all select title from slots union all select statement from commitments`;
