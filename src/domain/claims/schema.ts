import { z } from 'zod';
import { MEMBER_ROLES } from '#db/schema/accounts.ts';
import { workText } from '#domain/organisations/schema.ts';

export const MESSAGE_LENGTH = 1000;
export const REASON_LENGTH = 1000;

/** A word to those who decide. */
export const message = workText(MESSAGE_LENGTH);

/** A word with a yes, and why with a no. */
export const word = workText(REASON_LENGTH);
export const reason = word.min(1, 'missing');

export const role = z.enum(MEMBER_ROLES, 'not-a-choice');
