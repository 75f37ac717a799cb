import type { AnyForm } from '#lib/forms.ts';
import { accounts } from './accounts.ts';
import { addresses } from './addresses.ts';
import { authenticators } from './authenticators.ts';
import { enquiries } from './enquiries.ts';
import { invitations } from './invitations.ts';
import { members } from './members.ts';
import { passkeys } from './passkeys.ts';
import { passwords } from './passwords.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = {
  accounts,
  addresses,
  authenticators,
  enquiries,
  invitations,
  members,
  passkeys,
  passwords,
  sessions,
  signIn,
} satisfies Record<string, Record<string, AnyForm>>;
