/**
 * The ids that stand from place `from` up to, not with, `to` when all are put in order by their keys, the lowest first,
 * and among equals by id. What stands before and behind is not sorted.
 *
 * @param keys of the ids, in their order; both arrays are shuffled
 */
export function windowOf(ids: Int32Array, keys: Float64Array, count: number, from: number, to: number): number[] {
  const end = Math.min(to, count);
  if (from >= end) return [];
  let low = 0;
  let high = count - 1;
  // Whatever is below the window goes to its left, then the same with its right end.
  partition(ids, keys, low, high, from);
  low = from;
  high = count - 1;
  if (end < count) partition(ids, keys, low, high, end);
  return Array.from({ length: end - from }, (_, index) => from + index)
    .sort((a, b) => (keys[a] as number) - (keys[b] as number) || (ids[a] as number) - (ids[b] as number))
    .map((place) => ids[place] as number);
}

/** Hoare's selection: puts the element that belongs at `place` there, lower ones before it and higher ones behind. */
function partition(ids: Int32Array, keys: Float64Array, from: number, to: number, place: number): void {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    order(ids, keys, low, middle);
    order(ids, keys, low, high);
    order(ids, keys, middle, high);
    const pivotKey = keys[middle] as number;
    const pivotId = ids[middle] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((keys[left] as number) < pivotKey || (keys[left] === pivotKey && (ids[left] as number) < pivotId)) left++;
      while ((keys[right] as number) > pivotKey || (keys[right] === pivotKey && (ids[right] as number) > pivotId))
        right--;
      if (left <= right) swap(ids, keys, left++, right--);
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}

function order(ids: Int32Array, keys: Float64Array, a: number, b: number): void {
  const [keyA, keyB] = [keys[a] as number, keys[b] as number];
  if (keyA > keyB || (keyA === keyB && (ids[a] as number) > (ids[b] as number))) swap(ids, keys, a, b);
}

function swap(ids: Int32Array, keys: Float64Array, a: number, b: number): void {
  const [id, key] = [ids[a] as number, keys[a] as number];
  ids[a] = ids[b] as number;
  keys[a] = keys[b] as number;
  ids[b] = id;
  keys[b] = key;
}
