import type { APIContext } from 'astro';
import type { Locale } from '#i18n/index.ts';
import { languageOf, onlyLanguage, parameterProblem } from './parameters.ts';
import { json, notFound } from './respond.ts';

/** Answers the address of one thing, or of a plain list: 400 for parameters other than `lang`, 404 where there is nothing. */
export function oneAnswer(
  { request, url }: Pick<APIContext, 'request' | 'url'>,
  what: string,
  find: (locale: Locale) => object | undefined,
): Response {
  const refusal = parameterProblem(onlyLanguage(url.searchParams));
  if (refusal) return refusal;
  const found = find(languageOf(url.searchParams));
  return found ? json(request, found) : notFound(what);
}
