import type { AnyForm } from '#lib/forms.ts';
import { accounts } from './accounts.ts';
import { commitments } from './commitments.ts';
import { enquiries } from './enquiries.ts';
import { members } from './members.ts';
import { pictures } from './pictures.ts';
import { profile } from './profile.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = {
  accounts,
  commitments,
  enquiries,
  members,
  pictures,
  profile,
  sessions,
  signIn,
} satisfies Record<string, Record<string, AnyForm>>;
