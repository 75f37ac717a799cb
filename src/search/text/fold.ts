/**
 * One spelling for a word however it is typed: `grøn`, `groen` and `gron`; `Aarhus` and `Århus`; `æble` and `aeble`;
 * `fleksjob` and `flexjob`. What is indexed and what is searched for both go through it, so that the two ways of
 * typing Danish letters without a Danish keyboard meet in the middle.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replaceAll(/å|aa/g, 'a')
    .replaceAll(/ø|ö|oe/g, 'o')
    .replaceAll(/æ|ä|ae/g, 'e')
    .replaceAll(/\Bx/g, 'ks')
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '');
}

/** Nothing in it that folding changes. */
const PLAIN = /^(?:a(?![ae])|o(?!e)|[b-np-wyz0-9 ])*$/;

/** The spelling as it stands, but for what no Dane tells apart: capitals, and `aa` for `å`. */
export function spelling(word: string): string {
  const lower = word.toLowerCase();
  const composed = COMPOSED.test(lower) ? lower : lower.normalize('NFC');
  return composed.includes('aa') ? composed.replaceAll('aa', 'å') : composed;
}

/** Letters of western Europe, each as one. */
const COMPOSED = /^[^\u0100-\uffff]*$/;
