import { findBirthDate } from './citizens/birth-dates.ts';
import { findPersonsHealth, namesGroup } from './citizens/health.ts';

/**
 * The hard line (DESIGN.md): nothing about citizens, anywhere. What free text may not hold is found here, for every
 * form and every import alike.
 */
export type CitizenData = 'cpr' | 'group';

/** What a message, a note or a line to others may not hold. A benefit or a diagnosis as such may stand there. */
export type PersonData = 'cpr' | 'birth-date' | 'health';

/** A day and a month, as a CPR number begins (ddmm). */
const DAY_MONTH = '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])';
const SPLIT_DAY_MONTH = '(?:0[1-9]|[12]\\d|3[01])[ .\\-–/](?:0[1-9]|1[0-2])[ .\\-–/]';

/**
 * Six digits that are a date (ddmmyy) and four more, as a CPR number is written: with what people put between them,
 * the date in parts, or the last four struck out. Ten digits in one that are named as a P-number are one, and behind a
 * plus stands a foreign phone number: both may look like a CPR number by chance.
 */
const CPR = new RegExp(
  [
    `(?<!\\d)(?<!\\bP[-\\s]?(?:nummer|nr|no)\\.?:?\\s*)(?<!\\+)${DAY_MONTH}\\d{6}(?!\\d)`,
    `(?<!\\d)${DAY_MONTH}\\d{2}(?:\\s?[-–/_.:]\\s?|\\s)(?:\\d{4}(?!\\d)|[x*•]{4})`,
    `(?<!\\d)${SPLIT_DAY_MONTH}\\d{2}[-–]\\d{4}(?!\\d)`,
  ].join('|'),
  'i',
);

/**
 * @param text free text; never a P-number or a phone number, which may look like a CPR number by chance
 * @returns what kind of citizen data it holds, or nothing
 */
export function findCitizenData(text: string): CitizenData | undefined {
  if (holdsCprNumber(text)) return 'cpr';
  if (namesGroup(plain(text))) return 'group';
  return undefined;
}

/**
 * For what people write to each other about work. It may speak of a diagnosis (“vi har mange års erfaring med
 * autisme”), but not of one person’s.
 *
 * @returns what it says about a citizen, or nothing
 */
export function findPersonData(text: string): PersonData | undefined {
  if (holdsCprNumber(text)) return 'cpr';
  if (findBirthDate(plain(text))) return 'birth-date';
  if (findPersonsHealth(plain(text))) return 'health';
  return undefined;
}

export function holdsCprNumber(text: string): boolean {
  const read = plain(text);
  return CPR.test(read) || CPR.test(withDigitsJoined(read));
}

/** The text with everything CPR-shaped struck out, for reports that have to show the rest. */
export function withoutCprNumbers(text: string): string {
  const rest = text.replaceAll(new RegExp(CPR.source, 'gi'), STRUCK_OUT);
  // One that was hidden between other signs cannot be cut out cleanly.
  return holdsCprNumber(rest) ? STRUCK_OUT : rest;
}

const STRUCK_OUT = '[fjernet]';

/** Signs that look alike are alike, and those that nobody sees are gone. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[‐‑‒—−]/g, '-');
}

/** `0 1 0 2 0 3 - 0 0 0 0`, and letters that stand for digits: `O1O2O3-OOOO`. */
function withDigitsJoined(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\d])(?=(?:[oil]*\d){2})[\doil]{6}\s?[-–]?\s?[\doil]{4}(?![\p{L}\d])/giu, (number) =>
      number.replaceAll(/o/gi, '0').replaceAll(/[il]/gi, '1'),
    )
    .replaceAll(/(?<!\d)\d(?:\s?[-–.]?\s?\d(?!\d)){9,}/g, (digits) => digits.replaceAll(/[\s.]/g, ''));
}
