import type { SearchEngine } from './engine.ts';
import { codeOfTrouble, isAboutQuery, wordsOfTrouble } from './meilisearch/trouble.ts';

/** How long an answer may take before the embedded engine gives one. */
export const PATIENCE_MS = 350;
/** How often the outside server is looked at, while it answers and while it does not. */
const LOOK_MS = { well: 2_000, unwell: 500 };
/** For how long it is left alone after a failure; longer when it fails again soon after it came back. */
const HOLD_MS = { first: 1_000, longest: 60_000 };

/** What is told when another engine begins to answer. */
export interface SwitchOver {
  answering: SearchEngine['name'];
  failure: string | null;
}

export interface FallbackOptions {
  /** Why the outside engine may not be asked, though it answers; null when it may (meilisearch/check.ts). */
  whyNot?: () => Promise<string | null>;
  /** Told once a change, not once a search. */
  onSwitch?: (change: SwitchOver) => void;
  /** Told of a search that the outside engine does not take, once for each code. */
  onRefusal?: (code: string) => void;
}

export interface FallbackEngine extends SearchEngine {
  /** Why the outside server is not asked at the moment; null when it is. */
  readonly failure: string | null;
  /** When that began to be so. */
  readonly since: Date;
  stop(): void;
}

/**
 * Answers from `outside`, and from `embedded` while that one is away, slow, refuses, or knows something that is not
 * true. It is looked at from the side: no visitor's search is spent on finding out whether it is back.
 */
export function withFallback(
  outside: SearchEngine,
  embedded: SearchEngine,
  { whyNot = async () => null, onSwitch = () => {}, onRefusal = () => {} }: FallbackOptions = {},
): FallbackEngine {
  let failure: string | null = 'not looked at yet';
  let since = new Date();
  let [holdUntil, hold] = [0, HOLD_MS.first];
  let doubts = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const refusals = new Set<string>();

  function becomeUnwell(reason: string): void {
    const wasWell = failure === null;
    failure = reason;
    if (!wasWell) return;
    const wellFor = Date.now() - since.getTime();
    hold = wellFor > HOLD_MS.longest ? HOLD_MS.first : Math.min(hold * 2, HOLD_MS.longest);
    holdUntil = Date.now() + hold;
    since = new Date();
    onSwitch({ answering: embedded.name, failure });
    lookSoon();
  }

  function becomeWell(): void {
    doubts = 0;
    if (failure === null || Date.now() < holdUntil) return;
    failure = null;
    since = new Date();
    onSwitch({ answering: outside.name, failure });
  }

  function refuse(code: string): void {
    if (!refusals.has(code)) onRefusal(code);
    refusals.add(code);
  }

  async function look(): Promise<void> {
    try {
      const reason = await inTime(whyNot());
      if (reason !== null) return becomeUnwell(reason);
      for (const kind of failure === null ? [] : (['organisations', 'slots'] as const))
        await inTime(outside.search({ kind, text: '', filters: {}, sort: 'relevance', page: 1, pageSize: 1 }));
      becomeWell();
    } catch (error) {
      // One late answer to a question that nobody waits for is no reason to switch.
      if (failure !== null || ++doubts > 1) becomeUnwell(wordsOfTrouble(error));
    }
  }

  function lookSoon(): void {
    if (stopped) return;
    clearTimeout(timer);
    const pause = (failure === null ? LOOK_MS.well : LOOK_MS.unwell) * (0.75 + Math.random() / 2);
    timer = setTimeout(() => void look().finally(lookSoon), pause);
    timer.unref();
  }

  void look().finally(lookSoon);
  return {
    name: outside.name,
    get failure() {
      return failure;
    },
    get since() {
      return since;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    async search(query) {
      if (failure !== null) return embedded.search(query);
      try {
        return await inTime(outside.search(query));
      } catch (error) {
        if (isAboutQuery(error)) refuse(codeOfTrouble(error) ?? 'bad_request');
        else becomeUnwell(wordsOfTrouble(error));
        return embedded.search(query);
      }
    },
  };
}

async function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
