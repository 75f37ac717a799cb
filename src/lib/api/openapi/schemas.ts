import { SECTORS } from '#db/schema/organisations.ts';
import { COMMITMENT_STATUSES } from '#domain/commitments/rules.ts';

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const maybe = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Schema): Schema => ({ type: 'array', items });
const day: Schema = { type: 'string', format: 'date' };
const link: Schema = { type: 'string', format: 'uri' };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const hours = (description: string): Schema => ({ type: 'number', exclusiveMinimum: 0, maximum: 37, description });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Every property is always there, but for those named as optional. */
function object(properties: Record<string, Schema>, optional: string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const cvr: Schema = { type: 'string', pattern: '^\\d{8}$', description: 'CVR number: eight digits, without spaces.' };
const location = object({ lat: { type: 'number' }, lng: { type: 'number' } });
const demo: Schema = { type: 'boolean', description: 'Invented example data.' };
const distanceKm: Schema = {
  type: 'number',
  minimum: 0,
  description: 'From the place that was given, as the crow flies.',
};

const ORGANISATION: Record<string, Schema> = {
  slug: text,
  name: text,
  cvr: maybe(cvr),
  sector: { enum: [...SECTORS] },
  rsv: { type: 'boolean', description: 'Registered social enterprise; true only once the register was checked.' },
  rsvCheckedOn: maybe(day),
  rsvCheckedBy: maybe(text),
  branch: maybe(text),
  networks: { ...list(text), description: 'Slugs of the networks that it is a member of now.' },
  postcode: maybe(text),
  town: maybe(text),
  municipality: maybe({ type: 'string', pattern: '^\\d{4}$' }),
  location: maybe(location),
  openSlots: count,
  sdgs: list({ type: 'integer', minimum: 1, maximum: 17 }),
  demo,
  url: link,
  distanceKm,
};

const SLOT: Record<string, Schema> = {
  slug: text,
  title: text,
  organisation: object({ slug: text, name: text, cvr: maybe(cvr) }),
  scheme: { type: 'string', description: 'Id of a scheme; see /schemes.' },
  occupation: maybe(text),
  support: { ...list(text), description: 'Ids of support facts: what the workplace offers.' },
  hoursMin: hours('Fewest hours a week.'),
  hoursMax: hours('Most hours a week.'),
  growsTo: maybe(hours('Hours a week that its ladder leads to, where it has one.')),
  weeks: maybe({ type: 'integer', minimum: 1 }),
  positions: { type: 'integer', minimum: 1 },
  filled: count,
  leadsToJob: flag,
  postcode: maybe(text),
  town: maybe(text),
  municipality: maybe(text),
  location: maybe(location),
  startsOn: maybe(day),
  expiresOn: day,
  demo,
  url: link,
  distanceKm,
};

const page = (item: string): Schema =>
  object({
    items: list(ref(item)),
    total: count,
    page: { type: 'integer', minimum: 1 },
    pageSize: { type: 'integer', minimum: 1, maximum: 100 },
    facets: {
      type: 'object',
      description: 'How many each value would find: each facet is counted with its own selection left out.',
      additionalProperties: { type: 'object', additionalProperties: count },
    },
    engine: { enum: ['embedded', 'meilisearch'] },
    tookMs: { type: 'number', minimum: 0 },
  });

export const SCHEMAS: Record<string, Schema> = {
  Organisation: object(ORGANISATION, ['distanceKm']),
  OrganisationList: page('Organisation'),
  OrganisationDetail: object(
    {
      ...ORGANISATION,
      description: text,
      website: maybe(text),
      links: { ...list(object({ label: text, url: link })), description: 'Further pages of its own.' },
      email: maybe(text),
      phone: maybe(text),
      languages: { ...list(text), description: 'ISO 639 codes of the languages spoken at the workplace.' },
      offers: { ...list(text), description: 'Ids of support facts that it offers whichever slot is open.' },
      schemes: { ...list(text), description: 'Ids of schemes that it can be asked about whichever slot is open.' },
      willing: maybe(
        object({ since: day, hoursMin: hours('Fewest hours a week.'), hoursMax: hours('Most hours a week.') }),
      ),
      contacts: list(object({ name: text, role: maybe(text), email: maybe(text), phone: maybe(text) })),
      workplaces: list(
        object({
          pNumber: maybe({ type: 'string', pattern: '^\\d{10}$' }),
          main: flag,
          address: maybe(text),
          postcode: maybe(text),
          town: maybe(text),
          location: maybe(location),
        }),
      ),
      commitments: list(ref('Commitment')),
      slots: list(ref('Slot')),
    },
    ['distanceKm'],
  ),
  Commitment: object({
    theme: text,
    goals: list({ type: 'integer', minimum: 1, maximum: 17 }),
    statement: text,
    measure: text,
    evidence: maybe(object({ label: text, url: link })),
    madeOn: day,
    reviewOn: day,
    settledOn: maybe(day),
    reason: maybe(text),
    history: {
      ...list(ref('CommitmentChange')),
      description: 'What it said before it was changed or given more time, the oldest first.',
    },
    status: { enum: [...COMMITMENT_STATUSES] },
  }),
  CommitmentChange: object({
    on: day,
    kind: { enum: ['changed', 'extended'] },
    statementBefore: text,
    measureBefore: text,
    reviewOnBefore: day,
    reviewOn: day,
    reason: maybe(text),
  }),
  Slot: object(SLOT, ['distanceKm']),
  SlotList: page('Slot'),
  SlotDetail: object(
    {
      ...SLOT,
      tasks: text,
      contactName: maybe(text),
      ladder: list(object({ fromWeek: count, hours: hours('Hours a week from that week on.') })),
      open: { type: 'boolean', description: 'False once it is closed, paused, expired or filled.' },
    },
    ['distanceKm'],
  ),
  Network: object({
    slug: text,
    name: text,
    description: text,
    website: maybe(text),
    members: count,
    openSlots: count,
    keptCommitments: count,
    demo,
    url: link,
  }),
  NetworkList: object({ items: list(ref('Network')) }),
  Scheme: object({
    id: text,
    kind: { enum: ['scheme', 'support', 'agreement', 'method'] },
    name: text,
    summary: text,
    forWhom: text,
    pay: text,
    length: text,
    hosts: { enum: ['all', 'private', 'public', 'approved', 'own-employee'] },
    openSlot: { type: 'boolean', description: 'Whether an employer can open a slot for it.' },
    conditions: list(object({ text, legalBasis: text })),
    legalBasis: text,
    moreUrl: maybe(link),
    validFrom: maybe(day),
    validTo: maybe(day),
    lastCheckedOn: day,
  }),
  SchemeList: object({ items: list(ref('Scheme')) }),
  Problem: {
    type: 'object',
    description: 'RFC 9457 problem details.',
    properties: {
      type: text,
      status: { type: 'integer' },
      title: text,
      detail: text,
      parameters: list({ type: 'object' }),
    },
    required: ['type', 'status', 'title', 'detail'],
  },
};
