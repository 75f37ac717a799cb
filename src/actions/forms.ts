import type { AnyForm } from '#lib/forms.ts';
import { accounts } from './accounts.ts';
import { addresses } from './addresses.ts';
import { applications } from './applications.ts';
import { approaches } from './approaches.ts';
import { authenticators } from './authenticators.ts';
import { claims } from './claims.ts';
import { commitments } from './commitments.ts';
import { deletions } from './deletions.ts';
import { desk } from './desk.ts';
import { enquiries } from './enquiries.ts';
import { invitations } from './invitations.ts';
import { lists } from './lists.ts';
import { members } from './members.ts';
import { needs } from './needs.ts';
import { notifications } from './notifications.ts';
import { passkeys } from './passkeys.ts';
import { passwords } from './passwords.ts';
import { pictures } from './pictures.ts';
import { portfolios } from './portfolios.ts';
import { profile } from './profile.ts';
import { returns } from './returns.ts';
import { savedSearches } from './saved-searches.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { slotDrafts } from './slot-drafts.ts';
import { slotKeys } from './slot-keys.ts';
import { slots } from './slots.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = {
  accounts,
  addresses,
  approaches,
  authenticators,
  deletions,
  applications,
  claims,
  desk,
  commitments,
  enquiries,
  invitations,
  lists,
  members,
  needs,
  passkeys,
  passwords,
  notifications,
  pictures,
  portfolios,
  profile,
  returns,
  savedSearches,
  sessions,
  signIn,
  slotDrafts,
  slotKeys,
  slots,
} satisfies Record<string, Record<string, AnyForm>>;
