import { z } from 'zod';
import { ALERT_FREQUENCIES, SAVED_SEARCH_KINDS } from '#db/schema/saved-searches.ts';
import { LINE_LENGTH, workText } from '#domain/organisations/schema.ts';
import { MAX_TEXT_LENGTH } from '#search/parameters.ts';

const QUERY_LENGTH = 4000;

const name = workText(LINE_LENGTH).min(1, 'missing');
const frequency = z.enum(ALERT_FREQUENCIES, 'not-a-choice');

export const savedSearchInput = z.object({
  kind: z.enum(SAVED_SEARCH_KINDS, 'not-a-choice'),
  /** Parameters of the page of that search. What was typed into it is kept, and may say nothing of a person. */
  query: z
    .string()
    .max(QUERY_LENGTH, 'too-long')
    .check((context) => {
      const typed = workText(MAX_TEXT_LENGTH).safeParse(new URLSearchParams(context.value).get('q') ?? '');
      for (const { message } of typed.error?.issues ?? [])
        context.issues.push({ code: 'custom', message, input: context.value });
    }),
  name,
  frequency,
});

export const savedSearchName = z.object({ name });
export const alertFrequency = z.object({ frequency });

/** The link in an e-mail. */
export const stopInput = z.object({ noegle: z.string() });

export type SavedSearchInput = z.output<typeof savedSearchInput>;
