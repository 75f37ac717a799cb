import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { type ShownCount, shownCount } from './rules.ts';

/** What the job centre confirmed of an organisation, as everybody may see it. */
export interface Credit {
  /** Persons who began. */
  started: ShownCount;
  /** Persons for whom it turned into hours with pay, or a job. */
  ordinary: ShownCount;
  /** YYYY-MM-DD of the last confirmation. */
  confirmedOn: string;
}

/** Nothing where nothing has been confirmed. */
export function creditOf(db: Db, organisationId: number): Credit | undefined {
  const row = statement<{ started: number; ordinary: number; confirmedOn: string | null }>(db, CREDIT).get(
    organisationId,
  );
  if (!row?.confirmedOn) return undefined;
  return { started: shownCount(row.started), ordinary: shownCount(row.ordinary), confirmedOn: row.confirmedOn };
}

const STARTED = `coalesce(sum(persons) filter (where kind = 'started'), 0)`;
const ORDINARY = `coalesce(sum(persons) filter (where kind in ('ordinary-hours', 'hired')), 0)`;
const HOURS = `coalesce(sum(persons * hours_weekly) filter (where kind in ('ordinary-hours', 'hired')), 0)`;

const CREDIT = `
  select ${STARTED} as started, ${ORDINARY} as ordinary, substr(max(confirmed_at), 1, 10) as confirmedOn
  from outcomes where organisation_id = ?`;

/** What statistics can be told by. */
export const DIMENSIONS = ['quarter', 'scheme', 'network', 'sector'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Persons and hours of one line of the statistics. */
export interface StatisticsRow {
  /** "2026-4", a scheme’s id, a network’s slug, a sector; null where it is not known. */
  key: string | null;
  started: number;
  completed: number;
  stopped: number;
  ordinary: number;
  /** Hours a week with pay, of all persons together. */
  hours: number;
}

/**
 * Confirmed placements in a period, in counts. For the job centre and coordinators; nothing for others.
 *
 * @param from, until YYYY-MM-DD, both included
 */
export function statisticsBy(
  db: Db,
  viewer: Viewer,
  dimension: Dimension,
  { from, until }: { from: string; until: string },
): StatisticsRow[] {
  if (!isConsultant(viewer) && viewer.coordinates.length === 0) return [];
  return statement<StatisticsRow>(db, STATISTICS[dimension]).all({ from, until });
}

const KEYS: Record<Dimension, { key: string; joins?: string }> = {
  quarter: { key: `substr(outcomes."on", 1, 4) || '-' || ((cast(substr(outcomes."on", 6, 2) as integer) + 2) / 3)` },
  scheme: { key: 'outcomes.scheme_id' },
  network: {
    key: 'networks.slug',
    // An organisation of two networks counts in both.
    joins: `left join memberships on memberships.organisation_id = outcomes.organisation_id
        and memberships.since <= outcomes."on" and (memberships.until is null or memberships.until >= outcomes."on")
      left join networks on networks.id = memberships.network_id`,
  },
  sector: {
    key: 'organisations.sector',
    joins: 'join organisations on organisations.id = outcomes.organisation_id',
  },
};

const STATISTICS = Object.fromEntries(
  DIMENSIONS.map((dimension) => {
    const { key, joins = '' } = KEYS[dimension];
    return [
      dimension,
      `select ${key} as key, ${STARTED} as started, ${ORDINARY} as ordinary, ${HOURS} as hours,
        coalesce(sum(persons) filter (where kind = 'completed'), 0) as completed,
        coalesce(sum(persons) filter (where kind = 'stopped'), 0) as stopped
      from outcomes ${joins} where outcomes."on" between @from and @until group by 1 order by 1`,
    ];
  }),
) as Record<Dimension, string>;
