import { readFileSync } from 'node:fs';

interface Rule {
  strip: string;
  add: string;
  condition: RegExp;
  /** Flags of the rules that may follow it. */
  more: string[];
}

/** Flags of the dictionary: a form that is wrong, one that is none yet, one that only compounds have, genitives. */
const FORBIDDEN = '6';
const NEEDS_MORE = '8';
const IN_COMPOUNDS = '36';
const GENITIVE = '10';
const MOST_STEPS = 3;

const LETTERS = /^[a-zæøåé]+$/;

/** Every word of a Hunspell dictionary with all its forms, itself among them; without genitives of their own rule. */
export function readForms(dictionary: URL, affixes: URL): Map<string, Set<string>> {
  const rules = readRules(affixes);
  const all = new Map<string, Set<string>>();
  const add = (word: string, form: string) => {
    if (LETTERS.test(word) && LETTERS.test(form)) all.set(word, (all.get(word) ?? new Set()).add(form));
  };
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    const [, word = '', joined = '', rest = ''] = /^([a-zæøåé]{2,})(?:\/(\S+))?(.*)$/.exec(line) ?? [];
    const flags = joined.split(',');
    const stem = /st:(\S+)/.exec(rest)?.[1];
    if (!word || flags.includes(FORBIDDEN)) continue;
    add(stem ?? word, word);
    if (!stem) for (const form of grown(word, flags, rules)) add(word, form);
    for (const [, other = ''] of rest.matchAll(/al:(\S+)/g)) add(stem ?? word, other);
  }
  return all;
}

function grown(word: string, flags: string[], rules: Map<string, Rule[]>, steps = 1): string[] {
  return flags
    .filter((flag) => flag !== GENITIVE)
    .flatMap((flag) => rules.get(flag) ?? [])
    .filter(({ strip, condition }) => word.endsWith(strip) && condition.test(word))
    .flatMap(({ strip, add, more }) => {
      const form = word.slice(0, word.length - strip.length) + add;
      const isForm = !more.includes(NEEDS_MORE) && !more.includes(IN_COMPOUNDS);
      return [...(isForm ? [form] : []), ...(steps < MOST_STEPS ? grown(form, more, rules, steps + 1) : [])];
    });
}

function readRules(affixes: URL): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const line of readFileSync(affixes, 'utf8').split('\n')) {
    const [, flag, strip = '', added = '', condition] = /^SFX\s+(\S+)\s+(\S+)\s+(\S+)\s+([^\s+]\S*)/.exec(line) ?? [];
    if (!flag || !condition) continue;
    const [add = '', more = ''] = added.split('/');
    const rule = {
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      condition: new RegExp(`${condition}$`),
      more: more.split(',').filter(Boolean),
    };
    rules.set(flag, [...(rules.get(flag) ?? []), rule]);
  }
  return rules;
}
