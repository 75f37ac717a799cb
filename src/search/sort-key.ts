/**
 * A key that sorts a name as the Danish alphabet does when keys are compared letter by letter, which is all that an
 * outside engine can do: æ, ø and å last, `aa` together with `å`, accents and signs left aside, numbers by size.
 */
export function sortKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/å|aa/g, 'zzzc')
    .replaceAll(/ø|ö/g, 'zzzb')
    .replaceAll(/æ|ä/g, 'zzza')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9 ]/g, '')
    .replaceAll(/\d+/g, (digits) => digits.padStart(8, '0'))
    .replaceAll(/ +/g, ' ')
    .trim();
}
