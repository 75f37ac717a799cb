import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { IS_OPEN } from '#domain/slots/rules.ts';
import { today } from '#domain/time.ts';

export interface Network {
  id: number;
  slug: string;
  name: string;
  descriptionDa: string;
  descriptionEn: string;
  website: string | null;
  /** Organisations whose membership has not ended. */
  members: number;
  openSlots: number;
  /** Commitments of members that were kept. */
  keptCommitments: number;
  demo: boolean;
}

const NETWORKS = `
  select networks.id, networks.slug, networks.name, networks.description_da as descriptionDa, networks.description_en as descriptionEn,
    networks.website, networks.demo,
    (select count(*) from memberships where network_id = networks.id and until is null and ${isShown('memberships.organisation_id')}) as members,
    (select count(*) from slots join memberships on memberships.organisation_id = slots.organisation_id
      where memberships.network_id = networks.id and memberships.until is null and ${IS_OPEN}) as openSlots,
    (select count(*) from commitments join memberships on memberships.organisation_id = commitments.organisation_id
      where memberships.network_id = networks.id and memberships.until is null and commitments.state = 'kept'
        and ${isShown('commitments.organisation_id')}) as keptCommitments
  from networks`;

type NetworkRow = Omit<Network, 'demo'> & { demo: number };

export function allNetworks(db: Db): Network[] {
  return statement<NetworkRow>(db, `${NETWORKS} order by networks.name`).all({ today: today() }).map(toNetwork);
}

export function findNetwork(db: Db, slug: string): Network | undefined {
  const row = statement<NetworkRow>(db, `${NETWORKS} where networks.slug = @slug`).get({ today: today(), slug });
  return row && toNetwork(row);
}

function toNetwork(row: NetworkRow): Network {
  return { ...row, demo: row.demo === 1 };
}
