/**
 * One spelling for a text however it is typed: `grøn`, `groen` and `gron`; `Aarhus` and `Århus`; `æble` and `aeble`.
 * Both what is indexed and what is searched for go through it, so both foldings meet in the middle.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/å|aa/g, 'a')
    .replaceAll(/ø|ö|oe/g, 'o')
    .replaceAll(/æ|ä|ae/g, 'e')
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '');
}

/** The words of a folded text: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The digits of a CVR number (8) or P-number (10) typed with spaces, dots or `DK`; otherwise nothing. */
export function codeOf(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^DK/i, '')
    .replaceAll(/[\s.-]/g, '');
  return /^(\d{8}|\d{10})$/.test(digits) ? digits : undefined;
}
