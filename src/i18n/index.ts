import { da } from './da.ts';
import { en } from './en.ts';

export const LOCALES = ['da', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type TextKey = keyof typeof da;

/** A text, or one per plural form (`Intl.PluralRules`), chosen by the value `count`. */
export type Text = string | { one: string; other: string };
export type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;

/** Whether a key that was put together from parts is one of the texts. */
export const isTextKey = (key: string): key is TextKey => key in da;

const texts: Record<Locale, Record<TextKey, Text>> = { da, en };
const TAG = { da: 'da-DK', en: 'en-GB' } as const;
const TIME_ZONE = 'Europe/Copenhagen';

const numbers = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const plurals = perLocale((tag) => new Intl.PluralRules(tag));
const days = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: TIME_ZONE }),
);
const months = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: TIME_ZONE }),
);
const times = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone: TIME_ZONE }),
);
const languages = perLocale((tag) => new Intl.DisplayNames(tag, { type: 'language' }));
const lists = perLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** `t('slot.count', { count: 3 })`: the text of that key, numbers written as the language writes them. */
export function translator(locale: Locale): Translate {
  return (key, values = {}) => {
    const text = texts[locale][key];
    const chosen =
      typeof text === 'string' ? text : text[plurals[locale].select(Number(values.count)) === 'one' ? 'one' : 'other'];
    return chosen.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers[locale].format(value) : (value ?? placeholder);
    });
  };
}

export const formatNumber = (locale: Locale, value: number): string => numbers[locale].format(value);

/** @param day YYYY-MM-DD */
export const formatDay = (locale: Locale, day: string): string => days[locale].format(noon(day));

/** "okt. 2026". @param day YYYY-MM-DD */
export const formatMonth = (locale: Locale, day: string): string => months[locale].format(noon(day));

/** "14.05". @param moment ISO time */
export const formatTime = (locale: Locale, moment: string): string => times[locale].format(new Date(moment));

/** "a, b og c" */
export const formatList = (locale: Locale, items: string[]): string => lists[locale].format(items);

/** "dansk, ukrainsk og dansk tegnsprog". @param codes ISO 639 */
export const formatLanguages = (locale: Locale, codes: string[]): string =>
  formatList(
    locale,
    codes.map((code) => {
      const key = `language.${code}`;
      return isTextKey(key) ? translator(locale)(key) : (languages[locale].of(code) ?? code);
    }),
  );

/** The site's own address for `path` ("/pladser") in that language: Danish at the root, English under /en. */
export function localPath(locale: Locale, path: string): string {
  if (locale === 'da') return path;
  return path === '/' ? '/en' : `/en${path}`;
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function perLocale<Format>(make: (tag: string) => Format): Record<Locale, Format> {
  return { da: make(TAG.da), en: make(TAG.en) };
}
