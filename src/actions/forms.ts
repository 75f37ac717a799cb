import type { AnyForm } from '#lib/forms.ts';
import { accounts } from './accounts.ts';
import { members } from './members.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { slotDrafts } from './slot-drafts.ts';
import { slotKeys } from './slot-keys.ts';
import { slots } from './slots.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = { accounts, members, sessions, signIn, slotDrafts, slotKeys, slots } satisfies Record<
  string,
  Record<string, AnyForm>
>;
