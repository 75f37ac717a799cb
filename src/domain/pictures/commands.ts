import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { type Crop, pictures } from '#db/schema/pictures.ts';
import { statement } from '#db/statement.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { Conflict } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import { encode, fallbackOf, takeIn } from './encode.ts';
import { newKey, readWhole, removeFiles, writeShown, writeWhole } from './files.ts';
import { MOST_PICTURES, type PictureInput } from './schema.ts';

/**
 * Takes in a picture of an organisation; a logo takes the place of the one before. The files are written first and
 * the row after, so that no row is ever without its files.
 *
 * @param folder where pictures lie
 * @returns its id
 * @throws Invalid, Conflict `too-many-pictures`, NotFound
 */
export async function addPicture(
  db: Db,
  folder: string,
  who: Who,
  organisationId: number,
  bytes: Buffer,
  { kind, alt, crop }: PictureInput,
): Promise<number> {
  kept(who, { organisationId });
  refuseTooMany(db, organisationId, kind);
  const whole = await takeIn(bytes, kind);
  const shown = await encode(whole, kind, crop);
  const [key, wholeKey] = [newKey(), newKey()];
  const { width, height } = shown;
  const replaced: string[] = [];
  try {
    await writeWhole(folder, wholeKey, whole);
    await writeShown(folder, key, shown, fallbackOf(kind));
    return inTransaction(db, () => {
      refuseTooMany(db, organisationId, kind);
      if (kind === 'logo') replaced.push(...removeLogo(db, organisationId));
      const { id } = db
        .insert(pictures)
        .values({ organisationId, kind, key, wholeKey, alt, crop, width, height, createdAt: timestamp() })
        .returning({ id: pictures.id })
        .get();
      record(db, who, organisationId, 'addPicture');
      return id;
    });
  } catch (error) {
    replaced.splice(0, replaced.length, key, wholeKey);
    throw error;
  } finally {
    await removeFiles(folder, ...replaced);
  }
}

/** Shows another part of a picture, or says anew what it shows. @throws Conflict, NotFound */
export async function changePicture(
  db: Db,
  folder: string,
  who: Who,
  id: number,
  { alt, crop }: { alt: string; crop: Crop },
): Promise<void> {
  const before = kept(who, find(db, id));
  const key = newKey();
  const shown = await encode(await readWhole(folder, before.wholeKey), before.kind, crop);
  await writeShown(folder, key, shown, fallbackOf(before.kind));
  const { width, height } = shown;
  let unneeded = key;
  try {
    inTransaction(db, () => {
      const now = kept(who, find(db, id));
      if (now.key !== before.key) throw new Conflict('changed-meanwhile');
      db.update(pictures).set({ alt, crop, key, width, height }).where(eq(pictures.id, id)).run();
      record(db, who, before.organisationId, 'changePicture');
    });
    unneeded = before.key;
  } finally {
    await removeFiles(folder, unneeded);
  }
}

/** Takes a picture away, files and all. @throws NotFound */
export async function removePicture(db: Db, folder: string, who: Who, id: number): Promise<void> {
  const { key, wholeKey } = inTransaction(db, () => {
    const picture = kept(who, find(db, id));
    db.delete(pictures).where(eq(pictures.id, id)).run();
    record(db, who, picture.organisationId, 'removePicture');
    return picture;
  });
  await removeFiles(folder, key, wholeKey);
}

const find = (db: Db, id: number) => db.select().from(pictures).where(eq(pictures.id, id)).get();

function refuseTooMany(db: Db, organisationId: number, kind: PictureInput['kind']): void {
  if (kind === 'logo') return;
  const count = statement<{ count: number }>(db, COUNT).get(organisationId)?.count ?? 0;
  if (count >= MOST_PICTURES) throw new Conflict('too-many-pictures', 'picture');
}

const COUNT = `select count(*) as count from pictures where organisation_id = ? and kind = 'picture'`;

/** Returns the names of its files, to be taken away once the row is gone for good. */
function removeLogo(db: Db, organisationId: number): string[] {
  return statement<{ key: string; wholeKey: string }>(db, REMOVE_LOGO)
    .all(organisationId)
    .flatMap((row) => [row.key, row.wholeKey]);
}

const REMOVE_LOGO = `
  delete from pictures where organisation_id = ? and kind = 'logo' returning key, whole_key as wholeKey`;

function record(db: Db, who: Who, organisationId: number, verb: string): void {
  recordEvent(db, { actor: nameOf(who), verb, noun: 'organisation', nounId: organisationId });
}
