/** The parts of a search page that a new answer replaces. */
const REGIONS = ['filtre', 'resultater'];
const TYPING_PAUSE_MS = 250;

/**
 * Sends the search form in the background and puts the answer's filters and results in place of the old ones.
 * The address always tells the whole state, so Back, reload and sharing work; an answer that was overtaken is dropped.
 */
export class LiveSearch extends HTMLElement {
  #running: AbortController | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    history.scrollRestoration = 'manual';
    this.addEventListener('submit', this.#onSubmit);
    this.addEventListener('input', this.#onInput);
    this.addEventListener('click', this.#onClick);
    addEventListener('popstate', this.#onBack);
    addEventListener('scrollend', this.#keepScroll);
    addEventListener('pagehide', this.#keepScroll);
    const scroll: unknown = history.state?.scroll;
    if (typeof scroll === 'number') scrollTo(0, scroll);
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this.#onBack);
    removeEventListener('scrollend', this.#keepScroll);
    removeEventListener('pagehide', this.#keepScroll);
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    clearTimeout(this.#typing);
    void this.#go(this.#formAddress());
  };

  readonly #onInput = (event: Event): void => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    clearTimeout(this.#typing);
    const isTyped = field instanceof HTMLInputElement && field.type !== 'checkbox';
    // A half-typed place is no place yet: that field waits for Enter, the button, or until it is left.
    if (isTyped && field.name === 'place') {
      field.addEventListener('change', () => this.#go(this.#formAddress()), { once: true });
      return;
    }
    this.#typing = setTimeout(() => this.#go(this.#formAddress()), isTyped ? TYPING_PAUSE_MS : 0);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || !this.contains(link)) return;
    const address = new URL(link.href);
    if (address.pathname !== location.pathname || address.hash) return;
    event.preventDefault();
    void this.#go(address, { toResults: link.closest('nav') !== null, refill: true });
  };

  readonly #onBack = (): void => {
    void this.#show(new URL(location.href), { refill: true }).then((shown) => {
      const scroll: unknown = history.state?.scroll;
      if (shown) scrollTo(0, typeof scroll === 'number' ? scroll : 0);
    });
  };

  readonly #keepScroll = (): void => {
    history.replaceState({ ...history.state, scroll: scrollY }, '');
  };

  async #go(address: URL, options: { toResults?: boolean; refill?: boolean } = {}): Promise<void> {
    if (address.href === location.href) return;
    const shown = await this.#show(address, options);
    if (!shown) return;
    this.#keepScroll();
    history.pushState({}, '', address);
    if (options.toResults) document.getElementById('resultater')?.scrollIntoView();
  }

  /** Fetches the page at that address and swaps its regions in. Answers false when another search overtook it. */
  async #show(address: URL, { refill = false }: { refill?: boolean }): Promise<boolean> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(address, { signal: running.signal, headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (running.signal.aborted) return false;
      if (!response.ok || !page.getElementById('resultater')) throw new Error(`${response.status}`);
      this.#swap(page, refill);
      return true;
    } catch (error) {
      if (!running.signal.aborted) this.#announce(this.dataset.failed ?? String(error));
      return false;
    } finally {
      if (this.#running === running) this.removeAttribute('aria-busy');
    }
  }

  #swap(page: Document, refill: boolean): void {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : '';
    const states = openStates();
    const typed = refill ? [] : typedFields();
    for (const id of REGIONS) {
      const next = page.getElementById(id);
      if (next) document.getElementById(id)?.replaceWith(document.adoptNode(next));
    }
    restoreOpenStates(states);
    for (const { id, value } of typed) {
      const field = document.getElementById(id);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    if (refill) this.#refill(page);
    document.title = page.title;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    this.#announce(document.getElementById('fundet')?.textContent ?? '');
    this.dispatchEvent(new CustomEvent('results', { bubbles: true }));
  }

  /** The typed fields follow the address when it was not typing that changed it. */
  #refill(page: Document): void {
    for (const name of ['q', 'place']) {
      const selector = `input[name=${name}]`;
      const field = this.querySelector<HTMLInputElement>(selector);
      if (field) field.value = page.querySelector<HTMLInputElement>(selector)?.value ?? '';
    }
  }

  #announce(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }

  #formAddress(): URL {
    const form = this.querySelector('form') as HTMLFormElement;
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value !== '' && !(name === 'sort' && value === 'relevance'))
        address.searchParams.append(name, value);
    }
    if (!address.searchParams.has('place')) address.searchParams.delete('radiusKm');
    return address;
  }
}

/** What stands in the text fields that are replaced: it may have been typed after the answer was asked for. */
function typedFields(): HTMLInputElement[] {
  return REGIONS.flatMap((id) => [...document.querySelectorAll<HTMLInputElement>(`#${id} input[type=text]`)]);
}

/** Which parts the reader has opened or closed, by their `data-fold`. */
function openStates(): Map<string, boolean> {
  return new Map([...folds()].map((fold) => [fold.dataset.fold ?? '', fold.open]));
}

function restoreOpenStates(states: Map<string, boolean>): void {
  for (const fold of folds()) fold.open = states.get(fold.dataset.fold ?? '') ?? fold.open;
}

function folds(): NodeListOf<HTMLDetailsElement> {
  return document.querySelectorAll('details[data-fold]');
}
