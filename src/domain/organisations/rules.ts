/**
 * Whether the public sees an organisation, in SQL: not while it waits to be deleted. For every query whose answer goes
 * to others than its own people.
 *
 * @param id the column that holds its id
 */
export const isShown = (id: string): string => `${id} not in (select organisation_id from organisation_deletions)`;

const CVR_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Whether eight digits have the form of a CVR number: the weighted sum leaves nothing when divided by 11. Says nothing
 * about whether such a firm exists.
 */
export function isCvr(digits: string): boolean {
  if (!/^\d{8}$/.test(digits)) return false;
  const sum = CVR_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}

/** As it is written for people: `12 34 56 78`. */
export function formatCvr(cvr: string): string {
  return cvr.replace(/(\d\d)(?=\d)/g, '$1 ');
}

/** The part of an address that names it: lower case, æ ø å as in addresses, words joined by hyphens. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/&/g, ' og ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
  return slug || 'uden-navn';
}

const SLUG_LENGTH = 80;
const COMPANY_FORMS = /\b(a\/s|aps|i\/s|k\/s|p\/s|ivs|amba|a\.m\.b\.a\.?|smba|f\.m\.b\.a\.?|v\/.*)$/i;

/** What two spellings of one organisation's name have in common: without its legal form, case, signs and spaces. */
export function nameKey(name: string): string {
  return slugOf(name.trim().replace(COMPANY_FORMS, '')).replaceAll('-', '');
}
