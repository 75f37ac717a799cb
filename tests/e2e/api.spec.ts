import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { expect, test } from '../fixtures/test.ts';

const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

/** Addresses of every kind, and the schema that the API's own description gives for them. */
const ANSWERS: [address: string, path: string][] = [
  ['/organisations', '/organisations'],
  ['/organisations?q=gartneri&near=55.6,11.9&radiusKm=30&sort=distance&pageSize=100', '/organisations'],
  ['/organisations?rsv=true&hasOpenSlots=true&sector=social-enterprise&sdg=8&sdg=10&lang=en', '/organisations'],
  ['/organisations?page=99', '/organisations'],
  ['/organisations/groentvaerkstedet-hvalsoe', '/organisations/{slug}'],
  ['/slots', '/slots'],
  ['/slots?postcode=4330&hoursMax=5&support=few-hours&leadsToJob=true&growsTo=8&sort=newest', '/slots'],
  ['/slots/pak-groentkasser-om-torsdagen?lang=en', '/slots/{slug}'],
  ['/networks', '/networks'],
  ['/networks/green-network', '/networks/{slug}'],
  ['/schemes', '/schemes'],
  ['/schemes?lang=en', '/schemes'],
];

test('every answer is what the description promises', async ({ request }) => {
  const document = await (await request.get('/api/v1/openapi.json')).json();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: 'https://plads.example/openapi', ...document });
  for (const [address, path] of ANSWERS) {
    const response = await request.get(`/api/v1${address}`);
    expect(response.status(), address).toBe(200);
    const { $ref } = document.paths[path].get.responses['200'].content['application/json'].schema;
    const validate = ajv.compile({ $ref: `https://plads.example/openapi${$ref}` });
    validate(await response.json());
    expect(validate.errors ?? [], address).toEqual([]);
  }
});

test('every parameter that the description names is taken', async ({ request }) => {
  const document = await (await request.get('/api/v1/openapi.json')).json();
  for (const path of ['/organisations', '/slots']) {
    for (const { name, schema } of document.paths[path].get.parameters) {
      const value =
        schema.enum?.[0] ??
        schema.items?.enum?.[0] ??
        {
          q: 'a',
          network: 'green-network',
          municipality: '0350',
          hoursMax: 5,
          growsTo: 15,
          postcode: '4330',
          near: '55.6,11.9',
        }[name as string] ??
        schema.default;
      const response = await request.get(`/api/v1${path}?${name}=${value}`);
      expect(response.status(), `${path}?${name}=${value}`).toBe(200);
    }
  }
});

const REFUSED: [address: string, parameter: string][] = [
  ['/organisations?colour=red', 'colour'],
  ['/organisations?place=Lejre', 'place'],
  ['/organisations?sector=galactic', 'sector'],
  ['/organisations?sdg=18', 'sdg'],
  ['/organisations?page=0', 'page'],
  ['/organisations?page=1e99', 'page'],
  ['/organisations?pageSize=101', 'pageSize'],
  ['/organisations?sort=distance', 'sort'],
  ['/organisations?near=91,0', 'near'],
  ['/organisations?near=55', 'near'],
  ['/organisations?postcode=43300', 'postcode'],
  ['/organisations?postcode=4330&near=55,11', 'near'],
  ['/slots?hoursMax=many', 'hoursMax'],
  ['/slots?hoursMax=-1', 'hoursMax'],
  ['/slots?growsTo=soon', 'growsTo'],
  ['/slots?growsTo=38', 'growsTo'],
  ['/organisations?growsTo=15', 'growsTo'],
  ['/slots?radiusKm=NaN', 'radiusKm'],
  ['/slots?rsv=true', 'rsv'],
  ['/slots?lang=de', 'lang'],
  [`/slots?q=${'x'.repeat(201)}`, 'q'],
  ['/networks?page=2', 'page'],
  ['/schemes?lang=xx', 'lang'],
];

for (const [address, parameter] of REFUSED) {
  test(`${address.slice(0, 60)} is refused, naming ${parameter}`, async ({ request }) => {
    const response = await request.get(`/api/v1${address}`);
    expect(response.status()).toBe(400);
    expect(response.headers()['content-type']).toContain('application/problem+json');
    const problem = await response.json();
    expect(problem.status).toBe(400);
    expect(problem.detail).toContain(`"${parameter}"`);
    expect(problem.parameters[0].name).toBe(parameter);
  });
}

test('lists link to their neighbours', async ({ request }) => {
  const second = await request.get('/api/v1/slots?pageSize=10&page=2&scheme=smaajob&scheme=fleksjob');
  const links = second.headers().link ?? '';
  for (const rel of ['first', 'prev', 'next', 'last']) expect(links).toContain(`rel="${rel}"`);
  expect(links).toContain('scheme=smaajob&scheme=fleksjob');
});

test('an answer that has not changed is not sent again', async ({ request }) => {
  const first = await request.get('/api/v1/organisations?q=grønt');
  const etag = first.headers().etag ?? '';
  expect(etag).toMatch(/^W\/".+"$/);
  const again = await request.get('/api/v1/organisations?q=grønt', { headers: { 'If-None-Match': etag } });
  expect(again.status()).toBe(304);
});

test('anybody may read from anywhere, and nobody may write', async ({ request }) => {
  const response = await request.get('/api/v1/slots', { headers: { Origin: 'https://elsewhere.example' } });
  expect(response.headers()['access-control-allow-origin']).toBe('*');
  expect(response.headers()['access-control-allow-credentials']).toBeUndefined();
  const preflight = await request.fetch('/api/v1/slots', {
    method: 'OPTIONS',
    headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' },
  });
  expect(preflight.status()).toBe(204);
  const write = await request.post('/api/v1/slots', { data: {} });
  expect(write.status()).toBe(405);
  expect(write.headers().allow).toContain('GET');
});

test('what is not there answers 404 that programs can read', async ({ request }) => {
  for (const address of ['/organisations/nobody', '/slots/nothing', '/networks/none', '/anything', '/slots/a/b']) {
    const response = await request.get(`/api/v1${address}`);
    expect(response.status(), address).toBe(404);
    expect(response.headers()['content-type'], address).toContain('application/problem+json');
  }
});

test('invented data says so, and no address of the database leaks out', async ({ request }) => {
  const { items } = await (await request.get('/api/v1/organisations?pageSize=100')).json();
  expect(
    items.every(
      (item: { demo: boolean; cvr: string | null }) =>
        item.demo && (item.cvr === null || Number(item.cvr) >= 90_000_000),
    ),
  ).toBe(true);
  expect(items.every((item: object) => !('id' in item))).toBe(true);
});
