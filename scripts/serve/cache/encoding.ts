import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The best first. */
const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number] | 'identity';

/** The same few headers come again and again: so many are remembered. */
const MOST_REMEMBERED = 100;
const remembered = new Map<string, Encoding>();
/** Below this the header that tells of it outweighs what is saved. */
const LEAST_BYTES = 512;
const COMPRESSIBLE = /^(?:text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|manifest))/;
/** Level 11 saves some per cent more and takes fifty times as long. */
const BROTLI_LEVEL = 5;

/** What the reader can take (RFC 9110, 12.5.3), the best that we make. */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity';
  const known = remembered.get(acceptEncoding);
  if (known) return known;
  const encoding = bestOf(acceptEncoding);
  if (remembered.size < MOST_REMEMBERED) remembered.set(acceptEncoding, encoding);
  return encoding;
}

function bestOf(acceptEncoding: string): Encoding {
  const refused = new Map(
    acceptEncoding
      .toLowerCase()
      .split(',')
      .map((part) => part.split(';').map((piece) => piece.trim()))
      .map(([name = '', quality = '']) => [name, /^q=0(?:\.0*)?$/.test(quality)]),
  );
  return ENCODINGS.find((encoding) => refused.get(encoding) === false) ?? 'identity';
}

export const isCompressible = (contentType: string, bytes: number): boolean =>
  bytes >= LEAST_BYTES && COMPRESSIBLE.test(contentType);

export function compress(body: Buffer, encoding: Exclude<Encoding, 'identity'>): Buffer {
  if (encoding === 'gzip') return gzipSync(body, { level: 6 });
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
