import * as real from '#domain/organisations/search.ts';
import { once } from './once.ts';

export const searchOrganisations = once(real.searchOrganisations);
