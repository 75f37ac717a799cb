import type { Db } from '#db/open.ts';
import type { Outline } from '#db/schema/places.ts';
import { statement } from '#db/statement.ts';
import { foldName } from './rules.ts';

/** A place that somebody can search near. */
export interface Place {
  /** "4330 Hvalsø", "Osted". */
  label: string;
  lat: number;
  lng: number;
  /** Name of the municipality that it lies in: tells two places of one name apart. */
  municipality: string;
  postcode?: string;
}

type KnownPlace = PlaceRow & { folded: string };

interface PlaceRow extends Omit<Place, 'label'> {
  name: string;
  code: string;
  population: number | null;
}

const PLACES = `
  select postcodes.name, postcodes.code as postcode, postcodes.lat, postcodes.lng, municipalities.name as municipality, municipalities.code, null as population
    from postcodes join municipalities on municipalities.code = postcodes.municipality
  union all
  select towns.name, null, towns.lat, towns.lng, municipalities.name, municipalities.code, towns.population
    from towns join municipalities on municipalities.code = towns.municipality`;

/**
 * The places that a text can mean, the likeliest first: a postcode, a postcode with its town, or a name however it is
 * typed (`hvalso`, `Hvalsoe`). Names clash, so places in the municipality `home` come before their namesakes elsewhere.
 *
 * @param home four-character municipality code
 */
export function findPlaces(db: Db, text: string, home: string): Place[] {
  const typed = text.trim();
  const code = /^(?:DK-?)?(\d{4})\b/i.exec(typed)?.[1];
  const rows = knownPlaces(db);
  if (code) return rows.filter((row) => row.postcode === code).map(toPlace);
  const name = foldName(typed);
  if (!name) return [];
  const exact = rows.filter((row) => row.folded === name);
  const found = exact.length > 0 ? exact : rows.filter((row) => !row.postcode && row.folded.split(' ').includes(name));
  const ordered = found.sort(
    (a, b) => Number(b.code === home) - Number(a.code === home) || (b.population ?? 0) - (a.population ?? 0),
  );
  return firstPerMunicipality(ordered).map(toPlace);
}

/** The places whose postcode or name begins so, the largest first. */
export function placesBeginning(db: Db, text: string, most: number): Place[] {
  const typed = text.trim();
  const rows = knownPlaces(db);
  if (/^\d{2,4}$/.test(typed))
    return rows
      .filter((row) => row.postcode?.startsWith(typed))
      .slice(0, most)
      .map(toPlace);
  const name = foldName(typed.replace(/^\d{4}\b/, ''));
  if (!name) return [];
  const found = rows
    .filter((row) => row.folded.startsWith(name))
    .sort(
      (a, b) =>
        Number(b.folded === name) - Number(a.folded === name) ||
        (b.population ?? 0) - (a.population ?? 0) ||
        a.name.localeCompare(b.name, 'da'),
    );
  const seen = new Set<string>();
  const isNew = ({ folded, code }: KnownPlace) => {
    const place = `${folded} ${code}`;
    return !seen.has(place) && seen.add(place);
  };
  return found.filter(isNew).slice(0, most).map(toPlace);
}

const known = new WeakMap<Db, KnownPlace[]>();

/** Reference data changes only between two starts, so it is read once. */
function knownPlaces(db: Db): KnownPlace[] {
  const places =
    known.get(db) ??
    statement<PlaceRow>(db, PLACES)
      .all()
      .map((row) => ({ ...row, folded: foldName(row.name) }));
  known.set(db, places);
  return places;
}

/** The postcode of a town, where the whole country has only one place of that name and it has only one postcode. */
export function postcodeOfTown(db: Db, town: string): string | undefined {
  const name = foldName(town);
  const rows = knownPlaces(db).filter((row) => row.folded === name);
  const codes = rows.flatMap((row) => row.postcode ?? []);
  const isOnePlace = new Set(rows.map((row) => row.code)).size === 1;
  return isOnePlace && codes.length === 1 ? codes[0] : undefined;
}

/** The point of a postcode. */
export function findPostcode(db: Db, code: string): Place | undefined {
  return findPlaces(db, code, '')[0];
}

/** A town and the postal district around it are one place to whoever types the name. */
function firstPerMunicipality(rows: PlaceRow[]): PlaceRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.code) && seen.add(row.code));
}

function toPlace({ name, postcode, lat, lng, municipality }: PlaceRow): Place {
  return { label: postcode ? `${postcode} ${name}` : name, lat, lng, municipality, ...(postcode ? { postcode } : {}) };
}

/** For drawing. @param code four-character municipality code */
export function municipalityOutline(db: Db, code: string): Outline | undefined {
  const row = statement<{ outline: string }>(db, 'select outline from municipalities where code = ?').get(code);
  return row && (JSON.parse(row.outline) as Outline);
}

/** Towns, the largest first. */
export function largestTowns(db: Db): { name: string; lat: number; lng: number }[] {
  return statement<{ name: string; lat: number; lng: number }>(
    db,
    'select name, lat, lng from towns order by population desc',
  ).all();
}
