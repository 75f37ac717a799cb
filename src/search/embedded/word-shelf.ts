/** Words of one length: their letters one after the other, and for each word which letters it has, once and again. */
export class WordShelf {
  readonly #length: number;
  #count = 0;
  #letters = new Uint8Array(0);
  /** One bit for each letter that is there, and one for each that is there at least twice; two numbers a word. */
  #sets = new Uint32Array(0);
  /** Words with letters that take more than a byte: few, so all of them are alike. */
  readonly #others: string[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  add(word: string): void {
    if (!ONE_BYTE_LETTERS.test(word)) {
      this.#others.push(word);
      return;
    }
    const length = this.#length;
    if ((this.#count + 1) * 2 > this.#sets.length) {
      const room = Math.ceil(this.#count * 1.5) + 16;
      this.#letters = copied(this.#letters, new Uint8Array(room * length));
      this.#sets = copied(this.#sets, new Uint32Array(room * 2));
    }
    for (let at = 0; at < length; at++) this.#letters[this.#count * length + at] = word.charCodeAt(at);
    const [once, again] = setsOf(word);
    this.#sets[this.#count * 2] = once;
    this.#sets[this.#count * 2 + 1] = again;
    this.#count++;
  }

  /** The words that can have so few typing errors between them and this one, by their letters: most cannot. */
  alike(word: string, most: number): string[] {
    const [once, again] = setsOf(word);
    // A letter that is gone changes one bit, and so does one that is there instead.
    const changes = 2 * most;
    const sets = this.#sets;
    const found = [...this.#others];
    for (let at = 0; at < this.#count * 2; at += 2) {
      if (bitsIn((sets[at] as number) ^ once) + bitsIn((sets[at + 1] as number) ^ again) > changes) continue;
      const from = (at / 2) * this.#length;
      found.push(String.fromCharCode(...this.#letters.subarray(from, from + this.#length)));
    }
    return found;
  }
}

const ONE_BYTE_LETTERS = /^[^\u0100-\uffff]*$/;

/** Letters share bits where there are more than 32: then two words only seem more alike than they are. */
function setsOf(word: string): [once: number, again: number] {
  let [once, again] = [0, 0];
  for (let at = 0; at < word.length; at++) {
    const bit = 1 << (word.charCodeAt(at) & 31);
    again |= once & bit;
    once |= bit;
  }
  return [once >>> 0, again >>> 0];
}

function bitsIn(letters: number): number {
  let bits = letters - ((letters >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function copied<Column extends Uint8Array | Uint32Array>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
