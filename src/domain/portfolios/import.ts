import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { asConsultant } from '#domain/consultants/rules.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { readHeadings } from '#domain/imports/headings.ts';
import { newReport, type Report, refuse } from '#domain/imports/report.ts';
import { Cells } from '#domain/imports/rows.ts';
import type { Table } from '#domain/imports/table.ts';
import { cvrFrom, dayFrom, orNull, partsOf } from '#domain/imports/values.ts';
import { NOTE_SEPARATOR, PORTFOLIO_COLUMNS, type PortfolioField } from './columns.ts';
import { nextStepInput, noteInput, tagsInput } from './schema.ts';
import { insertEmployer, insertNote, putNextStep, putTags } from './steps.ts';

type Row = Table['rows'][number];

/**
 * Takes a list of employers into one’s portfolio, all of it in one transaction. An employer is known by its CVR number
 * or its address here, never by its name. What a column does not say stays as it is; importing twice changes nothing.
 *
 * @throws Forbidden, Error `no-cvr-column`
 */
export function importPortfolio(db: Db, viewer: Viewer, table: Table): Report {
  asConsultant(viewer);
  const headings = readHeadings<PortfolioField>(table.headings, PORTFOLIO_COLUMNS);
  if (!headings.columns.has('cvr') && !headings.columns.has('slug')) throw new Error('no-cvr-column');
  const report = newReport(table, [...headings.unknown, ...headings.repeated]);
  const cells = new Cells(headings, table);
  inTransaction(db, () => {
    for (const row of table.rows) importRow(db, viewer, cells, row, report);
  });
  return report;
}

function importRow(db: Db, viewer: Viewer, cells: Cells<PortfolioField>, row: Row, report: Report): void {
  const cell = (field: PortfolioField) => cells.cell(row, field);
  const cvr = cvrFrom(cell('cvr'));
  const found = statement<{ id: number }>(db, FIND).get({ cvr, slug: orNull(cell('slug')) });
  const step = nextStepInput.safeParse({ nextStep: orNull(cell('nextStep')), nextStepOn: dayFrom(cell('nextStepOn')) });
  const tags = tagsInput.safeParse({ tags: partsOf(cell('tags')) });
  const notes = cell('notes')
    .split(NOTE_SEPARATOR.trim())
    .map((text) => text.trim())
    .filter(Boolean);
  const badNote = notes.map((text) => noteInput.safeParse({ text })).find((note) => !note.success);
  const problems = [
    ...(found
      ? []
      : [cells.problem(row, cvr ? 'cvr' : 'slug', cvr || cell('slug') ? 'unknown-organisation' : 'missing')]),
    ...cells.problems(row, step.error?.issues ?? []),
    ...(tags.success ? [] : [cells.problem(row, 'tags', tags.error.issues[0]?.message ?? 'invalid')]),
    ...(badNote ? [cells.problem(row, 'notes', badNote.error?.issues[0]?.message ?? 'invalid')] : []),
  ];
  if (problems.length > 0 || !found || !step.data || !tags.data) {
    refuse(report, row, problems);
    return;
  }

  const isNew = insertEmployer(db, viewer, found.id);
  const known = statement<Known>(db, KNOWN).get({ accountId: viewer.id, organisationId: found.id });
  const before = JSON.stringify(known);
  if (cells.has('nextStep') && step.data.nextStep) putNextStep(db, viewer, found.id, step.data);
  if (tags.data.tags.length > 0) putTags(db, viewer, found.id, tags.data.tags);
  for (const text of notes) if (!known?.notes.includes(JSON.stringify(text))) insertNote(db, viewer, found.id, text);
  const after = JSON.stringify(statement<Known>(db, KNOWN).get({ accountId: viewer.id, organisationId: found.id }));
  if (isNew || before !== after)
    recordEvent(db, { actor: actorOf(viewer), verb: 'importEmployer', noun: 'organisation', nounId: found.id });
  report.outcomes[isNew ? 'added' : before === after ? 'unchanged' : 'completed']++;
}

const FIND = `
  select id from organisations where @cvr is not null and cvr = @cvr
  union all select organisation_id from organisation_slugs where @cvr is null and slug = @slug limit 1`;

interface Known {
  nextStep: string | null;
  nextStepOn: string | null;
  tags: string;
  notes: string;
}

const KNOWN = `
  select next_step as nextStep, next_step_on as nextStepOn,
    (select json_group_array(tag order by tag) from portfolio_tags where account_id = @accountId and organisation_id = @organisationId) as tags,
    (select json_group_array(replace(text, char(10), ' ')) from portfolio_notes where account_id = @accountId and organisation_id = @organisationId) as notes
  from portfolio_employers where account_id = @accountId and organisation_id = @organisationId`;
