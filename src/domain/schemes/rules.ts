import type { Sector } from '#db/schema/organisations.ts';
import type { schemes } from '#db/schema/schemes.ts';

type Hosts = (typeof schemes.$inferSelect)['hosts'];

/**
 * Whether an organisation of that sector may host a slot of that scheme at all. An association may be publicly funded
 * for half or more, and then counts as public (LAB ch. 12 and 13), so the sector alone does not shut it out.
 */
export function fitsHost(scheme: { hosts: Hosts }, sector: Sector): boolean {
  switch (scheme.hosts) {
    case 'all':
    case 'approved':
      return true;
    case 'private':
      return sector !== 'public';
    case 'public':
      return sector === 'public' || sector === 'voluntary';
    case 'own-employee':
      return false;
  }
}
