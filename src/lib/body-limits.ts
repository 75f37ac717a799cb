/* How much a request may bring along. Known to the front, to the framework's settings and to the forms. */

const MB = 1024 * 1024;

/** Forms hold text, never more. */
export const FORM_BYTES = MB;

/** A picture or a document of 10 MB, and the fields beside it. */
export const UPLOAD_BYTES = 10 * MB + 64 * 1024;

/** Pages with a form that takes a file. Everywhere else a form is text. */
export const takesUploads = (path: string): boolean => UPLOAD_PAGES.test(path);

const UPLOAD_PAGES = /^\/(?:en\/)?medlem\/[a-z0-9-]+\/(?:profil\/billeder|loefter\/(?:ny|\d+))$/;

/** Stands in a form in the place of a file that was too large to be read, so that all else of it can be kept. */
export const TOO_LARGE = 'too-large';
