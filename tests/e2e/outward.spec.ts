import { closeSlot } from '#domain/slots/commands.ts';
import { findSlot } from '#domain/slots/queries.ts';
import { withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { xmlProblems } from '../fixtures/xml.ts';

// One after the other: the slot that one of them closes stands in the sitemap that another reads.
test.describe.configure({ mode: 'default' });

test('robots are led to the sitemap, which is as its schema asks', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toMatch(/^Sitemap: http:\/\/localhost:\d+\/sitemap\.xml$/m);
  expect(robots).toMatch(/^Disallow: \/en\/konto$/m);
  const response = await request.get('/sitemap.xml');
  expect(response.headers()['content-type']).toBe('application/xml; charset=utf-8');
  expect(await xmlProblems(await response.text(), 'sitemap')).toEqual([]);
  expect((await request.get('/sitemap/2.xml')).status()).toBe(404);
  expect((await request.get('/sitemap/x.xml')).status()).toBe(404);
});

test('everything that the sitemap names is there, in its language', async ({ request }) => {
  const xml = await (await request.get('/sitemap.xml')).text();
  const addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');
  expect(addresses.length).toBeGreaterThan(100);
  for (const address of addresses.filter((_, index) => index < 18 || index % 15 === 0)) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    const html = await response.text();
    expect(html, address).toContain(`<link rel="canonical" href="${address.replace(/\/$/, '')}`);
    expect(html, address).not.toContain('content="noindex"');
  }
});

for (const prefix of ['', '/en']) {
  test(`${prefix}/pladser names its feed, which finds what the page finds`, async ({ page, request }) => {
    await page.goto(`${prefix}/pladser?hoursMax=5&scheme=smaajob`);
    const href = (await page.locator('link[type="application/atom+xml"]').getAttribute('href')) ?? '';
    expect(href).toBe(`${prefix}/pladser/feed.xml?hoursMax=5&scheme=smaajob`);
    const response = await request.get(href);
    expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = await response.text();
    expect(await xmlProblems(feed, 'atom')).toEqual([]);
    const { total } = await (await request.get('/api/v1/slots?scheme=smaajob&hoursMax=5')).json();
    expect(total).toBeGreaterThan(0);
    expect(feed.match(/<entry>/g)).toHaveLength(total);
    const etag = response.headers().etag ?? '';
    expect((await request.get(href, { headers: { 'If-None-Match': etag } })).status()).toBe(304);
  });
}

test('a slot that closes leaves index, feed and sitemap at once; its page says so and leads on', async ({
  page,
  request,
}) => {
  // The last that a feed holds: no other test looks at it.
  const feed = await (await request.get('/pladser/feed.xml')).text();
  const slug = [...feed.matchAll(/\/pladser\/([\w-]+)<\/id>/g)].at(-1)?.[1] ?? '';
  expect(slug).not.toBe('');
  const places = ['/api/v1/slots?pageSize=100', '/pladser/feed.xml', '/en/pladser/feed.xml', '/sitemap.xml'];
  const holding = async () => {
    const texts = await Promise.all(places.map(async (place) => (await request.get(place)).text()));
    return places.filter((_, at) => texts[at]?.includes(`/pladser/${slug}`));
  };
  expect(await holding()).toEqual(places);
  expect((await request.get(`/pladser/${slug}`)).status()).toBe(200);
  // In this process, not the server's.
  await withPortalDatabase((db) => closeSlot(db, 'test', findSlot(db, slug)?.id ?? 0));
  expect(await holding()).toEqual([]);
  const gone = await page.goto(`/pladser/${slug}`);
  expect(gone?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1, name: 'Pladsen er ikke ledig længere' })).toBeVisible();
  await page.getByRole('link', { name: 'Se ledige pladser' }).click();
  await expect(page).toHaveURL('/pladser');
});

test('the short address of the accessibility statement leads to it, and the pages say how to reach somebody', async ({
  page,
  request,
}) => {
  const was = await request.get('/was', { maxRedirects: 0 });
  expect([was.status(), was.headers().location]).toEqual([302, 'https://was.digst.dk/localhost']);
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Tilgængelighed', exact: true }).click();
  await expect(page.getByRole('link', { name: '46 46 46 46' })).toHaveAttribute('href', 'tel:46464646');
  await expect(page.getByRole('link', { name: 'plads@kommune.example' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Læs tilgængelighedserklæringen/ })).toHaveAttribute('href', '/was');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privatliv' }).click();
  await expect(page.getByText('logget ud efter 7 dage')).toBeVisible();
  await expect(page.getByText('CPR-nummer').first()).toBeVisible();
});
