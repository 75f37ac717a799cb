import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { addPicture, changePicture, movePicture, removePicture } from '#domain/pictures/commands.ts';
import { MOST_BYTES } from '#domain/pictures/encode.ts';
import { sweepPictures } from '#domain/pictures/files.ts';
import { picturesForMember, picturesOf, readPicture, readWholeForMember } from '#domain/pictures/queries.ts';
import { MOST_PICTURES, pictureInput, WHOLE } from '#domain/pictures/schema.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { harmless, hostileFiles } from '../../fixtures/hostile-pictures.ts';
import { lastEvent, organisationId, ownerOf } from '../../fixtures/viewers.ts';

let db: Db;
let folder: string;
let hvalsoeGroent: number;
let lone: Viewer;
let stranger: Viewer;

beforeEach(() => {
  db = smallDirectory();
  folder = join(mkdtempSync(join(tmpdir(), 'plads-pictures-')), 'pictures');
  hvalsoeGroent = organisationId(db, 'Hvalsø Grønt');
  lone = ownerOf(db, 7, 'Hvalsø Grønt');
  stranger = ownerOf(db, 8, 'Bogladen i Roskilde');
});

const add = (bytes: Buffer, kind: 'logo' | 'picture' = 'picture', crop = WHOLE) =>
  addPicture(db, folder, lone, hvalsoeGroent, bytes, { kind, alt: 'Drivhuset en morgen', crop });
const names = () => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};
const edition = (index = 0) => picturesForMember(db, lone, hvalsoeGroent)[index]?.edition ?? 0;
const nameOf = (address: string) => address.replace('/billeder/', '');
const bytesAt = async (address: string) => (await readPicture(db, folder, nameOf(address)))?.bytes ?? Buffer.alloc(0);

test.each(['jpeg', 'png', 'webp'] as const)('a %s is taken in and written anew as WebP and JPEG', async (format) => {
  await add(await harmless(format));
  const [picture] = picturesOf(db, hvalsoeGroent);
  expect(picture).toMatchObject({ kind: 'picture', alt: 'Drivhuset en morgen', width: 640, height: 400 });
  expect((await readPicture(db, folder, nameOf(picture?.webp ?? '')))?.type).toBe('image/webp');
  expect((await readPicture(db, folder, nameOf(picture?.fallback ?? '')))?.type).toBe('image/jpeg');
  expect(names()).toHaveLength(3);
  expect(names().every((name) => /^[0-9a-f]{32}(-whole)?\.(webp|jpg)$/.test(name))).toBe(true);
  expect(lastEvent(db)).toMatchObject({ actor: 'account:7', verb: 'addPicture' });
});

test('a logo keeps its transparency, and takes the place of the one before', async () => {
  await add(await harmless('png'), 'logo');
  const [first] = picturesOf(db, hvalsoeGroent);
  await add(await harmless('png', 400), 'logo');
  const logos = picturesOf(db, hvalsoeGroent);
  expect(logos).toHaveLength(1);
  expect(logos[0]?.fallback).toMatch(/\.png$/);
  expect((await sharp(await bytesAt(logos[0]?.fallback ?? '')).metadata()).hasAlpha).toBe(true);
  expect(names()).toHaveLength(3);
  expect(await readPicture(db, folder, nameOf(first?.webp ?? ''))).toBeUndefined();
});

test('another part of it is another address, and the old one is gone', async () => {
  const id = await add(await harmless('jpeg'));
  const [before] = picturesOf(db, hvalsoeGroent);
  await changePicture(db, folder, lone, id, edition(), {
    alt: 'Kun døren',
    crop: { left: 50, top: 0, width: 50, height: 50 },
  });
  const [after] = picturesForMember(db, lone, hvalsoeGroent);
  expect(after).toMatchObject({ alt: 'Kun døren', width: 320, height: 200, crop: { left: 50 } });
  expect(after?.webp).not.toBe(before?.webp);
  expect(await readPicture(db, folder, nameOf(before?.webp ?? ''))).toBeUndefined();
  await changePicture(db, folder, lone, id, edition(), { alt: 'Hele drivhuset', crop: WHOLE });
  expect(picturesOf(db, hvalsoeGroent)[0]).toMatchObject({ width: 640, height: 400 });
  expect(names()).toHaveLength(3);
});

