export interface Part {
  text: string;
  hit: boolean;
}

/** Cuts a text into parts, those that a searched word explains marked as hits. */
export function markHits(text: string, searched: string): Part[] {
  const words = searched.trim().split(/\s+/).filter(Boolean).map(literally);
  if (words.length === 0) return [{ text, hit: false }];
  return text
    .split(new RegExp(`(${words.join('|')})`, 'iu'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

function literally(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
