import { SEARCH_KINDS } from '#db/schema/search.ts';
import { CORPORA, openCorpus } from './corpora.ts';
import { plainTexts } from './plain-texts.ts';

/** Letters shown either side of a match. */
const AROUND = 24;

/**
 * Every document whose texts match a regular expression, with the places: what a judge reads through to find all that a
 * query could mean, without asking an engine.
 */
export async function findInCorpora(expression: string): Promise<string> {
  const pattern = new RegExp(expression, 'giu');
  const lines: string[] = [];
  for (const corpus of CORPORA) {
    const db = await openCorpus(corpus);
    for (const kind of SEARCH_KINDS) {
      lines.push(`${corpus.id}, ${kind}`);
      for (const { slug, name, parts } of plainTexts(db, kind)) {
        const text = [name, ...Object.values(parts)].join(' | ');
        const places = [...text.matchAll(pattern)].map(({ index, 0: match }) =>
          text.slice(Math.max(0, index - AROUND), index + match.length + AROUND),
        );
        if (places.length > 0) lines.push(`  ${slug}: ${places.join(' … ')}`);
      }
    }
    db.$client.close();
  }
  return lines.join('\n');
}
