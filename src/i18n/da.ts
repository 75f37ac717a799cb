import { about } from './da/about.ts';
import { accounts } from './da/accounts.ts';
import { activity } from './da/activity.ts';
import { admin } from './da/admin.ts';
import { api } from './da/api.ts';
import { applications } from './da/applications.ts';
import { approaches } from './da/approaches.ts';
import { authenticators } from './da/authenticators.ts';
import { claims } from './da/claims.ts';
import { commitments } from './da/commitments.ts';
import { common } from './da/common.ts';
import { credentials } from './da/credentials.ts';
import { deletions } from './da/deletions.ts';
import { desk } from './da/desk.ts';
import { duties } from './da/duties.ts';
import { easySlots } from './da/easy-slots.ts';
import { employers } from './da/employers.ts';
import { enquiries } from './da/enquiries.ts';
import { errors } from './da/errors.ts';
import { exports } from './da/exports.ts';
import { forms } from './da/forms.ts';
import { home } from './da/home.ts';
import { imports } from './da/imports.ts';
import { invitations } from './da/invitations.ts';
import { jobCentre } from './da/job-centre.ts';
import { mail } from './da/mail.ts';
import { memberSlots } from './da/member-slots.ts';
import { members } from './da/members.ts';
import { needs } from './da/needs.ts';
import { networks } from './da/networks.ts';
import { notifications } from './da/notifications.ts';
import { organisations } from './da/organisations.ts';
import { outcomes } from './da/outcomes.ts';
import { passkeys } from './da/passkeys.ts';
import { pictures } from './da/pictures.ts';
import { portfolios } from './da/portfolios.ts';
import { profile } from './da/profile.ts';
import { refusals } from './da/refusals.ts';
import { returns } from './da/returns.ts';
import { savedSearches } from './da/saved-searches.ts';
import { schemeCheck } from './da/scheme-check.ts';
import { search } from './da/search.ts';
import { signIn } from './da/sign-in.ts';
import { slotForms } from './da/slot-forms.ts';
import { slots } from './da/slots.ts';
import { visibility } from './da/visibility.ts';
import type { Text } from './index.ts';

/** Every text of the portal in Danish. One file a noun; a key that is missing in English fails the type check. */
export const da = {
  ...about,
  ...accounts,
  ...admin,
  ...activity,
  ...api,
  ...authenticators,
  ...commitments,
  ...common,
  ...credentials,
  ...deletions,
  ...applications,
  ...claims,
  ...desk,
  ...duties,
  ...errors,
  ...exports,
  ...forms,
  ...home,
  ...imports,
  ...invitations,
  ...mail,
  ...memberSlots,
  ...members,
  ...networks,
  ...notifications,
  ...organisations,
  ...pictures,
  ...profile,
  ...passkeys,
  ...refusals,
  ...savedSearches,
  ...schemeCheck,
  ...search,
  ...signIn,
  ...slotForms,
  ...slots,
  ...visibility,
  ...approaches,
  ...employers,
  ...enquiries,
  ...outcomes,
  ...returns,
  ...jobCentre,
  ...easySlots,
  ...needs,
  ...portfolios,
} satisfies Record<string, Text>;
