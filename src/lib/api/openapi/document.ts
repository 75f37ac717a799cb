import type { Db } from '#db/open.ts';
import { LANGUAGE, listParameters, slugParameter } from './parameters.ts';
import { ref, SCHEMAS } from './schemas.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

const answer = (schema: string) => ({
  '200': {
    description: 'Found.',
    headers: {
      ETag: {
        description: 'Send it as If-None-Match; the answer is 304 while nothing has changed.',
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: ref(schema) } },
  },
  '304': { description: 'Nothing has changed.' },
  '400': problem('A parameter that does not exist, or a value that cannot be used; it is named.'),
});

const get = (operationId: string, summary: string, parameters: object[], responses: object) => ({
  get: { operationId, summary, parameters, responses, security: [] },
});

const one = (operationId: string, summary: string, schema: string) =>
  get(operationId, summary, [slugParameter, LANGUAGE], {
    ...answer(schema),
    '404': problem('There is none at this address.'),
  });

/** The whole API as OpenAPI 3.1. The values of facets are those of this directory. @param site its public origin */
export function openApiDocument(db: Db, site: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plads',
      version: '1.0.0',
      summary: 'Organisations, open inclusive job slots, networks and schemes.',
      description:
        'Read-only and open to everybody. Repeating a parameter means “or”; different parameters mean “and”. Lists carry Link headers, every answer carries an ETag.',
      license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
    },
    servers: [{ url: new URL('/api/v1', site).href }],
    paths: {
      '/organisations': get(
        'listOrganisations',
        'Search organisations',
        listParameters(db, 'organisations'),
        answer('OrganisationList'),
      ),
      '/organisations/{slug}': one(
        'getOrganisation',
        'One organisation, with its commitments and open slots',
        'OrganisationDetail',
      ),
      '/slots': get('listSlots', 'Search open slots', listParameters(db, 'slots'), answer('SlotList')),
      '/slots/{slug}': one('getSlot', 'One slot', 'SlotDetail'),
      '/networks': get('listNetworks', 'All networks', [LANGUAGE], answer('NetworkList')),
      '/networks/{slug}': one('getNetwork', 'One network', 'Network'),
      '/schemes': get(
        'listSchemes',
        'All schemes, with their conditions and legal basis',
        [LANGUAGE],
        answer('SchemeList'),
      ),
    },
    components: { schemas: SCHEMAS },
  };
}
