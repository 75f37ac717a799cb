/** Lets a marker and its card point at each other, and hands the map to Leaflet where a tile server is named. */
export class ResultsMap extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details');
    if (!details) return;
    details.addEventListener('toggle', () => {
      if (details.open) void this.#showTiles();
    });
    for (const type of ['pointerover', 'focusin']) document.addEventListener(type, this.#mark);
  }

  disconnectedCallback(): void {
    for (const type of ['pointerover', 'focusin']) document.removeEventListener(type, this.#mark);
  }

  readonly #mark = (event: Event): void => {
    const id = placeOf(event.target as Element);
    for (const marked of document.querySelectorAll('.marked')) marked.classList.remove('marked');
    if (!id) return;
    for (const part of document.querySelectorAll(`[data-place="${id}"], [data-marker="${id}"]`))
      part.classList.add('marked');
  };

  async #showTiles(): Promise<void> {
    const { tiles, attribution } = this.dataset;
    const frame = this.querySelector<HTMLElement>('.frame');
    if (!tiles || !frame || frame.dataset.tiles) return;
    frame.dataset.tiles = 'shown';
    const { showTileMap } = await import('./tile-map.ts');
    showTileMap(frame, tiles, attribution ?? '');
  }
}

function placeOf(element: Element): string | undefined {
  const place = element.closest<HTMLElement | SVGElement>('[data-place], [data-marker]');
  return place?.dataset.place ?? place?.dataset.marker;
}
