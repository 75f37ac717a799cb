import { z } from 'zod';
import { TOO_LARGE } from './body-limits.ts';

/**
 * A file in a form. One that was too large to be read at all has a word in its place (scripts/serve/large-form.ts).
 *
 * @param tooLarge what is said of such a one: a code as the domain's own (`form.problem.…`)
 */
export const sentFile = (tooLarge: string): z.ZodFile =>
  z.file({ error: ({ input }) => (input === TOO_LARGE ? tooLarge : 'missing') });

export const bytesOf = async (file: File): Promise<Buffer> => Buffer.from(await file.arrayBuffer());
