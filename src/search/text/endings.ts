import { ALSO_FACTOR, SYNONYM_FACTOR } from '../ranking.ts';
import { isPart } from './compounds.ts';
import { fold } from './fold.ts';
import { formsOf } from './forms.ts';
import { stemOf } from './stem.ts';

/** Ends of compounds that mean the same: `-medhjælper` and `-assistent`; and what else they may be, also nothing. */
export interface EndingGroup {
  words: string[];
  also: string[];
}

/** The same compound with another end: `lagerarbejder` for `lagermedhjælper`. @param word in its spelling */
export function endingsIn(word: string, groups: EndingGroup[]): { words: string[]; worth: number }[] {
  const { stem, parts } = formsOf(word);
  if (parts.length === 0) return [];
  return groups.flatMap(({ words, also }) => {
    const ending = words.find((one) => endsIn(stem, parts, one));
    if (!ending) return [];
    const front = stem.slice(0, stem.length - stemIn(stem, ending).length);
    const as = (ends: string[], worth: number) =>
      ends.filter((one) => one !== ending).map((one) => ({ words: [one ? front + one : withoutLink(front)], worth }));
    return [...as(words, SYNONYM_FACTOR), ...as(also, ALSO_FACTOR)];
  });
}

/** Whether this is its last part, and not just how it ends. */
function endsIn(stem: string, parts: string[], ending: string): boolean {
  const last = stemIn(stem, ending);
  return stem.length > last.length && stem.endsWith(last) && parts.includes(last);
}

/** The ending as it stands in this stem, which may be typed without Danish letters. */
function stemIn(stem: string, ending: string): string {
  const last = stemOf(ending);
  return stem.endsWith(last) ? last : fold(last);
}

/** `butiks` of `butiksassistent` is `butik`. */
const withoutLink = (front: string): string =>
  front.endsWith('s') && isPart(front.slice(0, -1)) ? front.slice(0, -1) : front;
