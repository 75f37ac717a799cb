import { z } from 'zod';
import { SECTORS } from '#db/schema/organisations.ts';
import { findPersonData, holdsCprNumber, type PersonData } from '#domain/citizens.ts';
import { isCvr } from './rules.ts';

export const NAME_LENGTH = 200;
export const LINE_LENGTH = 200;
export const DESCRIPTION_LENGTH = 4000;
export const LAST_GOAL = 17;
/** At most three, so that they say something. */
export const MOST_MAIN_GOALS = 3;
const MOST_HOURS = 37;
export const MOST_CONTACTS = 5;
export const MOST_WORKPLACES = 50;
export const MOST_LINKS = 3;
/** Spoken at Danish workplaces, as ISO 639 codes; `dsl` is Danish sign language. */
export const LANGUAGES = [
  'da',
  'en',
  'de',
  'sv',
  'no',
  'fr',
  'es',
  'pl',
  'ro',
  'lt',
  'uk',
  'ru',
  'bs',
  'tr',
  'ar',
  'fa',
  'ps',
  'ur',
  'so',
  'ti',
  'am',
  'ta',
  'th',
  'vi',
  'zh',
  'dsl',
] as const;

/** Free text of a certain length, without anything CPR-shaped. The messages are keys of texts (`problem.…`). */
export const freeText = (length: number) =>
  z
    .string()
    .trim()
    .max(length, 'too-long')
    .refine((text) => !holdsCprNumber(text), 'cpr-number');

const CODES: Record<PersonData, string> = { cpr: 'cpr-number', 'birth-date': 'birth-date', health: 'persons-health' };

/** Refuses what says something about a citizen; a name alone may stand there. */
export const aboutNobody: z.core.CheckFn<string> = (context) => {
  const found = findPersonData(context.value);
  if (found) context.issues.push({ code: 'custom', message: CODES[found], input: context.value });
};

/** What people tell, to each other or to everybody, without a word about a citizen. */
export const workText = (length: number) => z.string().trim().max(length, 'too-long').check(aboutNobody);

export const day = z.iso.date('not-a-date');

/** What is known of an organisation when it comes into the directory. Empty is null, never an empty text. */
export const organisationInput = z.object({
  cvr: z.string().refine(isCvr, 'not-a-cvr').nullable(),
  name: freeText(NAME_LENGTH).min(1, 'missing'),
  sector: z.enum(SECTORS, 'unknown-sector'),
  branch: freeText(LINE_LENGTH).nullable(),
  description: freeText(DESCRIPTION_LENGTH),
  website: z.url({ protocol: /^https?$/, message: 'not-a-website' }).nullable(),
  email: z.email('not-an-email').nullable(),
  /** With its country code, as `+4512345678`. */
  phone: z
    .string()
    .regex(/^\+\d{6,15}$/, 'not-a-phone')
    .nullable(),
  goals: z.array(z.number('not-a-goal').int('not-a-goal').min(1, 'not-a-goal').max(LAST_GOAL, 'not-a-goal')),
  contactName: freeText(LINE_LENGTH).nullable(),
});

export const workplaceInput = z.object({
  pNumber: z
    .string()
    .regex(/^\d{10}$/, 'not-a-p-number')
    .nullable(),
  address: freeText(LINE_LENGTH).nullable(),
  postcode: z
    .string()
    .regex(/^\d{4}$/, 'not-a-postcode')
    .nullable(),
  town: freeText(LINE_LENGTH).nullable(),
  lat: z.number('not-a-point').min(-90, 'not-a-point').max(90, 'not-a-point').nullable(),
  lng: z.number('not-a-point').min(-180, 'not-a-point').max(180, 'not-a-point').nullable(),
});

const contactFields = {
  email: organisationInput.shape.email,
  phone: organisationInput.shape.phone,
};

const link = z.object({
  label: workText(LINE_LENGTH).min(1, 'missing'),
  url: z.url({ protocol: /^https?$/, message: 'not-a-website' }),
});

/** What an organisation tells about itself. */
export const profileInput = z.object({
  description: workText(DESCRIPTION_LENGTH),
  branch: workText(LINE_LENGTH).nullable(),
  website: organisationInput.shape.website,
  links: z.array(link).max(MOST_LINKS, 'too-many-links'),
  ...contactFields,
  languages: z.array(z.enum(LANGUAGES, 'unknown-language')),
  goals: organisationInput.shape.goals
    .max(MOST_MAIN_GOALS, 'too-many-goals')
    .refine((goals) => new Set(goals).size === goals.length, 'not-a-goal'),
});

/** Ids of support facts that it offers, and of schemes that it can be asked about, whichever slot is open. */
export const offersInput = z.object({ support: z.array(z.string()), schemes: z.array(z.string()) });

/** A work contact: where somebody is reached at work, and nothing more about them. */
export const contactInput = z
  .object({
    name: freeText(LINE_LENGTH).min(1, 'missing'),
    role: workText(LINE_LENGTH).nullable(),
    ...contactFields,
  })
  .refine(({ email, phone }) => email !== null || phone !== null, { path: ['email'], message: 'contact-unreachable' });

/** Willing although no slot is open, for so many hours a week. */
export const willingInput = z
  .object({
    hoursMin: z.number('not-a-number').gt(0, 'hours-range').max(MOST_HOURS, 'hours-range'),
    hoursMax: z.number('not-a-number').gt(0, 'hours-range').max(MOST_HOURS, 'hours-range'),
  })
  .refine(({ hoursMin, hoursMax }) => hoursMin <= hoursMax, { path: ['hoursMax'], message: 'hours-order' });

export type ProfileInput = z.output<typeof profileInput>;
export type OffersInput = z.output<typeof offersInput>;
export type ContactInput = z.output<typeof contactInput>;
export type WillingInput = z.output<typeof willingInput>;
export type OrganisationInput = z.output<typeof organisationInput>;
export type WorkplaceInput = z.output<typeof workplaceInput>;
