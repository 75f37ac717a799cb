interface Group {
  title: string;
  items: { label: string; hint: string; href: string }[];
}

interface Answer {
  groups: Group[];
  announcement: string;
}

const TYPING_PAUSE_MS = 150;
const LEAST_LETTERS = 2;

/**
 * Makes the search field inside it a combobox with a list of suggestions below (APG, "editable combobox with list
 * autocomplete"). The focus stays in the field; Enter goes to the suggestion that is marked, or else sends the form.
 */
export class SearchSuggestions extends HTMLElement {
  #field!: HTMLInputElement;
  #list!: HTMLElement;
  #active: HTMLElement | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  connectedCallback(): void {
    this.#field = this.querySelector('input') as HTMLInputElement;
    this.#list = this.querySelector('[role=listbox]') as HTMLElement;
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': this.#list.id };
    for (const [name, value] of Object.entries(attributes)) this.#field.setAttribute(name, value);
    this.#field.setAttribute('aria-expanded', 'false');
    this.#field.addEventListener('input', this.#onInput);
    this.#field.addEventListener('keydown', this.#onKey);
    this.#field.addEventListener('blur', this.#close);
    this.#field.form?.addEventListener('submit', this.#close);
    // The field would lose the focus, and the list close before the click.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#follow((event.target as Element).closest('[role=option]')));
  }

  disconnectedCallback(): void {
    this.#close();
    this.#field.form?.removeEventListener('submit', this.#close);
  }

  readonly #onInput = (): void => {
    this.#stop();
    this.#mark(undefined);
    if (this.#field.value.trim().length < LEAST_LETTERS) this.#close();
    else this.#typing = setTimeout(() => this.#ask(), TYPING_PAUSE_MS);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (this.#act(event.key)) event.preventDefault();
  };

  /** @returns whether the key meant the list, and not the text */
  #act(key: string): boolean {
    const options = this.#options();
    const at = this.#active ? options.indexOf(this.#active) : -1;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (options.length === 0) return false;
        this.#open();
        this.#mark(stepped(options, at, key === 'ArrowDown' ? 1 : -1));
        return true;
      case 'Home':
      case 'End':
        if (!this.#active) return false;
        this.#mark(options.at(key === 'Home' ? 0 : -1));
        return true;
      case 'Enter':
        if (!this.#active) return false;
        this.#follow(this.#active);
        return true;
      case 'Escape':
        if (this.#list.hidden) return false;
        this.#close();
        return true;
      default:
        return false;
    }
  }

  async #ask(): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const query = new URLSearchParams({ q: this.#field.value.trim(), lang: document.documentElement.lang });
    try {
      const response = await fetch(`/forslag?${query}`, { signal: running.signal });
      if (!response.ok) throw new Error(`${response.status}`);
      const answer = (await response.json()) as Answer;
      if (!running.signal.aborted) this.#show(answer);
    } catch {
      // Suggestions are a help: without them the field searches all the same.
      if (!running.signal.aborted) this.#close();
    }
  }

  #show({ groups, announcement }: Answer): void {
    let count = 0;
    this.#mark(undefined);
    this.#list.replaceChildren(
      ...groups.map(({ title, items }, index) => {
        const heading = element('div', { id: `${this.#list.id}-gruppe-${index}`, role: 'presentation' }, title);
        const options = items.map(({ label, hint, href }) => {
          const id = `${this.#list.id}-${count++}`;
          const option = element('div', { id, role: 'option', 'aria-selected': 'false', 'data-href': href }, label);
          if (hint) option.append(' ', element('small', {}, hint));
          return option;
        });
        const group = element('div', { role: 'group', 'aria-labelledby': heading.id });
        group.append(heading, ...options);
        return group;
      }),
    );
    if (count > 0) this.#open();
    else this.#close();
    this.#announce(announcement);
  }

  #open(): void {
    this.#list.hidden = false;
    this.#field.setAttribute('aria-expanded', 'true');
  }

  readonly #close = (): void => {
    this.#stop();
    this.#mark(undefined);
    this.#list.hidden = true;
    this.#field.setAttribute('aria-expanded', 'false');
    this.#announce('');
  };

  /** Nothing that was asked for before is shown any more. */
  #stop(): void {
    clearTimeout(this.#typing);
    this.#running?.abort();
  }

  #mark(option: HTMLElement | undefined): void {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option;
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#field.setAttribute('aria-activedescendant', option.id);
    else this.#field.removeAttribute('aria-activedescendant');
  }

  #follow(option: Element | null): void {
    const href = option?.getAttribute('data-href');
    if (!href) return;
    this.#close();
    location.assign(href);
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  #announce(words: string): void {
    const status = this.querySelector('[aria-live]');
    if (status) status.textContent = words;
  }
}

/** The next option; one step beyond either end is the field itself. */
function stepped(options: HTMLElement[], at: number, step: 1 | -1): HTMLElement | undefined {
  const places = options.length + 1;
  return options[((at + 1 + step + places) % places) - 1];
}

function element(name: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.textContent = text;
  return made;
}
