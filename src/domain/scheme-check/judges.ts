import type { RULE_KINDS } from '#db/schema/schemes.ts';
import { fitsHost } from '#domain/schemes/rules.ts';
import type { Judgement, SchemeFacts, SchemeRule } from './check.ts';
import type { AnswerName } from './schema.ts';

type Judge = (rule: SchemeRule, facts: SchemeFacts) => Judgement;

/** One judge for each kind of rule. Its numbers are the rule's parameters, so a reform changes data and not this. */
export const JUDGES: Record<(typeof RULE_KINDS)[number], Judge> = {
  'open-slot': (_rule, { scheme, day }) => {
    const isValid = (scheme.validFrom ?? day) <= day && day <= (scheme.validTo ?? day);
    return { status: scheme.openSlot && isValid ? 'ok' : 'against' };
  },

  /** An association may get half of its money from the public, and then counts as public: it is asked. */
  host: (_rule, { scheme, sector, answers }) => {
    if (!fitsHost(scheme, sector)) return { status: 'against' };
    if (scheme.hosts !== 'public' || sector === 'public') return { status: 'ok' };
    if (answers.publiclyFunded === undefined) return question('publiclyFunded');
    return { status: answers.publiclyFunded ? 'ok' : 'against', asks: ['publiclyFunded'] };
  },

  'max-weeks': (rule, { weeks }) => {
    if (!weeks) return { status: 'needs-answer' };
    const values = { given: weeks };
    if (weeks <= number(rule, 'weeksForAll')) return { status: 'ok', values };
    const isBeyond = weeks > number(rule, 'weeks') && rule.parameters.beyond === 'against';
    return { status: isBeyond ? 'against' : 'attention', values };
  },

  'max-hours': (rule, { hoursMax }) => {
    if (hoursMax === undefined) return { status: 'needs-answer' };
    return { status: hoursMax <= number(rule, 'hours') ? 'ok' : 'against', values: { given: hoursMax } };
  },

  ratio: (rule, { positions = 1, answers: { ordinaryStaff, placements } }) => {
    const asks: AnswerName[] = ['ordinaryStaff', 'placements'];
    if (ordinaryStaff === undefined || placements === undefined) return { status: 'needs-answer', asks };
    const permitted = placementsPermitted(ordinaryStaff, {
      per: number(rule, 'per'),
      upTo: number(rule, 'upTo'),
      thenPer: number(rule, 'thenPer'),
      least: number(rule, 'least'),
    });
    const wanted = placements + positions;
    const values = { staff: ordinaryStaff, permitted, wanted };
    return { status: wanted <= permitted ? 'ok' : 'against', values, asks };
  },

  'extra-employment': (_rule, { answers: { staffLastMonth, staffAverage } }) => {
    const asks: AnswerName[] = ['staffLastMonth', 'staffAverage'];
    if (staffLastMonth === undefined || staffAverage === undefined) return { status: 'needs-answer', asks };
    const values = { lastMonth: staffLastMonth, average: staffAverage };
    return { status: staffLastMonth >= staffAverage ? 'ok' : 'against', values, asks };
  },

  purpose: (rule, { answers: { purpose } }) => {
    const choices = rule.parameters.choices as string[];
    return { status: purpose && choices.includes(purpose) ? 'ok' : 'needs-answer', asks: ['purpose'] };
  },

  'different-tasks': (_rule, { answers: { paidTasks, unpaidTasks } }) => {
    const asks: AnswerName[] = ['paidTasks', 'unpaidTasks'];
    if (!paidTasks || !unpaidTasks) return { status: 'needs-answer', asks };
    const alike = likeness(paidTasks, unpaidTasks);
    if (alike === 1) return { status: 'against', asks };
    return { status: alike > ALIKE ? 'attention' : 'ok', asks };
  },

  'young-hours': (rule, { hoursMax, answers: { youngestAge } }) => {
    const asks: AnswerName[] = ['youngestAge'];
    if (youngestAge === undefined || hoursMax === undefined) return { status: 'needs-answer', asks };
    if (youngestAge < number(rule, 'youngest')) return { status: 'against', words: 'too-young', asks };
    if (youngestAge > number(rule, 'restrictedTo')) return { status: 'attention', words: 'older', asks };
    const values = { given: hoursMax };
    if (hoursMax <= number(rule, 'schoolWeek')) return { status: 'ok', values, asks };
    return { status: hoursMax <= number(rule, 'holidayWeek') ? 'attention' : 'against', values, asks };
  },

  'staff-representative': (rule, { answers: { ordinaryStaff } }) => {
    if (ordinaryStaff === undefined) return question('ordinaryStaff');
    return { status: ordinaryStaff > number(rule, 'above') ? 'attention' : 'ok', asks: ['ordinaryStaff'] };
  },

  confirm: (rule, { answers: { confirmed = [] } }) => ({
    status: confirmed.includes(rule.id) ? 'ok' : 'needs-answer',
    asks: ['confirmed'],
  }),

  statement: () => ({ status: 'attention' }),
};

/** Above this share of common words two lists of tasks look like one. Plads' own measure, not the law's. */
const ALIKE = 0.75;

/**
 * How many people on placement or with a wage subsidy a workplace may have: one for each `per` ordinary staff up to
 * `upTo`, then one more for each `thenPer`; parts do not count, and `least` is always allowed (LAB ch. 11 and 12).
 */
export function placementsPermitted(
  staff: number,
  { per, upTo, thenPer, least }: { per: number; upTo: number; thenPer: number; least: number },
): number {
  const first = Math.floor(Math.min(staff, upTo) / per);
  const further = Math.floor(Math.max(staff - upTo, 0) / thenPer);
  return Math.max(first + further, least);
}

const question = (answer: AnswerName): Judgement => ({ status: 'needs-answer', asks: [answer] });

function number(rule: SchemeRule, name: string): number {
  const value = rule.parameters[name];
  if (typeof value !== 'number') throw new Error(`Rule ${rule.id} has no number ${name}`);
  return value;
}

/** The share of words that two texts have in common, from 0 to 1. */
function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const all = new Set([...first, ...second]);
  const common = [...first].filter((word) => second.has(word));
  return all.size === 0 ? 1 : common.length / all.size;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d]+/gu));
}
