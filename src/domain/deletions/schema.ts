import { z } from 'zod';

/** Deleting an account takes a tick, so that no stray click does it. */
export const accountDeletionInput = z.object({ sure: z.boolean().refine((ticked) => ticked, 'missing') });

/** Deleting an organisation takes its name. */
export const organisationDeletionInput = z.object({ name: z.string().trim().min(1, 'missing').max(300, 'too-long') });
