import type { Problem } from './refusals.ts';

/** What a form that could not be taken left for the page that shows it again. */
export interface SentForm {
  /** Name of the action, `accounts.rename`. */
  action: string;
  problems: Problem[];
  typed: Record<string, string[]>;
}

type Value = string | number | boolean | null | undefined;

interface Options {
  /** What the fields hold before anybody typed. */
  defaults?: Record<string, Value | Value[]>;
  /** Fields that nobody sees. They also tell apart several forms of one action on one page. */
  hidden?: Record<string, string | number>;
  /** Of what the form changes, as it stands now. Sent along, and no mark of the form: it grows while somebody types. */
  edition?: number;
  /** What is wrong with it before anybody sent it. */
  problems?: Problem[];
}

/** A form on a page: what stands in its fields, and what is wrong with it. Fields and summary are drawn from it. */
export class FormState {
  readonly address: string;
  readonly hidden: [string, string][];
  readonly edition: number | undefined;
  readonly #defaults: NonNullable<Options['defaults']>;
  readonly #sent: SentForm | undefined;
  readonly #known: Problem[];
  readonly #id: string;
  /** Labels of the fields as they were drawn, for the summary to speak of. */
  readonly labels = new Map<string, string>();
  /** Whether one of its fields takes files. */
  takesFiles = false;

  /**
   * @param page where it stands: `Astro`
   * @param action the form's action, as `actions.accounts.rename`
   */
  constructor(
    page: { url: URL; locals: { sentForm?: SentForm | undefined } },
    action: { toString(): string },
    { defaults = {}, hidden = {}, edition, problems = [] }: Options = {},
  ) {
    const name = new URLSearchParams(action.toString()).get('_action') ?? '';
    this.hidden = Object.entries(hidden).map(([field, value]) => [field, String(value)]);
    this.address = addressOf(page.url, name);
    this.edition = edition;
    this.#defaults = defaults;
    this.#known = problems;
    this.#id = [name.replaceAll('.', '-'), ...this.hidden.map(([, value]) => value.replaceAll(/\W+/g, '-'))].join('-');
    const sent = page.locals.sentForm;
    const isThisOne = sent?.action === name && this.hidden.every(([field, value]) => sent.typed[field]?.[0] === value);
    this.#sent = isThisOne ? sent : undefined;
  }

  /** All values of a field that may have several. */
  values(field: string): string[] {
    return this.#sent ? (this.#sent.typed[field] ?? []) : this.#defaultsOf(field);
  }

  value(field: string): string {
    return this.values(field)[0] ?? '';
  }

  problemOf(field: string): Problem | undefined {
    return this.problems.find((one) => one.field === field);
  }

  /** What stands in a field by somebody else's hand, where they were quicker and it is not what was typed. */
  meanwhile(field: string): string[] | undefined {
    if (!this.problems.some((one) => one.key === 'form.problem.changed-meanwhile')) return undefined;
    const now = this.#defaultsOf(field).filter((value) => value !== 'false');
    return now.join('\n') === this.values(field).join('\n') ? undefined : now;
  }

  get problems(): Problem[] {
    return this.#sent?.problems ?? this.#known;
  }

  idOf(field: string): string {
    return `${this.#id}-${field.replaceAll('.', '-')}`;
  }

  #defaultsOf(field: string): string[] {
    const value = this.#defaults[field];
    return (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== undefined).map(String);
  }
}

/** The page's own address with what is done added, so that its query survives a form that could not be taken. */
function addressOf(url: URL, action: string): string {
  const query = new URLSearchParams(url.search);
  query.set('_action', action);
  return `?${query}`;
}
