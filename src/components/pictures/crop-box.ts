type Side = 'left' | 'top' | 'width' | 'height';
type Crop = Record<Side, number>;

/** Draws the part of a picture that the fields name, and fills in the fields where the part is drawn by pointer. */
export class CropBox extends HTMLElement {
  readonly #parts: Record<string, Crop> = JSON.parse(this.dataset.parts ?? '{}');
  readonly #least = Number(this.dataset.least);
  readonly #drawing = this.querySelector('svg') as SVGSVGElement;
  readonly #name = this.querySelector<HTMLSelectElement>('[name="part"]');

  connectedCallback(): void {
    this.addEventListener('input', (event) => {
      const part = event.target === this.#name ? this.#parts[this.#name?.value ?? ''] : undefined;
      if (part) this.#fill(part);
      else if (event.target !== this.#name && this.#name) this.#name.value = 'own';
      this.#draw();
    });
    this.#drawing.addEventListener('pointerdown', (event) => this.#drag(event));
    this.#draw();
  }

  /** Inside the frame it is moved; outside, another is drawn. */
  #drag(start: PointerEvent): void {
    start.preventDefault();
    const before = this.#crop();
    const from = this.#at(start);
    const isInside =
      from.x > before.left &&
      from.x < before.left + before.width &&
      from.y > before.top &&
      from.y < before.top + before.height;
    const isWhole = before.width === 100 && before.height === 100;
    const moves = isInside && !isWhole;
    this.#drawing.setPointerCapture(start.pointerId);
    const follow = (event: PointerEvent) => {
      const to = this.#at(event);
      if (moves) this.#moveTo(before, to.x - from.x, to.y - from.y);
      else if (Math.hypot(to.x - from.x, to.y - from.y) > 2) this.#fill(this.#between(from, to));
      if (this.#name) this.#name.value = 'own';
      this.#draw();
    };
    this.#drawing.addEventListener('pointermove', follow);
    const end = () => this.#drawing.removeEventListener('pointermove', follow);
    this.#drawing.addEventListener('pointerup', end, { once: true });
    this.#drawing.addEventListener('pointercancel', end, { once: true });
  }

  #moveTo({ left, top, width, height }: Crop, x: number, y: number): void {
    this.#fill({ left: within(left + x, 0, 100 - width), top: within(top + y, 0, 100 - height), width, height });
  }

  #between(a: Point, b: Point): Crop {
    const width = Math.max(this.#least, Math.abs(a.x - b.x));
    const height = Math.max(this.#least, Math.abs(a.y - b.y));
    const left = within(Math.min(a.x, b.x), 0, 100 - width);
    return { left, top: within(Math.min(a.y, b.y), 0, 100 - height), width, height };
  }

  /** Where the pointer is, in hundredths of the picture. */
  #at(event: PointerEvent): Point {
    const { width, height } = this.#drawing.viewBox.baseVal;
    const matrix = this.#drawing.getScreenCTM()?.inverse();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return { x: within((point.x / width) * 100, 0, 100), y: within((point.y / height) * 100, 0, 100) };
  }

  #field = (side: Side) => this.querySelector<HTMLInputElement>(`[name="crop.${side}"]`);

  #crop(): Crop {
    const value = (side: Side) => within(Number(this.#field(side)?.value), 0, 100);
    return { left: value('left'), top: value('top'), width: value('width'), height: value('height') };
  }

  /** Whole numbers that stay within the picture. */
  #fill(crop: Crop): void {
    const [left, top] = [Math.round(crop.left), Math.round(crop.top)];
    const width = Math.min(Math.round(crop.width), 100 - left);
    const height = Math.min(Math.round(crop.height), 100 - top);
    for (const [side, value] of Object.entries({ left, top, width, height })) {
      const field = this.#field(side as Side);
      if (field) field.value = String(value);
    }
  }

  #draw(): void {
    const { width, height } = this.#drawing.viewBox.baseVal;
    const crop = this.#crop();
    const [x, y, w, h] = [crop.left * width, crop.top * height, crop.width * width, crop.height * height].map(
      (value) => value / 100,
    ) as [number, number, number, number];
    const part = this.#drawing.querySelector('.part');
    for (const [name, value] of Object.entries({ x, y, width: w, height: h })) part?.setAttribute(name, String(value));
    this.#drawing.querySelector('.shade')?.setAttribute('d', `M0 0H${width}V${height}H0ZM${x} ${y}h${w}v${h}h${-w}Z`);
  }
}

interface Point {
  x: number;
  y: number;
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value || 0));
