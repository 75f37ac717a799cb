import { z } from 'zod';

export const PASSWORD_LENGTH = 15;
/** Long enough for any sentence, short enough to be hashed at once. */
export const LONGEST_PASSWORD = 1000;

export const newPassword = z.string().min(PASSWORD_LENGTH, 'too-short').max(LONGEST_PASSWORD, 'too-long');

/** The one before is asked for where there is one, unless its owner has just signed in another way. */
export const passwordInput = z.object({
  currentPassword: z.string().max(LONGEST_PASSWORD, 'too-long').nullable(),
  password: newPassword,
});

export const dropPasswordInput = passwordInput.pick({ currentPassword: true });
