/** What the advice depends on and a short address can carry. */
const ASKED = /^(?:scheme|hoursMax|weeks|positions|ladder\.\d+\.\w+|answers\.(?!paidTasks|unpaidTasks).+)$/;
const TYPING_PAUSE_MS = 400;

/** Asks for the advice again after each change of the form; an answer that was overtaken is dropped. */
export class LiveAdvice extends HTMLElement {
  #running: AbortController | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#form?.addEventListener('input', this.#onInput);
  }

  disconnectedCallback(): void {
    this.#form?.removeEventListener('input', this.#onInput);
    clearTimeout(this.#typing);
    this.#running?.abort();
  }

  get #form(): HTMLFormElement | null {
    return document.querySelector<HTMLFormElement>(`#${CSS.escape(this.dataset.form ?? '')}`);
  }

  readonly #onInput = (event: Event): void => {
    if (!ASKED.test((event.target as HTMLInputElement).name)) return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#ask(), TYPING_PAUSE_MS);
  };

  async #ask(): Promise<void> {
    const form = this.#form;
    if (!form) return;
    const asked = [...new FormData(form)].filter(([name]) => ASKED.test(name)) as [string, string][];
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    // Advice that does not come leaves the old one standing: the form itself says what is wrong when it is sent.
    const response = await fetch(`${this.dataset.address}?${new URLSearchParams(asked)}`, {
      signal: running.signal,
    }).catch(() => undefined);
    const advice = response?.ok ? await response.text().catch(() => undefined) : undefined;
    if (advice !== undefined && !running.signal.aborted) this.innerHTML = advice;
  }
}
