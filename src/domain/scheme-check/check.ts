import type { Sector } from '#db/schema/organisations.ts';
import type { schemeRules } from '#db/schema/schemes.ts';
import type { Scheme } from '#domain/schemes/queries.ts';
import { JUDGES } from './judges.ts';
import type { AnswerName, SchemeAnswers } from './schema.ts';

export type SchemeRule = typeof schemeRules.$inferSelect;

/** What the check knows of a slot. Hours are a week; nothing is about a person. */
export interface SchemeFacts {
  scheme: Pick<Scheme, 'hosts' | 'openSlot' | 'validFrom' | 'validTo'>;
  sector: Sector;
  hoursMax?: number | undefined;
  /** Null is "permanent, or as agreed". */
  weeks?: number | null | undefined;
  positions?: number | undefined;
  answers: SchemeAnswers;
  /** The day that is asked about, YYYY-MM-DD. */
  day: string;
}

/**
 * What the check makes of one rule. It advises: nobody is refused anything by it, and the municipality decides.
 * `attention` is worth knowing or asking about, `against` is against the rule as it is known here.
 */
export type FindingStatus = 'ok' | 'attention' | 'needs-answer' | 'against';

export interface Finding {
  ruleId: string;
  status: FindingStatus;
  words: { da: string; en: string };
  /** What to ask the host, so that more can be told. */
  asks: AnswerName[];
  legalBasis: string;
  sourceUrl: string;
  /** YYYY-MM-DD */
  lastCheckedOn: string;
}

/** What a judge says: the status, which of the rule's words, and the numbers in them. */
export interface Judgement {
  status: FindingStatus;
  /** Where the words are not those of the status. */
  words?: string;
  values?: Record<string, number>;
  asks?: AnswerName[];
}

/**
 * Judges a slot by every rule that binds its scheme on that day. Rules that nobody has checked (grade C) say nothing.
 *
 * @throws Error for a rule that lacks the words or parameters that its outcome needs: the reference data is wrong
 */
export function checkScheme(rules: SchemeRule[], schemeId: string, facts: SchemeFacts): Finding[] {
  return rules
    .filter((rule) => binds(rule, schemeId, facts.day))
    .map((rule) => {
      const { status, words = status, values = {}, asks = [] } = JUDGES[rule.kind](rule, facts);
      const { id: ruleId, legalBasis, sourceUrl, lastCheckedOn } = rule;
      return { ruleId, status, words: wordsFor(rule, words, values), asks, legalBasis, sourceUrl, lastCheckedOn };
    });
}

function binds(rule: SchemeRule, schemeId: string, day: string): boolean {
  return (
    rule.sure !== 'C' &&
    (rule.schemes.length === 0 || rule.schemes.includes(schemeId)) &&
    (rule.validFrom === null || rule.validFrom <= day) &&
    (rule.validTo === null || day <= rule.validTo)
  );
}

function wordsFor(rule: SchemeRule, key: string, values: Record<string, number>): { da: string; en: string } {
  const words = rule.words[key];
  if (!words) throw new Error(`Rule ${rule.id} has no words for ${key}`);
  const known = { ...rule.parameters, ...values };
  return { da: filledIn(words.da, known, 'da-DK'), en: filledIn(words.en, known, 'en-GB') };
}

function filledIn(text: string, values: Record<string, unknown>, locale: string): string {
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(locale, { maximumFractionDigits: 1 }) : placeholder;
  });
}
