import type { SearchKind } from '#db/schema/search.ts';
import type { Locale } from '#i18n/index.ts';
import { type Problem as ParameterProblem, PLACE_BY_NAME, parametersOf } from '#search/parameters.ts';
import { problem } from './respond.ts';

const REASONS: Record<ParameterProblem['reason'], string> = {
  'unknown-parameter': 'is not a parameter of this list',
  repeated: 'can be given only once',
  'unknown-value': 'has a value that does not exist',
  'not-a-number': 'must be a number',
  'out-of-range': 'is out of range',
  'too-long': 'is too long',
  'unknown-place': 'names no place; a postcode has four digits, a point is lat,lng',
  'needs-place': 'needs a postcode or a point (near)',
  'one-place-only': 'cannot be combined with another place',
};

/** The first problem as the answer's words, all of them as data. */
export function parameterProblem(problems: ParameterProblem[]): Response | undefined {
  const [first] = problems;
  if (!first) return undefined;
  return problem({
    status: 400,
    title: 'Bad parameter',
    detail: `The parameter "${first.parameter}" ${REASONS[first.reason]}: "${first.value}".`,
    parameters: problems.map(({ parameter, value, reason, allowed }) => ({
      name: parameter,
      value,
      reason,
      ...(allowed ? { allowed } : {}),
    })),
  });
}

/** A place by name is for people only. */
export function placeByNameProblems(kind: SearchKind, parameters: URLSearchParams): ParameterProblem[] {
  const value = parameters.get(PLACE_BY_NAME);
  return value === null
    ? []
    : [{ parameter: PLACE_BY_NAME, value, reason: 'unknown-parameter', allowed: parametersOf(kind) }];
}

/** For addresses whose only parameter is `lang`. */
export function onlyLanguage(parameters: URLSearchParams): ParameterProblem[] {
  return [...parameters].flatMap(([parameter, value]): ParameterProblem[] => {
    if (parameter !== 'lang') return [{ parameter, value, reason: 'unknown-parameter', allowed: ['lang'] }];
    return value === 'da' || value === 'en'
      ? []
      : [{ parameter, value, reason: 'unknown-value', allowed: ['da', 'en'] }];
  });
}

export const languageOf = (parameters: URLSearchParams): Locale => (parameters.get('lang') === 'en' ? 'en' : 'da');
