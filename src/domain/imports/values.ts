import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Sector } from '#db/schema/organisations.ts';

/*
 * From what people write in a cell to what the schemas take. A value that cannot be understood comes back as it was
 * written, and the schema then says what is wrong with it: nothing is guessed and nothing is lost.
 */

export const orNull = (cell: string): string | null => (cell === '' ? null : cell);

/** `12 34 56 78`, `12.34.56.78`, `DK-12345678` */
export function cvrFrom(cell: string): string | null {
  return orNull(
    cell
      .replace(/^\s*(DK|CVR)\s*[-.:]?\s*/i, '')
      .replace(/,0+$/, '')
      .replaceAll(/[\s.\-\u00a0]/g, ''),
  );
}

export function pNumberFrom(cell: string): string | null {
  return orNull(cell.replace(/^\s*P\s*[-.:]?\s*/i, '').replaceAll(/[\s.\-\u00a0]/g, ''));
}

/** `DK-4330`, `4330 Hvalsø`; `800` is what Excel leaves of `0800`. */
export function postcodeFrom(cell: string): string | null {
  const digits = /^(?:DK)?[\s-]*(\d{3,4})(?:\s+\D.*)?$/i.exec(cell)?.[1];
  return digits ? digits.padStart(4, '0') : orNull(cell);
}

/** With its country code, Danish where none is given: `12 34 56 78`, `(+45) 12-34-56-78`, `0045 12345678`. */
export function phoneFrom(cell: string): string | null {
  if (cell === '') return null;
  const first = cell.split(/\s*(?:\/|;|,| eller | or )\s*/i)[0] ?? cell;
  const number = parsePhoneNumberFromString(first.replace(/^\s*(?:tlf|mobil|mob|phone)\.?\s*:?\s*/i, ''), 'DK');
  return number?.isPossible() ? number.number : cell;
}

/** `www.eksempel.dk` gets its `https://`. */
export function websiteFrom(cell: string): string | null {
  if (cell === '') return null;
  const address = /^https?:\/\//i.test(cell) ? cell : `https://${cell}`;
  return /^https?:\/\/[^\s/]+\.[^\s/.]{2,}/i.test(address) ? address : cell;
}

export function emailFrom(cell: string): string | null {
  return orNull(
    cell
      .replace(/^mailto:/i, '')
      .replaceAll(/[<>]/g, '')
      .trim()
      .toLowerCase(),
  );
}

/** `1.3.2019`, `01-03-19`, `1/3 2019`, `2019-03-01`; a year alone is its first day. */
export function dayFrom(cell: string): string | null {
  if (cell === '') return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(cell);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const danish = /^(\d{1,2})[.\-/\s]+(\d{1,2})[.\-/\s]+(\d{2}|\d{4})$/.exec(cell);
  if (danish) return dayOf((danish[3]?.length === 2 ? '20' : '') + danish[3], danish[2], danish[1]);
  return /^(19|20)\d\d$/.test(cell) ? `${cell}-01-01` : cell;
}

const dayOf = (year = '', month = '', day = ''): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** `2,5`; not a number where it is none. */
export function numberFrom(cell: string): number | null {
  if (cell === '') return null;
  const text = cell.replace(/\s*(?:timer?|t\.?|uger?|stk\.?|hours?|weeks?)$/i, '').replace(',', '.');
  return text.trim() === '' ? Number.NaN : Number(text);
}

export function yesOrNo(cell: string): boolean | string {
  if (/^(ja|j|yes|y|true|sand|1|x)$/i.test(cell)) return true;
  if (/^(nej|n|no|false|falsk|0|)$/i.test(cell)) return false;
  return cell;
}

/** `8, 12`, `8;12`, `Mål 8 og 12`, `SDG8` */
export function goalsFrom(cell: string): number[] {
  if (cell === '') return [];
  const numbers = cell.match(/\d+/g)?.map(Number) ?? [Number.NaN];
  return [...new Set(numbers)];
}

/** Parts of a list in one cell: `få timer, udendørs`, `few-hours|outdoors`. */
export function partsOf(cell: string): string[] {
  return cell
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `2 timer fra uge 0 | 5 timer fra uge 4`, or short `2@0 | 5@4` */
export function ladderFrom(cell: string): { hours: number; fromWeek: number }[] {
  return cell
    .split(/[|;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [hours, fromWeek] = (part.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) =>
        Number(number.replace(',', '.')),
      );
      return { hours: hours ?? Number.NaN, fromWeek: fromWeek ?? 0 };
    });
}

const SECTOR_WORDS: [RegExp, Sector][] = [
  [/social[-\s]?(økonom|oekonom|enterprise)|^rsv$/i, 'social-enterprise'],
  [/offentlig|kommunal|kommune|region|stat|institution|public|municipal/i, 'public'],
  [/frivillig|forening|voluntary|association|ngo|selvejende/i, 'voluntary'],
  [/^$|ordin|privat|virksomhed|erhverv|firma|business|private|company/i, 'ordinary'],
];

export function sectorFrom(cell: string): string {
  return SECTOR_WORDS.find(([words]) => words.test(cell))?.[1] ?? cell;
}
