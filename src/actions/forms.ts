import type { AnyForm } from '#lib/forms.ts';
import { accounts } from './accounts.ts';
import { deletions } from './deletions.ts';
import { members } from './members.ts';
import { notifications } from './notifications.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = {
  accounts,
  deletions,
  members,
  notifications,
  sessions,
  signIn,
} satisfies Record<string, Record<string, AnyForm>>;
