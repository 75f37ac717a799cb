import 'leaflet/dist/leaflet.css';
import { divIcon, latLngBounds, map, marker, tileLayer } from 'leaflet';

/** Replaces the drawn map in `frame` by one with tiles, showing the same places. Loaded only where tiles are configured. */
export function showTileMap(frame: HTMLElement, tiles: string, attribution: string): void {
  const places = [...frame.querySelectorAll<SVGElement>('[data-lat]')].map((place) => ({
    id: place.dataset.marker ?? '',
    lat: Number(place.dataset.lat),
    lng: Number(place.dataset.lng),
    name: place.getAttribute('aria-label') ?? '',
    count: place.querySelector('.count')?.textContent ?? '',
  }));
  const drawn = frame.querySelector('svg');
  const holder = document.createElement('div');
  holder.className = 'tiles';
  drawn?.replaceWith(holder);
  const shown = map(holder, { scrollWheelZoom: false });
  tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(shown);
  for (const place of places) {
    const icon = divIcon({
      className: 'tile-marker',
      html: document.createTextNode(place.count) as unknown as HTMLElement,
      iconSize: [28, 28],
    });
    const pin = marker([place.lat, place.lng], { icon, title: place.name, alt: place.name, keyboard: true }).addTo(
      shown,
    );
    pin.getElement()?.setAttribute('data-marker', place.id);
    pin.on('click keypress', () => document.getElementById(`sted-${place.id}`)?.scrollIntoView());
  }
  shown.fitBounds(latLngBounds(places.map(({ lat, lng }) => [lat, lng])).pad(0.15), { maxZoom: 14 });
}
