import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import type { Grades } from './metrics.ts';

/** `tuning` may be looked at while engines are worked on; `held-out` only ever as totals. */
export const SETS = ['tuning', 'held-out'] as const;
export type SetName = (typeof SETS)[number];

/** What a query tests. `nothing` has no right answer: it is scored by whether anything was found. */
export const TAGS = [
  'folding',
  'compound',
  'inflection',
  'synonym',
  'typo',
  'number',
  'place',
  'name',
  'several-words',
  'exact-first',
  'false-split',
  'prefix',
  'short',
  'nothing',
] as const;
export type Tag = (typeof TAGS)[number];

export interface JudgedQuery {
  /** Line in its file. */
  line: number;
  query: string;
  kind: SearchKind;
  tag: Tag;
  grades: Grades;
}

const FOLDER = new URL('../../../tests/relevance/', import.meta.url);

/**
 * Reads the judged queries of a corpus.
 *
 * @throws Error that names the line which cannot be read
 */
export function readJudgements(set: SetName, corpus: string): JudgedQuery[] {
  const file = `${set}/${corpus}.csv`;
  const rows = parse(readFileSync(new URL(file, FOLDER)), {
    delimiter: ';',
    columns: true,
    comment: '#',
    comment_no_infix: true,
    info: true,
  }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
  return rows.map(({ record, info }) => {
    const kind = SEARCH_KINDS.find((known) => known === record.kind);
    const tag = TAGS.find((known) => known === record.tag);
    if (!record.query || !kind || !tag) throw new Error(`${file}, line ${info.lines}: no query, kind or tag`);
    return {
      line: info.lines,
      query: record.query,
      kind,
      tag,
      grades: gradesOf(record.grades ?? '', file, info.lines),
    };
  });
}

/** `slug=3 slug=1`. */
function gradesOf(text: string, file: string, line: number): Grades {
  const grades = new Map<string, number>();
  for (const part of text.split(' ').filter(Boolean)) {
    const [, slug, grade] = /^([a-z0-9-]+)=([0-3])$/.exec(part) ?? [];
    if (!slug || !grade) throw new Error(`${file}, line ${line}: “${part}” is not slug=grade`);
    if (grades.has(slug)) throw new Error(`${file}, line ${line}: ${slug} is graded twice`);
    grades.set(slug, Number(grade));
  }
  return grades;
}
