import type { AnyForm } from '#lib/forms.ts';
import { accounts } from './accounts.ts';
import { enquiries } from './enquiries.ts';
import { members } from './members.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = { accounts, enquiries, members, sessions, signIn } satisfies Record<
  string,
  Record<string, AnyForm>
>;
