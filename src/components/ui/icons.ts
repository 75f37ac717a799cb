/** The icons in use, by their name in Lucide (ISC): what stands inside the `<svg>` of each. */
const files = import.meta.glob<string>(
  '/node_modules/lucide-static/icons/{armchair,arrow-left,arrow-right,badge-check,briefcase,building-2,bus,calendar,calendar-clock,chevron-down,chevron-right,circle-alert,circle-check,clock,external-link,file-text,globe,handshake,heart,heart-handshake,hourglass,house,info,landmark,languages,leaf,list,mail,map,map-pin,menu,moon,network,phone,printer,scale,search,sliders-horizontal,sprout,store,sun,target,trending-up,users,volume-x,x}.svg',
  { query: '?raw', import: 'default', eager: true },
);

const icons = new Map(Object.entries(files).map(([file, svg]) => [nameOf(file), innerOf(svg)]));

/** Shapes of the icon, or of a plain circle for a name in the reference data that nobody added to the list above. */
export function iconShapes(name: string): string {
  return icons.get(name) ?? '<circle cx="12" cy="12" r="8"/>';
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.svg'.length);
}

function innerOf(svg: string): string {
  return svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replaceAll(/\s*\n\s*/g, '');
}
