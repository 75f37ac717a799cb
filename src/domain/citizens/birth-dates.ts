const MONTHS =
  'jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|juni?|june|juli?|july|aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** A day with its year, as people write one. A phone number and a price have no year behind two signs. */
const DATE = new RegExp(
  [
    '(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])(?:[./-]\\s?)(?:0?[1-9]|1[0-2])(?:\\s?[./-]\\s?|\\s)(?<year>(?:19|20)\\d\\d|\\d\\d)(?![\\d:%])(?!,\\d)',
    '(?<!\\d)(?<isoYear>(?:19|20)\\d\\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)',
    `(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])\\.?\\s?(?:${MONTHS})\\.?,?\\s(?<namedYear>(?:19|20)\\d\\d|'?\\d\\d)(?!\\d)`,
  ].join('|'),
  'giu',
);

/** Says outright that somebody was born then. */
const BORN =
  /(?<!\p{L})(?:født|fødselsdato|fødselsdag|fødselsår|fødeår|født\.?dato|fdato|f\.\s?d\.|f\.|dob|born|date of birth|birthday)(?!\p{L})[^\p{L}\d]{0,4}(?:(?:den|d\.|i|in|on|er|is|the|dato|år)\s*[:.]?\s*){0,2}(?:\d{1,2}[^\p{L}]{0,2}\d|\d{1,2}\.?\s?(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)|19[3-9]\d|20[01]\d|['’]?\d\d(?!\d))/iu;

/** What else happened on a day long ago: a firm was founded, a law was passed. */
const FOUNDED =
  /(?:åben|åbnede|åbnet|siden|stiftet|etableret|grundlagt|startede|start(?:et)?|begyndte|oprettet|overtog|flyttede|byggede|bygget|opført|jubilæum|registreret|version|udgave|cvr|lov|bekendtgørelse|LBK|nr\.|founded|opened|since|established|started|took over|moved|built|act)(?!\p{L})[^.!?\n]{0,30}$/iu;

/** Nobody younger works, not even after school. */
const YOUNGEST = 13;

/** Whether it holds somebody’s date of birth: said outright, or a day so long ago that nothing about work is on it. */
export function findBirthDate(text: string, thisYear = new Date().getFullYear()): boolean {
  if (BORN.test(text)) return true;
  for (const match of text.matchAll(DATE)) {
    const year = yearOf(match.groups, thisYear);
    if (year > thisYear - YOUNGEST || year < thisYear - 100) continue;
    if (!FOUNDED.test(text.slice(0, match.index))) return true;
  }
  return false;
}

/** Two digits are the year in this century where it could be a plan, else the one before. */
function yearOf(groups: Record<string, string | undefined> = {}, thisYear: number): number {
  const written = groups.year ?? groups.isoYear ?? groups.namedYear ?? '';
  const year = Number(written.replace("'", ''));
  if (year >= 100) return year;
  const century = thisYear - (thisYear % 100);
  return century + year > thisYear + 10 ? century - 100 + year : century + year;
}
