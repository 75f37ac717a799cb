import type { SearchEngine } from './engine.ts';

/** How long an answer may take before the embedded engine gives one. */
const PATIENCE_MS = 400;
/** After a failure the outside server is left alone for this long, so that not every search waits for it. */
const PAUSE_MS = 5_000;

export interface FallbackEngine extends SearchEngine {
  /** Why the outside server does not answer at the moment; null when it does. */
  readonly failure: string | null;
}

/** Answers from `outside`, and from `embedded` while that one is away, slow or refuses. */
export function withFallback(
  outside: SearchEngine,
  embedded: SearchEngine,
  report: (failure: string) => void = () => {},
): FallbackEngine {
  let failure: string | null = null;
  let retryAt = 0;
  return {
    name: outside.name,
    get failure() {
      return failure;
    },
    async search(query) {
      if (Date.now() < retryAt) return embedded.search(query);
      try {
        const result = await withinPatience(outside.search(query));
        failure = null;
        return result;
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
        retryAt = Date.now() + PAUSE_MS;
        report(failure);
        return embedded.search(query);
      }
    },
  };
}

async function withinPatience<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
