import { z } from 'zod';
import { ACCOUNT_LOCALES, STAFF_ROLES } from '#db/schema/accounts.ts';
import { freeText } from '#domain/organisations/schema.ts';

export const PERSON_NAME_LENGTH = 100;
/** As long as an address may be (RFC 5321). */
export const EMAIL_LENGTH = 254;

/** An address as it is kept and compared: in lower case. */
export const emailAddress = z.string().trim().toLowerCase().max(EMAIL_LENGTH, 'too-long').pipe(z.email('not-an-email'));

export const personName = freeText(PERSON_NAME_LENGTH).min(1, 'missing');

/** A post that the municipality gives. */
export const staffRole = z.enum(STAFF_ROLES, 'not-a-choice');

export const accountInput = z.object({
  email: emailAddress,
  name: personName,
  locale: z.enum(ACCOUNT_LOCALES, 'not-a-choice'),
});

export type AccountInput = z.output<typeof accountInput>;