test.each([
  [{ left: 0, top: 0, width: 100, height: 100 }, true],
  [{ left: 90, top: 90, width: 10, height: 10 }, true],
  [{ left: 91, top: 0, width: 10, height: 100 }, false],
  [{ left: 0, top: 50, width: 100, height: 51 }, false],
  [{ left: -1, top: 0, width: 50, height: 50 }, false],
  [{ left: 0, top: 0, width: 9, height: 50 }, false],
])('the part %j is one: %s', (crop, isOne) => {
  expect(pictureInput.safeParse({ kind: 'picture', alt: 'x', crop }).success).toBe(isOne);
});

test('a picture says what it shows, and nothing about citizens', () => {
  const problem = (alt: string) => pictureInput.safeParse({ kind: 'logo', alt, crop: WHOLE }).error?.issues[0]?.message;
  expect(problem(' ')).toBe('alt-missing');
  expect(problem('Hans, 010203-0000')).toBe('cpr-number');
  expect(problem('Drivhuset')).toBeUndefined();
});

test('nothing hostile is served: a file is refused, or only its pixels are left', async () => {
  for (const { name, bytes, kind, refused } of await hostileFiles()) {
    const before = names();
    const outcome = await add(bytes, kind).then(
      () => 'taken',
      (error: unknown) => (error instanceof Invalid ? error.problems.picture : String(error)),
    );
    expect(outcome, name).toBe(refused ?? 'taken');
    if (refused) expect(names(), name).toEqual(before);
  }
  const served = await Promise.all(names().map(async (name) => ({ name, file: await readPicture(db, folder, name) })));
  expect(served.some(({ file }) => file)).toBe(true);
  for (const { name, file } of served) {
    if (!file) expect(name, 'only what is kept to cut from').toMatch(/-whole\.webp$/);
    else {
      const text = file.bytes.toString('latin1');
      expect(text, name).not.toMatch(/<script|<svg|<html|<\?php|%PDF|GPS|Exif|ICC_PROFILE|xmpmeta|EVIL/i);
      const about = await sharp(file.bytes).metadata();
      expect([about.exif, about.xmp, about.iptc, about.pages ?? 1], name).toEqual([undefined, undefined, undefined, 1]);
    }
  }
});

test('a picture that lies on its side by its metadata is set upright', async () => {
  const sideways = await sharp(await harmless('jpeg'))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  await add(sideways);
  expect(picturesOf(db, hvalsoeGroent)[0]).toMatchObject({ width: 400, height: 640 });
});

test('too many bytes are refused unread, and too many pictures too', async () => {
  const huge = Buffer.concat([await harmless('jpeg'), Buffer.alloc(MOST_BYTES)]);
  await expect(add(huge)).rejects.toThrow(new Invalid({ picture: 'picture-too-large' }));
  for (let count = 0; count < MOST_PICTURES; count++) await add(await harmless('png', 400 + count * 16));
  const bytes = await harmless('png');
  await expect(add(bytes)).rejects.toThrow(new Conflict('too-many-pictures', 'picture'));
  await expect(add(bytes, 'logo')).resolves.toBeGreaterThan(0);
});

test('the same picture sent twice is there once, in the newer words', async () => {
  const bytes = await harmless('jpeg');
  const say = (alt: string) =>
    addPicture(db, folder, lone, hvalsoeGroent, bytes, { kind: 'picture', alt, crop: WHOLE });
  const ids = await Promise.all([say('Drivhuset'), say('Drivhuset'), say('Drivhuset')]);
  expect(new Set(ids).size).toBe(1);
  expect(await say('Drivhuset om morgenen')).toBe(ids[0]);
  expect(picturesOf(db, hvalsoeGroent)).toMatchObject([{ alt: 'Drivhuset om morgenen' }]);
  expect(names()).toHaveLength(3);
});

