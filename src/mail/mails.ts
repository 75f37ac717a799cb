import type { Locale } from '#i18n/index.ts';
import type { Template } from './letter.ts';
import { addressTaken, leaveAddress, newAddress } from './templates/addresses.ts';
import { colleagueRequest } from './templates/colleague-request.ts';
import { enquiry, enquiryUnanswered } from './templates/enquiry.ts';
import { invitation } from './templates/invitation.ts';
import { passwordChanged } from './templates/password-changed.ts';
import { signIn } from './templates/sign-in.ts';
import { signUp } from './templates/sign-up.ts';
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
  enquiry,
  'enquiry-unanswered': enquiryUnanswered,
  'visitor-enquiry': visitorEnquiry,
  'colleague-request': colleagueRequest,
} as const;

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
