import { z } from 'zod';
import { emailAddress } from '#domain/accounts/schema.ts';

/** How long a link or a code that came by e-mail works. */
export const SIGN_IN_MINUTES = 10;

export const signInInput = z.object({ email: emailAddress });

/** The code as it is typed: spaces and dashes do not matter. */
export const codeInput = z.object({ code: z.string().regex(/^\D*(?:\d\D*){8}$/, 'not-a-code') });

export const passwordSignInInput = signInInput.extend({ password: z.string().min(1, 'missing').max(1000, 'too-long') });
