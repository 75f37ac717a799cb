/** Fewer guesses than this and a password is among the first that are tried: 3 of zxcvbn's scores from 0 to 4. */
const LEAST_SCORE = 3;

/**
 * Whether a password is made of what everybody uses: common passwords, alone or strung together, rows of keys, years,
 * the reader's own name.
 *
 * @param own words that are no secret here: name, address
 * @see https://github.com/zxcvbn-ts/zxcvbn whose list of common passwords this goes by
 */
export async function isCommon(password: string, own: string[]): Promise<boolean> {
  checker ??= makeChecker();
  return (await checker).check(password, own.flatMap(parts)).score < LEAST_SCORE;
}

let checker: ReturnType<typeof makeChecker> | undefined;

/** Read when it is first needed: the lists take a moment. */
async function makeChecker() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/** "Birgit Holm": as it is, in one word, and each word. */
function parts(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  return [text, words.join(''), ...words].filter((part) => part.length > 2);
}
