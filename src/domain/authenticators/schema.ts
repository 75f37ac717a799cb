import { z } from 'zod';

/** A code of the app, however it is typed. */
export const appCodeInput = z.object({ code: z.string().regex(/^\D*(?:\d\D*){6}$/, 'not-an-app-code') });

/** A code of the app, or a recovery code: twice as long. */
export const secondFactorInput = z.object({
  code: z.string().regex(/^\D*(?:(?:\d\D*){6}){1,2}$/, 'not-a-second-factor'),
});
