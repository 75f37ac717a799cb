import { stringify } from 'csv-stringify/sync';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { NOTE_SEPARATOR, PORTFOLIO_COLUMNS, type PortfolioField, TAG_SEPARATOR } from './columns.ts';
import { notesOf, portfolioOf } from './queries.ts';

/** One’s own portfolio as Danish Excel reads it; the import takes it back. No cell can become a formula. */
export function exportPortfolio(db: Db, viewer: Viewer): string {
  const fields = Object.keys(PORTFOLIO_COLUMNS) as PortfolioField[];
  const rows = portfolioOf(db, viewer).map(({ organisation, tags, nextStep, nextStepOn }) => {
    const notes = notesOf(db, viewer, organisation.id).map((note) => note.text.replaceAll(/\s*\n\s*/g, ' '));
    const cells: Record<PortfolioField, string | null> = {
      cvr: organisation.cvr,
      slug: organisation.slug,
      name: organisation.name,
      postcode: organisation.postcode,
      town: organisation.town,
      tags: tags.join(TAG_SEPARATOR),
      nextStep,
      nextStepOn,
      notes: notes.reverse().join(NOTE_SEPARATOR),
    };
    return fields.map((field) => cells[field] ?? '');
  });
  return stringify([fields.map((field) => PORTFOLIO_COLUMNS[field][0]), ...rows], {
    delimiter: ';',
    bom: true,
    record_delimiter: '\r\n',
    cast: { string: (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text) },
  });
}
