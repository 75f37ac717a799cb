import { about } from './en/about.ts';
import { accounts } from './en/accounts.ts';
import { activity } from './en/activity.ts';
import { admin } from './en/admin.ts';
import { api } from './en/api.ts';
import { applications } from './en/applications.ts';
import { approaches } from './en/approaches.ts';
import { authenticators } from './en/authenticators.ts';
import { claims } from './en/claims.ts';
import { commitments } from './en/commitments.ts';
import { common } from './en/common.ts';
import { credentials } from './en/credentials.ts';
import { deletions } from './en/deletions.ts';
import { desk } from './en/desk.ts';
import { duties } from './en/duties.ts';
import { easySlots } from './en/easy-slots.ts';
import { employers } from './en/employers.ts';
import { enquiries } from './en/enquiries.ts';
import { errors } from './en/errors.ts';
import { exports } from './en/exports.ts';
import { forms } from './en/forms.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { invitations } from './en/invitations.ts';
import { jobCentre } from './en/job-centre.ts';
import { mail } from './en/mail.ts';
import { memberSlots } from './en/member-slots.ts';
import { members } from './en/members.ts';
import { needs } from './en/needs.ts';
import { networks } from './en/networks.ts';
import { notifications } from './en/notifications.ts';
import { organisations } from './en/organisations.ts';
import { outcomes } from './en/outcomes.ts';
import { passkeys } from './en/passkeys.ts';
import { pictures } from './en/pictures.ts';
import { portfolios } from './en/portfolios.ts';
import { profile } from './en/profile.ts';
import { refusals } from './en/refusals.ts';
import { returns } from './en/returns.ts';
import { savedSearches } from './en/saved-searches.ts';
import { schemeCheck } from './en/scheme-check.ts';
import { search } from './en/search.ts';
import { signIn } from './en/sign-in.ts';
import { slotForms } from './en/slot-forms.ts';
import { slots } from './en/slots.ts';
import { visibility } from './en/visibility.ts';
import type { Text, TextKey } from './index.ts';

export const en: Record<TextKey, Text> = {
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
};
