import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

interface Question {
  question: string;
  // biome-ignore lint/suspicious/noExplicitAny: the library's own options, made by its other half on the server
  options: any;
}

/**
 * Lets a passkey answer before its form is sent: asks the server for a question, the browser for an answer, and puts
 * both into the form's hidden fields. Where the browser knows no passkeys it stays hidden.
 */
export class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    this.hidden = !browserSupportsWebAuthn();
    this.addEventListener('submit', this.#onSubmit);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (form.reportValidity()) void this.#answer(form);
  };

  async #answer(form: HTMLFormElement): Promise<void> {
    this.#say('');
    try {
      const response = await fetch(this.dataset.from ?? '', { method: 'POST' });
      if (!response.ok) throw new Error(String(response.status));
      const { question, options } = (await response.json()) as Question;
      const start = this.dataset.kind === 'register' ? startRegistration : startAuthentication;
      const answer = await start({ optionsJSON: options });
      this.#field('question').value = question;
      this.#field('answer').value = JSON.stringify(answer);
      form.submit();
    } catch (error) {
      const isKnown = error instanceof Error && error.name === 'InvalidStateError';
      this.#say((isKnown ? this.dataset.known : this.dataset.failed) ?? '');
    }
  }

  #say(words: string): void {
    const line = this.querySelector('[role=alert]');
    if (line) line.textContent = words;
  }

  #field(name: string): HTMLInputElement {
    return this.querySelector(`input[name=${name}]`) as HTMLInputElement;
  }
}
