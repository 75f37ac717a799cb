import type { Outline } from '#db/schema/places.ts';

/*
 * Maps are drawn in one flat coordinate system for the whole country: units of ten metres, east and south of a corner
 * north-west of Skagen. Good enough for showing where things are; nothing is measured in it.
 */

const CORNER = { lat: 58, lng: 8 };
const UNITS_PER_DEGREE = 11_132;
const EAST_SCALE = Math.cos((56 * Math.PI) / 180);

export const DENMARK = { x: 0, y: 0, width: 46_000, height: 39_000 };

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export function project(place: { lat: number; lng: number }): Point {
  return {
    x: Math.round((place.lng - CORNER.lng) * UNITS_PER_DEGREE * EAST_SCALE),
    y: Math.round((CORNER.lat - place.lat) * UNITS_PER_DEGREE),
  };
}

export const kilometres = (km: number): number => km * 100;

/** The part of the country that shows all points with room around them, in the proportions of the picture. */
export function boxAround(points: Point[], options: { aspect: number; leastKm: number; marginShare: number }): Box {
  const left = Math.min(...points.map((point) => point.x));
  const right = Math.max(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  const bottom = Math.max(...points.map((point) => point.y));
  const room = 1 + 2 * options.marginShare;
  const needed = Math.max((right - left) * room, kilometres(options.leastKm));
  const width = Math.max(needed, (bottom - top) * room * options.aspect);
  const height = width / options.aspect;
  return {
    x: Math.round((left + right) / 2 - width / 2),
    y: Math.round((top + bottom) / 2 - height / 2),
    width: Math.round(width),
    height: Math.round(height),
  };
}

export function boxOf(outline: Outline): Box {
  const points = outline.flat().map(([lng, lat]) => project({ lat, lng }));
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
  };
}

/**
 * An SVG path of the outline in steps of `resolution` units. Points that fall onto the one before are left out, and
 * every step is relative, which makes the path short.
 */
export function pathOf(outline: Outline, resolution: number): string {
  return outline.map((ring) => ringPath(ring, resolution)).join('');
}

function ringPath(ring: [number, number][], resolution: number): string {
  const points = ring.map(([lng, lat]) => {
    const { x, y } = project({ lat, lng });
    return { x: Math.round(x / resolution), y: Math.round(y / resolution) };
  });
  const kept = points.filter(
    (point, index) => index === 0 || point.x !== points[index - 1]?.x || point.y !== points[index - 1]?.y,
  );
  if (kept.length < 4) return '';
  const steps = kept.slice(1, -1).map((point, index) => {
    const before = kept[index] as Point;
    const y = point.y - before.y;
    return `${point.x - before.x}${y < 0 ? '' : ' '}${y}`;
  });
  const [first] = kept as [Point];
  return `M${first.x} ${first.y}l${steps.join(' ').replaceAll(' -', '-')}z`;
}
