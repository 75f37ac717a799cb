import type { APIRoute } from 'astro';
import { localPath, translator } from '#i18n/index.ts';
import { languageOf } from '#lib/api/parameters.ts';
import { json, problem } from '#lib/api/respond.ts';
import { db } from '#lib/database.ts';
import { embedded } from '#lib/search.ts';
import { suggest } from '#search/suggest.ts';

/** As many as the field takes. */
const MOST_CHARACTERS = 200;

/** What the search field suggests while somebody types: `q` as typed so far, `lang` for the words and addresses. */
export const GET: APIRoute = ({ request, url }) => {
  const locale = languageOf(url.searchParams);
  const t = translator(locale);
  const text = url.searchParams.get('q') ?? '';
  if (text.length > MOST_CHARACTERS)
    return problem({
      status: 400,
      title: 'Bad parameter',
      detail: `The parameter "q" takes at most ${MOST_CHARACTERS} characters.`,
    });
  const groups = suggest({ db, engine: embedded }, text, locale).map(({ kind, items }) => ({
    kind,
    title: t(`suggestions.${kind}`),
    items: items.map(({ label, hint, path }) => ({ label, hint, href: localPath(locale, path) })),
  }));
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return json(request, { groups, announcement: count > 0 ? t('suggestions.count', { count }) : t('suggestions.none') });
};
