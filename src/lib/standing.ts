/**
 * Where a page stands to one of the ways in: `page` on the page itself, `true` anywhere below it, for `aria-current`.
 *
 * @param path of the page, without its language  @param door path of the way in
 */
export function standing(path: string, door: string): 'page' | 'true' | undefined {
  const here = path.split('?')[0] ?? path;
  if (here === door) return 'page';
  return here.startsWith(`${door}/`) ? 'true' : undefined;
}
