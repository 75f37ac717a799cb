declare namespace App {
  interface Locals {
    locale: import('#i18n/index.ts').Locale;
    t: import('#i18n/index.ts').Translate;
    /** Whether any organisation in the directory is invented: every page then says so. */
    demo: boolean;
  }
}
