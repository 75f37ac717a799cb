import { expect, test } from 'vitest';
import { closeSlot } from '#domain/slots/commands.ts';
import { findSlot } from '#domain/slots/queries.ts';
import { sitemap, sitemapPart } from '#lib/sitemap.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { xmlProblems } from '../../fixtures/xml.ts';

const SITE = 'https://plads.example';
const pathsOf = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname);

test('every page is in it in both languages, each naming both, as the protocol’s schema asks', async () => {
  const xml = await sitemap(smallDirectory(), SITE);
  expect(await xmlProblems(xml, 'sitemap')).toEqual([]);
  const paths = pathsOf(xml);
  for (const path of [
    '/pladser',
    '/netvaerk/green-network',
    '/virksomheder/hvalsoe-groent',
    '/pladser/hjaelper-i-drivhuset',
  ])
    expect(paths.filter((one) => one === path || one === `/en${path}`)).toEqual([path, `/en${path}`]);
  expect(xml.match(/hreflang="en"/g)).toHaveLength(paths.length);
  expect(xml.match(/hreflang="da"/g)).toHaveLength(paths.length);
});

test('the schema finds what is wrong', async () => {
  const xml = await sitemap(smallDirectory(), SITE);
  expect(await xmlProblems(xml.replace('<loc>', '<lastmod>soon</lastmod><loc>'), 'sitemap')).not.toEqual([]);
  expect(await xmlProblems(xml.replace('hreflang="da"', 'hreflang="nothing at all"'), 'sitemap')).not.toEqual([]);
});

test('a closed slot is not in it', async () => {
  const db = smallDirectory();
  closeSlot(db, 'test', findSlot(db, 'hjaelper-i-drivhuset')?.id ?? 0);
  expect(pathsOf(await sitemap(db, SITE))).not.toContain('/pladser/hjaelper-i-drivhuset');
});

test('more than 50,000 addresses are an index of parts, with every page in one of them', {
  timeout: 120_000,
}, async () => {
  const db = smallDirectory();
  db.$client.exec(`
    with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 25000)
    insert into organisations (slug, name, sector, description, demo, created_at, updated_at)
    select 'nr-' || n, 'Nr. ' || n, 'ordinary', '', 1, '2026-11-01T08:00:00.000Z', '2026-11-01T08:00:00.000Z' from numbers`);
  const index = await sitemap(db, SITE);
  expect(await xmlProblems(index, 'sitemap-index')).toEqual([]);
  expect(pathsOf(index)).toEqual(['/sitemap/1.xml', '/sitemap/2.xml']);
  const [first = '', second = ''] = [await sitemapPart(db, 1), await sitemapPart(db, 2)];
  expect(pathsOf(first)).toHaveLength(50_000);
  expect(Buffer.byteLength(first)).toBeLessThan(50 * 1024 * 1024);
  expect(await xmlProblems(second, 'sitemap')).toEqual([]);
  expect(new Set([...pathsOf(first), ...pathsOf(second)]).size).toBe(50_000 + pathsOf(second).length);
  expect(pathsOf(second)).toContain('/pladser/hjaelper-i-drivhuset');
  expect(await sitemapPart(db, 3)).toBeUndefined();
});
