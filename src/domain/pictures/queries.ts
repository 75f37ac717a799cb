import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { type Crop, type PICTURE_KINDS, pictures } from '#db/schema/pictures.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { fallbackOf } from './encode.ts';

/** A picture as a page shows it. */
export interface Picture {
  kind: (typeof PICTURE_KINDS)[number];
  alt: string;
  /** Addresses that never change: what is shown differently gets others. */
  webp: string;
  fallback: string;
  width: number;
  height: number;
}

export type MemberPicture = Picture & { id: number; organisationId: number; crop: Crop };

/** The logo first, then the pictures in their order. */
export function picturesOf(db: Db, organisationId: number): Picture[] {
  return rowsOf(db, organisationId).map(toPicture);
}

/** With what a form needs to change them. */
export function picturesForMember(db: Db, viewer: Viewer, organisationId: number): MemberPicture[] {
  if (!looksAfter(viewer, organisationId)) return [];
  return rowsOf(db, organisationId).map((row) => ({
    ...toPicture(row),
    id: row.id,
    organisationId: row.organisationId,
    crop: row.crop,
  }));
}

const KNOWN = `select 1 from pictures where key = ? and ${isShown('organisation_id')}`;
const TYPES = { webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

/** The bytes at a picture's address. Nothing for a name that is not one of ours, or whose picture was taken away. */
export async function readPicture(
  db: Db,
  folder: string,
  name: string,
): Promise<{ bytes: Buffer; type: string } | undefined> {
  const [, key, extension] = /^([0-9a-f]{32})\.(webp|jpg|png)$/.exec(name) ?? [];
  const isKnown = key && statement(db, KNOWN).get(key);
  if (!isKnown) return undefined;
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  return bytes && { bytes, type: TYPES[extension as keyof typeof TYPES] };
}

function rowsOf(db: Db, organisationId: number): (typeof pictures.$inferSelect)[] {
  return db
    .select()
    .from(pictures)
    .where(eq(pictures.organisationId, organisationId))
    .orderBy(asc(pictures.kind), asc(pictures.position), asc(pictures.id))
    .all();
}

function toPicture({ kind, alt, key, width, height }: typeof pictures.$inferSelect): Picture {
  return { kind, alt, webp: `/billeder/${key}.webp`, fallback: `/billeder/${key}.${fallbackOf(kind)}`, width, height };
}
