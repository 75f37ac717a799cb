import { LRUCache } from 'lru-cache';
import { type Answer, type Form, formOf, isForAll, mayBeKept } from './answer.ts';
import type { Encoding } from './encoding.ts';

export interface Source {
  /** What an address answers now. */
  render: (address: string) => Promise<Answer>;
  /** Differs when an address may answer otherwise than before. Asked with every request. */
  version: () => string;
  /** How much is kept; what was used longest ago goes first. */
  maxBytes: number;
}

/** An answer with the forms that were asked for so far. */
interface Entry {
  answer: Answer;
  forms: Partial<Record<Encoding, Form>>;
}

/** Headers, keys and what the engine needs around them. */
const OVERHEAD_BYTES = 4096;

/** Keeps answers as long as they are true, and makes each one once however many ask for it at the same time. */
export class Keeper {
  readonly #source: Source;
  readonly #entries: LRUCache<string, Entry>;
  #rendering = new Map<string, Promise<Entry>>();
  #version = '';

  constructor(source: Source) {
    this.#source = source;
    this.#entries = new LRUCache({ maxSize: source.maxBytes, sizeCalculation: bytesOf });
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  /** What is there already. */
  find(address: string, encoding: Encoding): Form | undefined {
    this.#forgetWhatChanged();
    return this.#entries.get(address)?.forms[encoding];
  }

  /** What is there or can be made; nothing when the answer depends on who asks. */
  async get(address: string, encoding: Encoding): Promise<Form | undefined> {
    this.#forgetWhatChanged();
    const version = this.#version;
    const entry = this.#entries.get(address) ?? (await this.#renderOnce(address));
    if (!isForAll(entry.answer)) return undefined;
    const known = entry.forms[encoding];
    if (known) return known;
    const form = formOf(entry.answer, encoding);
    entry.forms[encoding] = form;
    // What was begun before a change is only for those who asked before it.
    if (version === this.#version && mayBeKept(entry.answer)) this.#keep(address, entry);
    return form;
  }

  #keep(address: string, entry: Entry): void {
    // Taken out first, because the same object put in again would not be weighed again.
    this.#entries.delete(address);
    this.#entries.set(address, entry);
  }

  #renderOnce(address: string): Promise<Entry> {
    const rendering = this.#rendering;
    const running = rendering.get(address);
    if (running) return running;
    const entry = this.#source
      .render(address)
      .then((answer) => ({ answer, forms: {} }))
      .finally(() => rendering.delete(address));
    rendering.set(address, entry);
    return entry;
  }

  #forgetWhatChanged(): void {
    const version = this.#source.version();
    if (version === this.#version) return;
    this.#version = version;
    this.#entries.clear();
    this.#rendering = new Map();
  }
}

function bytesOf({ answer, forms }: Entry): number {
  const bodies = new Set([answer.body, ...Object.values(forms).map((form) => form.body)]);
  return OVERHEAD_BYTES + [...bodies].reduce((sum, body) => sum + body.length, 0);
}
