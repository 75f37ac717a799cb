import type { Box, Point } from './map.ts';

export interface MapLabel extends Point {
  text: string;
  anchor: 'start' | 'end' | 'middle';
}

interface Wish extends Point {
  text: string;
  /** Half of what stands at the point already, so that the label goes beside it; 0 puts the label onto the point. */
  clear: number;
}

/** Average width of a letter, in ems. */
const LETTER = 0.56;

/**
 * Places labels so that none covers another or a marker: right of its point, else left of it, else not at all. The
 * first ones wished for have the best chances.
 *
 * @param size font size in map units
 */
export function placeLabels(wishes: Wish[], taken: Box[], frame: Box, size: number): MapLabel[] {
  const occupied = [...taken];
  return wishes.flatMap((wish) => {
    const width = wish.text.length * LETTER * size;
    const candidates: { anchor: MapLabel['anchor']; x: number; left: number }[] =
      wish.clear === 0
        ? [{ anchor: 'middle', x: wish.x, left: wish.x - width / 2 }]
        : [
            { anchor: 'start', x: wish.x + wish.clear, left: wish.x + wish.clear },
            { anchor: 'end', x: wish.x - wish.clear, left: wish.x - wish.clear - width },
          ];
    for (const { anchor, x, left } of candidates) {
      const box = { x: left, y: wish.y - size * 0.6, width, height: size * 1.2 };
      if (!contains(frame, box) || occupied.some((other) => overlap(box, other))) continue;
      occupied.push(box);
      return [{ text: wish.text, anchor, x, y: wish.y + size * 0.35 }];
    }
    return [];
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(frame: Box, box: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}
