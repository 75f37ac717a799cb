import { about } from './en/about.ts';
import { accounts } from './en/accounts.ts';
import { api } from './en/api.ts';
import { approaches } from './en/approaches.ts';
import { commitments } from './en/commitments.ts';
import { common } from './en/common.ts';
import { enquiries } from './en/enquiries.ts';
import { errors } from './en/errors.ts';
import { forms } from './en/forms.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { mail } from './en/mail.ts';
import { needs } from './en/needs.ts';
import { networks } from './en/networks.ts';
import { organisations } from './en/organisations.ts';
import { portfolios } from './en/portfolios.ts';
import { search } from './en/search.ts';
import { slots } from './en/slots.ts';
import type { Text, TextKey } from './index.ts';

export const en: Record<TextKey, Text> = {
  ...about,
  ...accounts,
  ...api,
  ...commitments,
  ...common,
  ...errors,
  ...forms,
  ...home,
  ...imports,
  ...mail,
  ...networks,
  ...organisations,
  ...search,
  ...slots,
  ...approaches,
  ...enquiries,
  ...needs,
  ...portfolios,
};
