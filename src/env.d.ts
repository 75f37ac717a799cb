declare namespace App {
  interface Locals {
    locale: import('#i18n/index.ts').Locale;
    t: import('#i18n/index.ts').Translate;
    /** Whether any organisation in the directory is invented: every page then says so. */
    demo: boolean;
    /** Who signed in, with the roles of this very request. */
    viewer?: import('#domain/accounts/viewer.ts').Viewer | undefined;
    /** Of the session, where somebody signed in. */
    sessionId?: number | undefined;
    /** A line left by what was done just before. */
    notice?: import('#lib/forms.ts').Notice | undefined;
    /** The form that could not be taken, for the page to show it again. */
    sentForm?: import('#lib/form-state.ts').SentForm | undefined;
  }
}
