import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { Invalid } from '#domain/errors.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { encode, takeIn } from '#domain/pictures/encode.ts';
import { WHOLE } from '#domain/pictures/schema.ts';

/* Files that show how a commitment is kept: a PDF as it was sent, or a picture written anew. */

export const MOST_EVIDENCE_BYTES = 10 * 1024 * 1024;
const NAME = /^[0-9a-f]{32}\.(pdf|jpg)$/;
const TYPES = { pdf: 'application/pdf', jpg: 'image/jpeg' };
/** Files that no row names are younger than this while their row is being written. */
const ORPHAN_MS = 60 * 60 * 1000;
/** Where a PDF says what it is, and where it ends. */
const PDF_HEAD = /^%PDF-[12]\.\d/;
const PDF_TAIL = /%%EOF\s*$/;
const TAIL_BYTES = 1024;
/** What a document can do beyond being read, as far as it says so openly. */
const PDF_DEEDS = /\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA|SubmitForm|ImportData)\b/;

/**
 * Runs a verb that shows a file: the file is there before the verb, and gone again where the verb refuses.
 *
 * @param bytes nothing where none was sent
 * @param verb gets the name of the file
 * @throws Invalid `evidenceFile`
 */
export async function withEvidence<Result>(
  folder: string,
  bytes: Buffer | null,
  verb: (file: string | null) => Result,
): Promise<Result> {
  const file = bytes && (await keepFile(folder, bytes));
  try {
    return verb(file);
  } catch (error) {
    if (file) await removeEvidence(folder, file);
    throw error;
  }
}

export const removeEvidence = (folder: string, file: string): Promise<void> => rm(join(folder, file), { force: true });

/** The bytes of a file that a commitment shows. Nothing for any other name. */
export async function readEvidence(
  db: Db,
  folder: string,
  name: string,
): Promise<{ bytes: Buffer; type: string } | undefined> {
  const extension = NAME.exec(name)?.[1];
  const isKnown = extension && statement(db, KNOWN).get(name);
  const bytes = isKnown ? await readFile(join(folder, name)).catch(() => undefined) : undefined;
  return bytes && { bytes, type: TYPES[extension as keyof typeof TYPES] };
}

const KNOWN = `select 1 from commitments where evidence_file = ? and ${isShown('organisation_id')}`;

/** Takes away files that no commitment shows: what a crash left, and what a deleted organisation had. Returns how many. */
export async function sweepEvidence(db: Db, folder: string, now = Date.now()): Promise<number> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const known = new Set(
    statement<{ file: string }>(db, 'select evidence_file as file from commitments where evidence_file is not null')
      .all()
      .map(({ file }) => file),
  );
  let removed = 0;
  for (const name of names.filter((one) => NAME.test(one) && !known.has(one))) {
    const about = await stat(join(folder, name)).catch(() => undefined);
    if (!about || now - about.mtimeMs < ORPHAN_MS) continue;
    await removeEvidence(folder, name);
    removed++;
  }
  return removed;
}

async function keepFile(folder: string, bytes: Buffer): Promise<string> {
  const { content, extension } = await readableFile(bytes);
  const name = `${randomBytes(16).toString('hex')}.${extension}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), content, { flag: 'wx' });
  return name;
}

async function readableFile(bytes: Buffer): Promise<{ content: Buffer; extension: 'pdf' | 'jpg' }> {
  if (bytes.length > MOST_EVIDENCE_BYTES) throw refusal('file-too-large');
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
    return { content: await pictureFrom(bytes), extension: 'jpg' };
  const text = bytes.toString('latin1');
  if (!PDF_HEAD.test(text) || !PDF_TAIL.test(text.slice(-TAIL_BYTES))) throw refusal('file-broken');
  if (PDF_DEEDS.test(text)) throw refusal('file-does-things');
  return { content: bytes, extension: 'pdf' };
}

async function pictureFrom(bytes: Buffer): Promise<Buffer> {
  try {
    const { fallback } = await encode(await takeIn(bytes, 'picture'), 'picture', WHOLE);
    return fallback;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const code = error.problems.picture ?? 'file-format';
    throw refusal(code === 'picture-format' ? 'file-format' : code);
  }
}

const refusal = (code: string): Invalid => new Invalid({ evidenceFile: code });
