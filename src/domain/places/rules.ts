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

/** Great-circle distance in kilometres. */
export function distanceKm(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const rad = Math.PI / 180;
  const lat = Math.sin(((b.lat - a.lat) * rad) / 2);
  const lng = Math.sin(((b.lng - a.lng) * rad) / 2);
  const h = lat * lat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * lng * lng;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}
