const EARTH_RADIUS_KM = 6371;

/** One spelling for a place name however it is typed: `Hvalsø`, `hvalsoe` and `hvalso`; `Århus` and `Aarhus`. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/aa|å/g, 'a')
    .replaceAll(/oe|ø|ö/g, 'o')
    .replaceAll(/ae|æ|ä/g, 'e')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether a point lies inside an outline: a ray from it crosses the rings an odd number of times (holes included). */
export function liesWithin(outline: [number, number][][], point: { lat: number; lng: number }): boolean {
  let inside = false;
  for (const ring of outline) {
    for (const [index, [lng, lat]] of ring.entries()) {
      const [nextLng, nextLat] = ring[(index + 1) % ring.length] as [number, number];
      const crosses = lat > point.lat !== nextLat > point.lat;
      if (crosses && point.lng < ((nextLng - lng) * (point.lat - lat)) / (nextLat - lat) + lng) inside = !inside;
    }
  }
  return inside;
}

/** Great-circle distance in kilometres. */
export function distanceKm(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const rad = Math.PI / 180;
  const lat = Math.sin(((b.lat - a.lat) * rad) / 2);
  const lng = Math.sin(((b.lng - a.lng) * rad) / 2);
  const h = lat * lat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * lng * lng;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}
