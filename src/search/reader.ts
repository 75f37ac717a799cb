import type { Problem } from './parameters.ts';

/** Reads single parameters of an address. What cannot be used is left out, and named in `problems`. */
export interface Reader {
  problems: Problem[];
  one(parameter: string): string | undefined;
  number(parameter: string, least: number, most: number, whole?: boolean): number | undefined;
  choice<Value extends string>(parameter: string, allowed: readonly Value[]): Value | undefined;
  choices(parameter: string, allowed: readonly string[]): string[];
  text(parameter: string, longest: number): string;
}

const SHOWN = 40;

export function readerOf(parameters: URLSearchParams): Reader {
  const problems: Problem[] = [];
  const one = (parameter: string): string | undefined => {
    const [value, ...more] = parameters.getAll(parameter).filter((given) => given.trim() !== '');
    if (more.length > 0) problems.push({ parameter, value: more.join(', '), reason: 'repeated' });
    return value?.trim();
  };
  return {
    problems,
    one,
    number(parameter, least, most, whole = true) {
      const value = one(parameter);
      if (value === undefined) return undefined;
      const parsed = Number(value.replace(',', '.'));
      if (!Number.isFinite(parsed) || (whole && !Number.isInteger(parsed)))
        problems.push({ parameter, value, reason: 'not-a-number' });
      else if (parsed < least || parsed > most)
        problems.push({ parameter, value, reason: 'out-of-range', allowed: [least, most] });
      else return parsed;
      return undefined;
    },
    choice(parameter, allowed) {
      const value = one(parameter);
      const found = allowed.find((candidate) => candidate === value);
      if (value !== undefined && found === undefined)
        problems.push({ parameter, value, reason: 'unknown-value', allowed: [...allowed] });
      return found;
    },
    choices(parameter, allowed) {
      const values = new Set(parameters.getAll(parameter).filter((value) => value !== ''));
      return [...values].filter((value) => {
        if (allowed.includes(value)) return true;
        problems.push({ parameter, value, reason: 'unknown-value', allowed: [...allowed] });
        return false;
      });
    },
    text(parameter, longest) {
      const value = one(parameter) ?? '';
      if (value.length <= longest) return value;
      problems.push({ parameter, value: `${value.slice(0, SHOWN)}…`, reason: 'too-long', allowed: [0, longest] });
      return '';
    },
  };
}
