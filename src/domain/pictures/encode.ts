import sharp, { type Sharp } from 'sharp';
import type { Crop } from '#db/schema/pictures.ts';
import { Invalid } from '#domain/errors.ts';

export const MOST_BYTES = 10 * 1024 * 1024;
/** 50 megapixels are more than phones take; a file of a few kilobytes can claim far more. */
export const MOST_PIXELS = 50_000_000;
export const MOST_SIDE = 12_000;
const LEAST_SIDE = { logo: 64, picture: 320 };
/** Of what is kept to cut from, and of what is shown. */
const WHOLE_SIDE = 2400;
const SHOWN_SIDE = { logo: 512, picture: 1600 };
const TIMEOUT_SECONDS = 15;

/** What is taken, by the bytes that it begins with. Everything else is refused before a decoder sees it. */
const FORMATS: { name: 'jpeg' | 'png' | 'webp'; begins: (bytes: Buffer) => boolean }[] = [
  { name: 'jpeg', begins: (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff' },
  { name: 'png', begins: (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a' },
  {
    name: 'webp',
    begins: (bytes) =>
      bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  },
];

// Only these three decoders may run, whatever a file says that it is.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

export interface Encoded {
  webp: Buffer;
  /** For what cannot show WebP: a logo keeps its transparency. */
  fallback: Buffer;
  width: number;
  height: number;
}

type Kind = 'logo' | 'picture';

export const fallbackOf = (kind: Kind): 'png' | 'jpg' => (kind === 'logo' ? 'png' : 'jpg');

/**
 * Reads what somebody sent and writes its pixels anew, upright, and nothing else of it: no metadata, no second frame,
 * nothing that stood before, between or after them.
 *
 * @returns WebP, to be kept and cut from
 * @throws Invalid `picture`
 */
export async function takeIn(bytes: Buffer, kind: Kind): Promise<Buffer> {
  const refuse = (code: string) => new Invalid({ picture: code });
  if (bytes.length === 0) throw refuse('missing');
  if (bytes.length > MOST_BYTES) throw refuse('picture-too-large');
  const format = FORMATS.find(({ begins }) => begins(bytes));
  if (!format) throw refuse('picture-format');
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning', pages: 1 });
  const about = await picture.metadata().catch(() => {
    throw refuse('picture-broken');
  });
  if (about.format !== format.name) throw refuse('picture-format');
  if ((about.pages ?? 1) > 1) throw refuse('picture-animated');
  const { width, height } = about;
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS) throw refuse('picture-too-many-pixels');
  if (Math.max(width, height) < LEAST_SIDE[kind]) throw refuse('picture-too-small');
  try {
    return await picture
      .timeout({ seconds: TIMEOUT_SECONDS })
      .autoOrient()
      .resize({ width: WHOLE_SIDE, height: WHOLE_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90 })
      .toBuffer();
  } catch {
    throw refuse('picture-broken');
  }
}

/** Cuts out what is shown. @param whole what `takeIn` gave */
export async function encode(whole: Buffer, kind: Kind, crop: Crop): Promise<Encoded> {
  const { width, height } = await sharp(whole).metadata();
  const left = Math.round((crop.left / 100) * width);
  const top = Math.round((crop.top / 100) * height);
  const part = {
    left: Math.min(left, width - 1),
    top: Math.min(top, height - 1),
    width: Math.max(1, Math.min(Math.round((crop.width / 100) * width), width - left)),
    height: Math.max(1, Math.min(Math.round((crop.height / 100) * height), height - top)),
  };
  const side = SHOWN_SIDE[kind];
  const shown = (): Sharp =>
    sharp(whole).extract(part).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const { data: webp, info } = await shown().webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
  const fallback =
    kind === 'logo'
      ? await shown().png({ compressionLevel: 9 }).toBuffer()
      : await shown().flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer();
  return { webp, fallback, width: info.width, height: info.height };
}
