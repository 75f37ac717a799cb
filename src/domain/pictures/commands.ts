import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { type Crop, pictures } from '#db/schema/pictures.ts';
import { statement } from '#db/statement.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { isMade } from '#domain/edition.ts';
import { Conflict } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import { encode, fallbackOf, takeIn } from './encode.ts';
import { keyOf, newKey, readWhole, removeFiles, writeShown, writeWhole } from './files.ts';
import { type PictureRow, pictureEdition, said } from './queries.ts';
import { type Direction, MOST_PICTURES, type PictureInput } from './schema.ts';

/**
 * Takes in a picture of an organisation; a logo takes the place of the one before. The files are written first and
 * the row after, so that no row is ever without its files. A picture that is there already only gets its words anew.
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
  const whole = await takeIn(bytes, kind);
  const wholeKey = keyOf(whole, organisationId, kind);
  const known = say(db, who, organisationId, wholeKey, alt);
  if (known !== undefined) return known;
  refuseTooMany(db, organisationId, kind);
  const shown = await encode(whole, kind, crop);
  const key = newKey();
  const { width, height } = shown;
  const unneeded: string[] = [];
  try {
    await writeWhole(folder, wholeKey, whole);
    await writeShown(folder, key, shown, fallbackOf(kind));
    return inTransaction(db, () => {
      const twin = say(db, who, organisationId, wholeKey, alt);
      if (twin !== undefined) {
        unneeded.push(key);
        return twin;
      }
      refuseTooMany(db, organisationId, kind);
      if (kind === 'logo') unneeded.push(...removeLogo(db, organisationId));
      const position = (statement<{ last: number | null }>(db, LAST).get(organisationId)?.last ?? -1) + 1;
      const { id } = db
        .insert(pictures)
        .values({ organisationId, kind, key, wholeKey, alt, crop, width, height, position, createdAt: timestamp() })
        .returning({ id: pictures.id })
        .get();
      record(db, who, organisationId, 'addPicture');
      return id;
    });
  } catch (error) {
    unneeded.splice(0, unneeded.length, key, wholeKey);
    throw error;
  } finally {
    await removeFiles(folder, ...unneeded);
  }
}

/**
 * Shows another part of a picture, or says anew what it shows.
 *
 * @param edition the one that the change began from
 * @throws Conflict `changed-meanwhile`, NotFound
 */
export async function changePicture(
  db: Db,
  folder: string,
  who: Who,
  id: number,
  edition: number,
  { alt, crop }: { alt: string; crop: Crop },
): Promise<void> {
  const before = kept(who, find(db, id));
  const madeBy = (row: PictureRow) => isMade(edition, { edition: pictureEdition(row), says: said(row) }, { alt, crop });
  if (madeBy(before)) return;
  const key = newKey();
  const shown = await encode(await readWhole(folder, before.wholeKey), before.kind, crop);
  await writeShown(folder, key, shown, fallbackOf(before.kind));
  const { width, height } = shown;
  let unneeded = key;
  try {
    inTransaction(db, () => {
      const now = kept(who, find(db, id));
      if (madeBy(now)) return;
      db.update(pictures).set({ alt, crop, key, width, height }).where(eq(pictures.id, id)).run();
      record(db, who, before.organisationId, 'changePicture');
      unneeded = now.key;
    });
  } finally {
    await removeFiles(folder, unneeded);
  }
}

/** Moves a picture before the one that it follows, or behind the one that follows it. @throws NotFound */
export function movePicture(db: Db, who: Who, id: number, direction: Direction): void {
  inTransaction(db, () => {
    const { organisationId } = kept(who, find(db, id));
    const ids = statement<{ id: number }>(db, IN_ORDER)
      .all(organisationId)
      .map((row) => row.id);
    const from = ids.indexOf(id);
    const to = direction === 'earlier' ? from - 1 : from + 1;
    if (from < 0 || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    for (const [position, one] of ids.entries())
      db.update(pictures).set({ position }).where(eq(pictures.id, one)).run();
    record(db, who, organisationId, 'movePicture');
  });
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

/** The picture with that content, if it is there: it says what it shows in the newer words. */
function say(db: Db, who: Who, organisationId: number, wholeKey: string, alt: string): number | undefined {
  const known = statement<{ id: number; alt: string }>(db, SAME).get(organisationId, wholeKey);
  if (!known || known.alt === alt) return known?.id;
  db.update(pictures).set({ alt }).where(eq(pictures.id, known.id)).run();
  record(db, who, organisationId, 'changePicture');
  return known.id;
}

const SAME = 'select id, alt from pictures where organisation_id = ? and whole_key = ?';
const LAST = 'select max(position) as last from pictures where organisation_id = ?';
const IN_ORDER = `select id from pictures where organisation_id = ? and kind = 'picture' order by position, id`;

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
