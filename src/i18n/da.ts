import { about } from './da/about.ts';
import { accounts } from './da/accounts.ts';
import { admin } from './da/admin.ts';
import { api } from './da/api.ts';
import { approaches } from './da/approaches.ts';
import { authenticators } from './da/authenticators.ts';
import { commitments } from './da/commitments.ts';
import { common } from './da/common.ts';
import { credentials } from './da/credentials.ts';
import { duties } from './da/duties.ts';
import { easySlots } from './da/easy-slots.ts';
import { enquiries } from './da/enquiries.ts';
import { errors } from './da/errors.ts';
import { forms } from './da/forms.ts';
import { home } from './da/home.ts';
import { imports } from './da/imports.ts';
import { invitations } from './da/invitations.ts';
import { jobCentre } from './da/job-centre.ts';
import { mail } from './da/mail.ts';
import { members } from './da/members.ts';
import { needs } from './da/needs.ts';
import { networks } from './da/networks.ts';
import { organisations } from './da/organisations.ts';
import { outcomes } from './da/outcomes.ts';
import { passkeys } from './da/passkeys.ts';
import { portfolios } from './da/portfolios.ts';
import { refusals } from './da/refusals.ts';
import { returns } from './da/returns.ts';
import { search } from './da/search.ts';
import { signIn } from './da/sign-in.ts';
import { slots } from './da/slots.ts';
import type { Text } from './index.ts';

/** Every text of the portal in Danish. One file a noun; a key that is missing in English fails the type check. */
export const da = {
  ...about,
  ...accounts,
  ...admin,
  ...api,
  ...authenticators,
  ...commitments,
  ...common,
  ...credentials,
  ...duties,
  ...errors,
  ...forms,
  ...home,
  ...imports,
  ...invitations,
  ...mail,
  ...members,
  ...networks,
  ...organisations,
  ...passkeys,
  ...refusals,
  ...search,
  ...signIn,
  ...slots,
  ...approaches,
  ...enquiries,
  ...outcomes,
  ...returns,
  ...jobCentre,
  ...easySlots,
  ...needs,
  ...portfolios,
} satisfies Record<string, Text>;
