/** The icons in use, by their name in Lucide (ISC): what stands inside the `<svg>` of each. */
const files = import.meta.glob<string>(
  '/node_modules/lucide-static/icons/{accessibility,armchair,arrow-left,arrow-right,badge-check,bell,check,bed,briefcase,building-2,bus,calendar,calendar-clock,chevron-down,chevron-right,circle-alert,circle-check,circle-help,clock,coffee,copy,door-closed,external-link,eye,feather,file-text,globe,graduation-cap,hand,hand-helping,handshake,hard-hat,heart,heart-handshake,hourglass,house,house-heart,images,info,landmark,languages,leaf,list,list-checks,mail,map,map-pin,menu,moon,network,paw-print,pause,pencil,phone,play,printer,qr-code,quote,recycle,refresh-cw,ruler,sandwich,scale,search,share-2,shield-check,sliders-horizontal,sprout,square-parking,store,sun,sunrise,target,thermometer-sun,train-front,trees,trending-up,turtle,user,user-round,user-round-check,users,volume-x,wallet,x}.svg',
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
