import { distanceKm } from '#domain/places/rules.ts';
import { Bits, list } from './ids.ts';

export interface Area {
  lat: number;
  lng: number;
  radiusKm: number;
}

/** Cells of about two and a half kilometres: postcodes fall into one or two. */
const PER_DEGREE = { lat: 45, lng: 25 };
const KM_PER_DEGREE = 111.2;
const NOWHERE = 0;

/**
 * Where all documents are: for each the number of its cell in a grid. Most cells lie wholly inside or outside of an area,
 * so only the documents in the cells on its border have to be measured.
 */
export class Cells {
  readonly #numbers = new Map<number, number>();
  /** South-western corners; number 0 is for documents without a place. */
  readonly #corners: { lat: number; lng: number }[] = [{ lat: Number.NaN, lng: Number.NaN }];
  codes: Uint16Array | Uint32Array;
  /** The documents cell by cell, and where each cell's begin; made when somebody asks after a change. */
  #byCell: { ids: Int32Array; begins: Uint32Array } | undefined;
  lat: Float32Array;
  lng: Float32Array;

  constructor(size: number) {
    this.codes = new Uint16Array(size);
    this.lat = new Float32Array(size);
    this.lng = new Float32Array(size);
  }

  set(id: number, lat: number | null, lng: number | null): void {
    this.#byCell = undefined;
    this.codes[id] = lat === null || lng === null ? NOWHERE : this.#numberOf(lat, lng);
    this.lat[id] = lat ?? Number.NaN;
    this.lng[id] = lng ?? Number.NaN;
  }

  grow(size: number): void {
    this.#byCell = undefined;
    const codes = this.codes instanceof Uint16Array ? new Uint16Array(size) : new Uint32Array(size);
    codes.set(this.codes);
    this.codes = codes;
    const [lat, lng] = [new Float32Array(size), new Float32Array(size)];
    lat.set(this.lat);
    lng.set(this.lng);
    this.lat = lat;
    this.lng = lng;
  }

  distanceKm(id: number, area: Area): number {
    return distanceKm(area, { lat: this.lat[id] as number, lng: this.lng[id] as number });
  }

  /** Whole metres to a document, as on a flat map: near enough for an order, and a tenth of the cost. */
  metresTo(area: Area): (id: number) => number {
    const { lat, lng } = this;
    const perLng = Math.cos(area.lat * (Math.PI / 180)) * KM_PER_DEGREE * 1000;
    const perLat = KM_PER_DEGREE * 1000;
    return (id) => {
      const north = ((lat[id] as number) - area.lat) * perLat;
      const east = ((lng[id] as number) - area.lng) * perLng;
      return Math.round(Math.sqrt(north * north + east * east));
    };
  }

  /** The documents of these within the area, written into `into`, which may be where they are. */
  within(area: Area, ids: Int32Array, into: Int32Array): Int32Array {
    const reach = this.#reachOf(area);
    let kept = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const cell = reach[this.codes[id] as number] as number;
      if (cell === INSIDE || (cell === BORDER && this.distanceKm(id, area) <= area.radiusKm)) into[kept++] = id;
    }
    return into.subarray(0, kept);
  }

  /** The same of all documents that are present, by the cells within reach only. */
  allWithin(area: Area, present: Bits, size: number, into: Int32Array): Int32Array {
    const { ids, begins } = this.#cellByCell();
    const found = new Bits(size);
    for (const [cell, reach] of this.#reachOf(area).entries()) {
      if (reach === OUTSIDE) continue;
      for (let at = begins[cell] as number; at < (begins[cell + 1] as number); at++) {
        const id = ids[at] as number;
        if (present.has(id) && (reach === INSIDE || this.distanceKm(id, area) <= area.radiusKm)) found.add(id);
      }
    }
    return into.subarray(0, list(found, into));
  }

  #cellByCell(): { ids: Int32Array; begins: Uint32Array } {
    if (this.#byCell) return this.#byCell;
    const { codes } = this;
    const begins = new Uint32Array(this.#corners.length + 1);
    for (let id = 0; id < codes.length; id++) {
      const next = (codes[id] as number) + 1;
      begins[next] = (begins[next] as number) + 1;
    }
    for (let cell = 1; cell < begins.length; cell++)
      begins[cell] = (begins[cell] as number) + (begins[cell - 1] as number);
    const ids = new Int32Array(codes.length);
    const next = begins.slice();
    for (let id = 0; id < codes.length; id++) {
      const cell = codes[id] as number;
      const at = next[cell] as number;
      ids[at] = id;
      next[cell] = at + 1;
    }
    this.#byCell = { ids, begins };
    return this.#byCell;
  }

  /** For each cell whether it lies inside the area, outside, or on its border. */
  #reachOf(area: Area): Uint8Array {
    const latReach = area.radiusKm / KM_PER_DEGREE;
    const lngReach = latReach / Math.max(0.01, Math.cos((Math.abs(area.lat) + latReach) * (Math.PI / 180)));
    return Uint8Array.from(this.#corners, ({ lat, lng }) => {
      const [north, east] = [lat + 1 / PER_DEGREE.lat, lng + 1 / PER_DEGREE.lng];
      const near =
        lat <= area.lat + latReach &&
        north >= area.lat - latReach &&
        lng <= area.lng + lngReach &&
        east >= area.lng - lngReach;
      if (!near) return OUTSIDE;
      const corners = [lat, north].flatMap((cornerLat) =>
        [lng, east].map((cornerLng) => ({ lat: cornerLat, lng: cornerLng })),
      );
      return corners.every((corner) => distanceKm(area, corner) < area.radiusKm) ? INSIDE : BORDER;
    });
  }

  #numberOf(lat: number, lng: number): number {
    const [row, column] = [Math.floor(lat * PER_DEGREE.lat), Math.floor(lng * PER_DEGREE.lng)];
    const key = row * 100_000 + column;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#corners.length;
    this.#corners.push({ lat: row / PER_DEGREE.lat, lng: column / PER_DEGREE.lng });
    this.#numbers.set(key, number);
    if (number > 0xffff && this.codes instanceof Uint16Array) this.codes = Uint32Array.from(this.codes);
    return number;
  }
}

const OUTSIDE = 0;
const INSIDE = 1;
const BORDER = 2;
