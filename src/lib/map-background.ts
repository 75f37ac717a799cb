import { createHash } from 'node:crypto';
import type { Db } from '#db/open.ts';
import type { Outline } from '#db/schema/places.ts';
import { statement } from '#db/statement.ts';
import { DENMARK, pathOf } from './map.ts';

/** Fifty metres: less than a pixel at the nearest that a map is drawn. */
const RESOLUTION = 5;

export interface MapBackground {
  svg: string;
  /** With a mark of its content, so that browsers may keep it for good. */
  address: string;
}

const drawn = new WeakMap<Db, MapBackground>();

/** The country's municipalities as one picture, drawn once; the own municipality stands out. */
export function mapBackground(db: Db, home: string): MapBackground {
  const known = drawn.get(db);
  if (known) return known;
  const rows = statement<{ code: string; outline: string }>(
    db,
    'select code, outline from municipalities order by code = ?, code',
  ).all(home);
  const paths = rows.map(
    ({ code, outline }) =>
      `<path${code === home ? ' class="home"' : ''} d="${pathOf(JSON.parse(outline) as Outline, RESOLUTION)}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DENMARK.width / RESOLUTION} ${DENMARK.height / RESOLUTION}"><style>${STYLE}</style>${paths.join('')}</svg>`;
  const mark = createHash('sha256').update(svg).digest('base64url').slice(0, 10);
  const background = { svg, address: `/kort/danmark.svg?v=${mark}` };
  drawn.set(db, background);
  return background;
}

/** A picture of its own cannot see the page's tokens; these are their values (styles/tokens.css). */
const STYLE = `
path{fill:#fff;stroke:#cfc8b8;stroke-width:1;vector-effect:non-scaling-stroke;fill-rule:evenodd;stroke-linejoin:round}
.home{fill:#e3f0e8;stroke:#1b5e45;stroke-width:1.75}
@media (prefers-color-scheme:dark){path{fill:#1c2521;stroke:#46554d}.home{fill:#20382d;stroke:#84cfa8}}
@media print{path{fill:#fff;stroke:#999}.home{fill:#eee;stroke:#000}}`;
