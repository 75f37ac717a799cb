import type { RelyingParty } from '#domain/passkeys/ceremonies.ts';
import { environment } from './environment.ts';

const { hostname, origin } = new URL(environment.SITE_URL);

/** Who passkeys are made for: the address that the public sees, whatever a request says its host is. */
export const relyingParty: RelyingParty = { id: hostname, origin, name: 'Plads' };
