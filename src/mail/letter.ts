import type { Locale, Translate } from '#i18n/index.ts';

/** What an e-mail says, before it has a form. */
export interface Letter {
  subject: string;
  paragraphs: string[];
  /** Lists of what can be looked at, each with what can be done about it. Paths as the button's. */
  sections?: LetterSection[];
  /** What to type in where the link cannot be opened. */
  code?: string;
  /** The one thing to do. `path` is the portal's own, without its language. */
  button?: { label: string; path: string };
  /** Why one got it, or what to do if one did not ask for it. */
  closing?: string;
}

export interface LetterSection {
  title: string;
  lines: LetterWay[];
  ways: LetterWay[];
}

/** Words that lead somewhere. */
export interface LetterWay {
  label: string;
  path: string;
}

/** Writes one kind of e-mail in the reader's language. */
export type Template<Values> = (t: Translate, values: Values, locale: Locale) => Letter;
