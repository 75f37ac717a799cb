import type { APIRoute } from 'astro';
import { pageAddress } from '#lib/page-address.ts';

/** What signing in guards is no use to a robot. Search results stay open to them: each page says itself that it is not to be listed. */
const KEPT_OUT = [
  '/konto',
  '/medlem',
  '/log-ind',
  '/afmeld',
  '/plads?',
  '/henvendelse',
  '/soegning',
  '/koordinator',
  '/jobcenter',
  '/admin',
];

export const GET: APIRoute = () => {
  const lines = [
    'User-agent: *',
    ...KEPT_OUT.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]),
    '',
    `Sitemap: ${pageAddress('da', '/sitemap.xml')}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
