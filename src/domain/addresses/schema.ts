import { z } from 'zod';
import { emailAddress } from '#domain/accounts/schema.ts';

/** How long both mailboxes have to answer. */
export const CHANGE_HOURS = 24;

export const addressInput = z.object({ email: emailAddress });
