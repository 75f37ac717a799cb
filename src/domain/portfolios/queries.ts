import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { type OrganisationCard, organisationCards } from '#domain/organisations/cards.ts';

/** An employer of one’s own, with what one knows and plans. */
export interface PortfolioEmployer {
  organisation: OrganisationCard;
  nextStep: string | null;
  nextStepOn: string | null;
  tags: string[];
  addedAt: string;
}

export interface PortfolioNote {
  id: number;
  text: string;
  writtenAt: string;
}

/** One’s own employers: what is planned soonest first, then the newest. @param tag only those with that tag */
export function portfolioOf(db: Db, viewer: Viewer, tag?: string): PortfolioEmployer[] {
  const rows = statement<Row>(db, PORTFOLIO).all({ accountId: viewer.id, tag: tag ?? null });
  const cards = new Map(
    organisationCards(
      db,
      rows.map((row) => row.id),
    ).map((card) => [card.id, card]),
  );
  return rows.flatMap(({ id, tags, ...row }) => {
    const organisation = cards.get(id);
    return organisation ? [{ organisation, tags: JSON.parse(tags) as string[], ...row }] : [];
  });
}

/** One of them; nothing for what is not in the viewer’s portfolio. */
export function findPortfolioEmployer(db: Db, viewer: Viewer, organisationId: number): PortfolioEmployer | undefined {
  const row = statement<Row>(db, `${EMPLOYER} and portfolio_employers.organisation_id = @organisationId`).get({
    accountId: viewer.id,
    organisationId,
  });
  const organisation = row && organisationCards(db, [row.id])[0];
  if (!row || !organisation) return undefined;
  const { id: _id, tags, ...plain } = row;
  return { organisation, tags: JSON.parse(tags) as string[], ...plain };
}

/** One’s own notes about an employer, the newest first. */
export function notesOf(db: Db, viewer: Viewer, organisationId: number): PortfolioNote[] {
  return statement<PortfolioNote>(
    db,
    'select id, text, written_at as writtenAt from portfolio_notes where account_id = ? and organisation_id = ? order by id desc',
  ).all(viewer.id, organisationId);
}

/** The tags that one uses, with how many employers have each. */
export function tagsOf(db: Db, viewer: Viewer): { tag: string; count: number }[] {
  return statement<{ tag: string; count: number }>(
    db,
    'select tag, count(*) as count from portfolio_tags where account_id = ? group by tag order by tag',
  ).all(viewer.id);
}

/** The employers that one looked at last. */
export function recentEmployers(db: Db, viewer: Viewer): OrganisationCard[] {
  const rows = statement<{ id: number }>(
    db,
    'select organisation_id as id from recent_views where account_id = ? order by at desc, rowid desc',
  ).all(viewer.id);
  return organisationCards(
    db,
    rows.map((row) => row.id),
  );
}

interface Row {
  id: number;
  nextStep: string | null;
  nextStepOn: string | null;
  tags: string;
  addedAt: string;
}

const EMPLOYER = `
  select portfolio_employers.organisation_id as id, portfolio_employers.next_step as nextStep,
    portfolio_employers.next_step_on as nextStepOn, portfolio_employers.added_at as addedAt,
    (select json_group_array(tag order by tag) from portfolio_tags
      where account_id = @accountId and organisation_id = portfolio_employers.organisation_id) as tags
  from portfolio_employers where portfolio_employers.account_id = @accountId`;
const PORTFOLIO = `${EMPLOYER}
  and (@tag is null or exists (select 1 from portfolio_tags
    where account_id = @accountId and organisation_id = portfolio_employers.organisation_id and tag = @tag))
  order by portfolio_employers.next_step_on is null, portfolio_employers.next_step_on, portfolio_employers.added_at desc, id`;
