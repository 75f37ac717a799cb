import { expect, test } from 'vitest';
import { encodingFor, isCompressible } from '../../../scripts/serve/cache/encoding.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br', 'br'],
  ['GZIP', 'gzip'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['gzip, deflate, br;q=0', 'gzip'],
  ['br;q=0.000, gzip;q=0', 'identity'],
  ['identity', 'identity'],
  ['zstd, compress', 'identity'],
])('Accept-Encoding %s gets %s', (header, encoding) => expect(encodingFor(header)).toBe(encoding));

test.each([
  ['text/html; charset=utf-8', true],
  ['application/json; charset=utf-8', true],
  ['application/problem+json', true],
  ['text/javascript; charset=utf-8', true],
  ['image/svg+xml', true],
  ['font/woff2', false],
  ['image/png', false],
])('%s compressed: %s', (type, expected) => {
  expect(isCompressible(type, 10_000)).toBe(expected);
  expect(isCompressible(type, 100)).toBe(false);
});
