import { about } from './en/about.ts';
import { accounts } from './en/accounts.ts';
import { admin } from './en/admin.ts';
import { api } from './en/api.ts';
import { approaches } from './en/approaches.ts';
import { authenticators } from './en/authenticators.ts';
import { commitments } from './en/commitments.ts';
import { common } from './en/common.ts';
import { credentials } from './en/credentials.ts';
import { duties } from './en/duties.ts';
import { easySlots } from './en/easy-slots.ts';
import { enquiries } from './en/enquiries.ts';
import { errors } from './en/errors.ts';
import { forms } from './en/forms.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { invitations } from './en/invitations.ts';
import { jobCentre } from './en/job-centre.ts';
import { mail } from './en/mail.ts';
import { members } from './en/members.ts';
import { needs } from './en/needs.ts';
import { networks } from './en/networks.ts';
import { organisations } from './en/organisations.ts';
import { outcomes } from './en/outcomes.ts';
import { passkeys } from './en/passkeys.ts';
import { portfolios } from './en/portfolios.ts';
import { refusals } from './en/refusals.ts';
import { returns } from './en/returns.ts';
import { search } from './en/search.ts';
import { signIn } from './en/sign-in.ts';
import { slots } from './en/slots.ts';
import type { Text, TextKey } from './index.ts';

export const en: Record<TextKey, Text> = {
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
};
