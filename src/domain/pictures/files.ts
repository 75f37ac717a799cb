import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Encoded } from './encode.ts';

/** Names are ours, random, and say nothing; a file's own name is never used for anything. */
export const newKey = (): string => randomBytes(16).toString('hex');

/** A whole picture, which nobody is served, is named by what it is: the same one sent twice is known. */
export const keyOf = (whole: Buffer, organisationId: number, kind: string): string =>
  createHash('sha256').update(`${organisationId} ${kind} `).update(whole).digest('hex').slice(0, 32);

const NAME = /^([0-9a-f]{32})(?:-whole)?\.(?:webp|jpg|png)$/;
/** Files without a row are younger than this while their row is being written. */
const ORPHAN_MS = 60 * 60 * 1000;

export async function writeWhole(folder: string, key: string, whole: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(wholePath(folder, key), whole);
}

export async function writeShown(
  folder: string,
  key: string,
  { webp, fallback }: Encoded,
  extension: 'png' | 'jpg',
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${key}.webp`), webp, { flag: 'wx' });
  await writeFile(join(folder, `${key}.${extension}`), fallback, { flag: 'wx' });
}

export const readWhole = (folder: string, key: string): Promise<Buffer> => readFile(wholePath(folder, key));

/** Takes away what belongs to a key, as far as it is there. */
export async function removeFiles(folder: string, ...keys: string[]): Promise<void> {
  const names = keys.flatMap((key) => [`${key}.webp`, `${key}.jpg`, `${key}.png`, `${key}-whole.webp`]);
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}

/** Takes away files that no row names: what a crash left, and what a deleted organisation had. Returns how many. */
export async function sweepPictures(db: Db, folder: string, now = Date.now()): Promise<number> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const known = new Set(
    statement<{ key: string; wholeKey: string }>(db, 'select key, whole_key as wholeKey from pictures')
      .all()
      .flatMap((row) => [row.key, row.wholeKey]),
  );
  let removed = 0;
  for (const name of names) {
    const key = NAME.exec(name)?.[1];
    if (!key || known.has(key)) continue;
    const path = join(folder, name);
    const about = await stat(path).catch(() => undefined);
    if (!about || now - about.mtimeMs < ORPHAN_MS) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

const wholePath = (folder: string, key: string): string => join(folder, `${key}-whole.webp`);
