import { z } from 'zod';
import { Invalid } from '#domain/errors.ts';
import type { Report } from '#domain/imports/report.ts';
import { readTable, type Table } from '#domain/imports/table.ts';
import {
  dropEmployer,
  keepEmployer,
  planNextStep,
  removeNote,
  tagEmployer,
  writeNote,
} from '#domain/portfolios/commands.ts';
import { importPortfolio } from '#domain/portfolios/import.ts';
import { nextStepInput, noteInput, tagsInput } from '#domain/portfolios/schema.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { employerPath, jobCentrePath } from '#lib/job-centre-page.ts';
import { organisationBySlug } from './organisation.ts';

const organisation = z.string();
const toEmployer = (slug: string, key: NonNullable<Done['notice']>['key']): Done => ({
  to: employerPath(slug),
  notice: { key },
});
/** As people type them: "pakning, udendørs". */
const typedTags = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  )
  .pipe(tagsInput.shape.tags);
/** More lines than this are named by their count. */
const MOST_LINES_NAMED = 10;

/** A consultant's own employers. */
export const portfolios = {
  keep: defineForm({
    access: 'consultant',
    schema: z.object({ organisation }),
    run({ db, viewer }, { organisation: slug }) {
      keepEmployer(db, viewer, organisationBySlug(db, slug));
      return toEmployer(slug, 'portfolio.kept');
    },
  }),
  drop: defineForm({
    access: 'consultant',
    schema: z.object({ organisation }),
    run({ db, viewer }, { organisation: slug }) {
      dropEmployer(db, viewer, organisationBySlug(db, slug));
      return toEmployer(slug, 'portfolio.dropped');
    },
  }),
  plan: defineForm({
    access: 'consultant',
    schema: nextStepInput.safeExtend({ organisation }),
    run({ db, viewer }, { organisation: slug, ...input }) {
      planNextStep(db, viewer, organisationBySlug(db, slug), input);
      return toEmployer(slug, 'portfolio.saved');
    },
  }),
  tag: defineForm({
    access: 'consultant',
    schema: z.object({ organisation, tags: typedTags }),
    run({ db, viewer }, { organisation: slug, tags }) {
      tagEmployer(db, viewer, organisationBySlug(db, slug), tags);
      return toEmployer(slug, 'portfolio.saved');
    },
  }),
  note: defineForm({
    access: 'consultant',
    schema: noteInput.extend({ organisation }),
    run({ db, viewer }, { organisation: slug, text }) {
      writeNote(db, viewer, organisationBySlug(db, slug), { text });
      return toEmployer(slug, 'portfolio.saved');
    },
  }),
  removeNote: defineForm({
    access: 'consultant',
    schema: z.object({ organisation, note: z.number('not-a-choice') }),
    run({ db, viewer }, { organisation: slug, note }) {
      removeNote(db, viewer, note);
      return toEmployer(slug, 'portfolio.saved');
    },
  }),
  /** Rows that can be read are taken; the others are named by their line, and the list is still where it was. */
  import: defineForm({
    access: 'consultant',
    schema: z.object({ file: z.instanceof(File, { error: 'missing' }) }),
    async run({ db, viewer }, { file }) {
      const table = await tableIn(file);
      const report = importedFrom(() => importPortfolio(db, viewer, table));
      const refused = [...new Set(report.problems.map((problem) => problem.line))];
      const { added, completed, unchanged } = report.outcomes;
      const values = {
        taken: added + completed + unchanged,
        count: refused.length,
        lines: refused.slice(0, MOST_LINES_NAMED).join(', ') + (refused.length > MOST_LINES_NAMED ? ' …' : ''),
      };
      return {
        to: jobCentrePath('portefoelje'),
        notice: { key: refused.length > 0 ? 'portfolio.importedPartly' : 'portfolio.imported', values },
      };
    },
  }),
};

/** @throws Invalid `not-a-list` */
async function tableIn(file: File): Promise<Table> {
  const table = await readTable(Buffer.from(await file.arrayBuffer())).catch(() => undefined);
  if (!table || table.rows.length === 0) throw new Invalid({ file: 'not-a-list' });
  return table;
}

/** @throws Invalid `not-a-list` where no column says which employer a row is about */
function importedFrom(take: () => Report): Report {
  try {
    return take();
  } catch (error) {
    if (error instanceof Error && error.message === 'no-cvr-column') throw new Invalid({ file: 'not-a-list' });
    throw error;
  }
}
