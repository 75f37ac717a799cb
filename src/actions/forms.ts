import type { AnyForm } from '#lib/forms.ts';
import { accounts } from './accounts.ts';
import { addresses } from './addresses.ts';
import { approaches } from './approaches.ts';
import { authenticators } from './authenticators.ts';
import { enquiries } from './enquiries.ts';
import { invitations } from './invitations.ts';
import { lists } from './lists.ts';
import { members } from './members.ts';
import { needs } from './needs.ts';
import { passkeys } from './passkeys.ts';
import { passwords } from './passwords.ts';
import { portfolios } from './portfolios.ts';
import { returns } from './returns.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = {
  accounts,
  addresses,
  approaches,
  authenticators,
  enquiries,
  invitations,
  lists,
  members,
  needs,
  passkeys,
  passwords,
  portfolios,
  returns,
  sessions,
  signIn,
} satisfies Record<string, Record<string, AnyForm>>;
