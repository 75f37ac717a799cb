import type { MAIL_KINDS } from '#db/schema/mail-refusals.ts';
import type { Locale } from '#i18n/index.ts';
import type { Template } from './letter.ts';
import { addressTaken, leaveAddress, newAddress } from './templates/addresses.ts';
import { applicationApproved, applicationDeclined, applicationWaiting } from './templates/application.ts';
import { claimApproved, claimDeclined, claimLetIn, claimWaiting } from './templates/claim.ts';
import { colleagueRequest } from './templates/colleague-request.ts';
import { commitmentReview } from './templates/commitment-review.ts';
import { accountDeletion, organisationDeletion } from './templates/deletion.ts';
import { enquiry, enquiryUnanswered } from './templates/enquiry.ts';
import { invitation } from './templates/invitation.ts';
import { passwordChanged } from './templates/password-changed.ts';
import { searchNews } from './templates/search-news.ts';
import { signIn } from './templates/sign-in.ts';
import { signUp } from './templates/sign-up.ts';
import { slotExpires } from './templates/slot-expires.ts';
import { visitorEnquiry } from './templates/visitor-enquiry.ts';

/** Every kind of e-mail that the portal sends. */
export const TEMPLATES = {
  'sign-in': signIn,
  'sign-up': signUp,
  invitation,
  'leave-address': leaveAddress,
  'new-address': newAddress,
  'address-taken': addressTaken,
  'password-changed': passwordChanged,
  'account-deletion': accountDeletion,
  'organisation-deletion': organisationDeletion,
  'claim-waiting': claimWaiting,
  'claim-approved': claimApproved,
  'claim-declined': claimDeclined,
  'claim-let-in': claimLetIn,
  'application-waiting': applicationWaiting,
  'application-approved': applicationApproved,
  'application-declined': applicationDeclined,
  'slot-expires': slotExpires,
  'commitment-review': commitmentReview,
  enquiry,
  'enquiry-unanswered': enquiryUnanswered,
  'visitor-enquiry': visitorEnquiry,
  'colleague-request': colleagueRequest,
  'search-news': searchNews,
} as const;

/**
 * Of which kind each is, for those who want some and not others. `always` is for what somebody asked for a moment ago,
 * and for what guards an account or an organisation: nobody can switch that off.
 */
export const KIND_OF: Record<keyof typeof TEMPLATES, MailKind | 'always'> = {
  'sign-in': 'always',
  'sign-up': 'always',
  invitation: 'always',
  'leave-address': 'always',
  'new-address': 'always',
  'address-taken': 'always',
  'password-changed': 'always',
  'account-deletion': 'always',
  'organisation-deletion': 'always',
  'claim-waiting': 'requests',
  'claim-approved': 'always',
  'claim-declined': 'always',
  'claim-let-in': 'always',
  'application-waiting': 'requests',
  'application-approved': 'always',
  'application-declined': 'always',
  'slot-expires': 'slots',
  'commitment-review': 'commitments',
  enquiry: 'enquiries',
  'enquiry-unanswered': 'enquiries',
  'visitor-enquiry': 'always',
  'colleague-request': 'requests',
  'search-news': 'searches',
};

export type MailKind = (typeof MAIL_KINDS)[number];

/** Of which kind an e-mail is. A new link to an enquiry was asked for a moment ago by whoever gets it. */
export function kindOf({ name, values }: { name: Mail['name']; values?: object }): MailKind | 'always' {
  const isAskedFor = name === 'enquiry' && values && 'news' in values && values.news === 'new-link';
  return isAskedFor ? 'always' : KIND_OF[name];
}

type ValuesOf<Of> = Of extends Template<infer Values> ? Values : never;

/** One e-mail as a verb asks for it: to whom, in which language, of which kind, with which values. */
export type Mail = {
  [Name in keyof typeof TEMPLATES]: {
    to: string;
    locale: Locale;
    name: Name;
    values: ValuesOf<(typeof TEMPLATES)[Name]>;
  };
}[keyof typeof TEMPLATES];