test('whoever began from an older edition overwrites nothing', async () => {
  const id = await add(await harmless('jpeg'));
  const before = edition();
  const door = { alt: 'Døren', crop: { left: 50, top: 0, width: 50, height: 50 } };
  await changePicture(db, folder, lone, id, before, door);
  await changePicture(db, folder, lone, id, before, door);
  await expect(changePicture(db, folder, lone, id, before, { alt: 'Taget', crop: WHOLE })).rejects.toThrow(
    new Conflict('changed-meanwhile'),
  );
  expect(picturesForMember(db, lone, hvalsoeGroent)[0]).toMatchObject(door);
  expect(names()).toHaveLength(3);
});

test('pictures are moved before and behind each other, and no further than there are', async () => {
  const ids: number[] = [];
  for (const side of [400, 416, 432]) ids.push(await add(await harmless('png', side)));
  const order = () => picturesForMember(db, lone, hvalsoeGroent).map((picture) => ids.indexOf(picture.id));
  const [first = 0, , last = 0] = ids;
  movePicture(db, lone, last, 'earlier');
  expect(order()).toEqual([0, 2, 1]);
  movePicture(db, lone, first, 'earlier');
  expect(order()).toEqual([0, 2, 1]);
  movePicture(db, lone, first, 'later');
  expect(order()).toEqual([2, 0, 1]);
  expect(() => movePicture(db, stranger, first, 'later')).toThrow(NotFound);
});

test('the whole picture is for those who look after it', async () => {
  const id = await add(await harmless('jpeg'));
  const whole = (viewer: Viewer, organisation = hvalsoeGroent) =>
    readWholeForMember(db, folder, viewer, organisation, id);
  expect((await sharp(await whole(lone)).metadata()).format).toBe('webp');
  expect(await whole(stranger)).toBeUndefined();
  expect(await whole(stranger, organisationId(db, 'Bogladen i Roskilde'))).toBeUndefined();
});

test('nobody else’s pictures can be added to, changed or taken away', async () => {
  const bytes = await harmless('png');
  const id = await add(bytes);
  const input = { kind: 'logo' as const, alt: 'x', crop: WHOLE };
  await expect(addPicture(db, folder, stranger, hvalsoeGroent, bytes, input)).rejects.toThrow(NotFound);
  await expect(changePicture(db, folder, stranger, id, edition(), input)).rejects.toThrow(NotFound);
  await expect(removePicture(db, folder, stranger, id)).rejects.toThrow(NotFound);
  expect(picturesForMember(db, stranger, hvalsoeGroent)).toEqual([]);
  expect(names()).toHaveLength(3);
});

test('what is taken away is gone, and what a crash left is swept', async () => {
  const id = await add(await harmless('png'));
  writeFileSync(join(folder, `${'a'.repeat(32)}.webp`), 'left');
  writeFileSync(join(folder, `${'b'.repeat(32)}.webp`), 'just now');
  writeFileSync(join(folder, 'note.txt'), 'not ours');
  utimesSync(join(folder, `${'a'.repeat(32)}.webp`), 0, 0);
  expect(await sweepPictures(db, folder)).toBe(1);
  await removePicture(db, folder, lone, id);
  expect(names()).toEqual([`${'b'.repeat(32)}.webp`, 'note.txt']);
});

test.each(['../plads.db', 'x.webp', `${'a'.repeat(32)}.webp`, `${'a'.repeat(32)}.svg`, '', '..%2Fplads.db'])(
  'the name “%s” leads to nothing',
  async (name) => {
    expect(await readPicture(db, folder, name)).toBeUndefined();
  },
);
