import type { IncomingMessage } from 'node:http';

/** Different searches that are remembered between two rounds; what comes beside them is not counted. */
const MOST_SEARCHES = 500;
const MOST_CHARACTERS = 300;
/** The search pages, in either language. Programs ask the API, which is not counted. */
const SEARCH = /^(?:\/en)?(\/virksomheder|\/pladser|\/socialoekonomiske)\?(?:.*&)?q=[^&]/;

/** Which searches were made, how often, and nothing else about them. In memory, and never for long. */
export class SearchTally {
  #counts = new Map<string, number>();

  /** Counts a request if it is a person's search. Takes less than a microsecond. */
  note({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): void {
    if (!url.includes('q=') || url.length > MOST_CHARACTERS || !SEARCH.test(url)) return;
    // Browsers send it, and few robots do.
    if (headers['sec-fetch-site'] === undefined) return;
    const known = this.#counts.get(url);
    if (known !== undefined) this.#counts.set(url, known + 1);
    else if (this.#counts.size < MOST_SEARCHES) this.#counts.set(url, 1);
  }

  /** Hands over what was counted, the most frequent first, and begins anew. */
  take(): [url: string, count: number][] {
    const taken = [...this.#counts].sort(([, a], [, b]) => b - a);
    this.#counts = new Map();
    return taken;
  }
}
