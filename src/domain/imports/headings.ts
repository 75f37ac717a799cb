/** How the columns of a member list are headed, in Danish and English, before case and signs are taken away. */
export const MEMBER_COLUMNS = {
  cvr: [
    'cvr',
    'cvr-nr',
    'cvr-nummer',
    'cvr nr',
    'cvrnr',
    'se-nr',
    'vat',
    'vat number',
    'company number',
    'registration number',
  ],
  name: [
    'navn',
    'name',
    'firmanavn',
    'firma',
    'virksomhed',
    'virksomhedsnavn',
    'virksomhedens navn',
    'organisation',
    'company',
    'company name',
    'medlem',
    'medlemsnavn',
  ],
  pNumber: [
    'p_nummer',
    'p-nummer',
    'p-nr',
    'pnr',
    'produktionsenhed',
    'produktionsenhedsnummer',
    'p number',
    'production unit',
  ],
  address: ['adresse', 'address', 'gade', 'vej', 'vejnavn', 'gadeadresse', 'street', 'street address', 'besøgsadresse'],
  postcode: ['postnr', 'postnummer', 'post nr', 'postcode', 'post code', 'zip', 'zip code', 'postal code'],
  town: ['by', 'bynavn', 'postdistrikt', 'poststed', 'town', 'city'],
  website: ['hjemmeside', 'website', 'web', 'url', 'www', 'webside', 'webadresse', 'homepage'],
  email: ['email', 'e-mail', 'mail', 'e-mailadresse', 'mailadresse', 'email address', 'e-post'],
  phone: [
    'telefon',
    'tlf',
    'tlf nr',
    'tlfnr',
    'telefonnummer',
    'telefonnr',
    'mobil',
    'mobilnummer',
    'phone',
    'phone number',
    'telephone',
    'mobile',
  ],
  description: ['beskrivelse', 'description', 'om', 'om virksomheden', 'profil', 'tekst', 'about'],
  sector: ['sektor', 'sector', 'type', 'virksomhedstype', 'organisationstype'],
  branch: ['branche', 'branch', 'branchebetegnelse', 'branchetekst', 'fag', 'industry', 'trade'],
  since: [
    'medlem_fra',
    'medlem fra',
    'medlem siden',
    'medlemsdato',
    'indmeldt',
    'indmeldelsesdato',
    'indmeldelse',
    'member since',
    'member from',
    'joined',
  ],
  goals: ['verdensmål', 'fn verdensmål', 'fns verdensmål', 'sdg', 'sdgs', 'goals', 'world goals', 'un goals'],
  contactName: ['kontaktperson', 'kontakt', 'contact', 'contact person', 'contact name', 'kontaktnavn'],
  lat: ['breddegrad', 'latitude', 'lat'],
  lng: ['længdegrad', 'longitude', 'lng', 'lon'],
} as const;

/** The same for a list of slots. */
export const SLOT_COLUMNS = {
  cvr: MEMBER_COLUMNS.cvr,
  pNumber: MEMBER_COLUMNS.pNumber,
  title: ['titel', 'title', 'plads', 'stillingsbetegnelse', 'job', 'jobtitel'],
  scheme: ['ordning', 'scheme', 'tilbud', 'type'],
  occupation: ['stilling', 'occupation', 'fag', 'jobfunktion'],
  tasks: ['opgaver', 'tasks', 'arbejdsopgaver', 'beskrivelse', 'description'],
  hoursMin: ['timer_min', 'timer min', 'min timer', 'timer fra', 'hours min', 'hours from', 'min hours'],
  hoursMax: [
    'timer_max',
    'timer max',
    'timer maks',
    'max timer',
    'maks timer',
    'timer til',
    'hours max',
    'hours to',
    'max hours',
  ],
  weeks: ['uger', 'længde', 'længde uger', 'længde i uger', 'varighed', 'weeks', 'length weeks'],
  positions: ['pladser', 'antal', 'antal pladser', 'positions', 'number'],
  filled: ['besatte', 'optaget', 'optagede', 'filled'],
  startsOn: ['start', 'startdato', 'starter', 'start date', 'starts'],
  expiresOn: ['udløb', 'udløber', 'udløbsdato', 'frist', 'expires', 'expiry', 'expiry date', 'deadline'],
  support: ['støtte', 'støttefakta', 'støtte på stedet', 'hensyn', 'support', 'support facts'],
  leadsToJob: ['fører_til_job', 'fører til job', 'kan føre til job', 'leads to job', 'can lead to job'],
  contactName: MEMBER_COLUMNS.contactName,
  ladder: ['trin', 'timetrappe', 'timer trin', 'ladder', 'hours ladder', 'steps'],
} as const;

/** Columns that an earlier report added to the list: known, and without meaning. */
const REPORT_COLUMNS = ['række', 'fejl', 'row', 'problem'];

export function isReportColumn(heading: string): boolean {
  return REPORT_COLUMNS.some((column) => headingKey(column) === headingKey(heading));
}

export interface ReadHeadings<Field extends string> {
  /** Which column holds each field. */
  columns: Map<Field, number>;
  /** Headings that say nothing to us: named in the report and left alone. */
  unknown: string[];
  /** Headings of a field that has a column already. */
  repeated: string[];
}

export function readHeadings<Field extends string>(
  headings: string[],
  known: Record<Field, readonly string[]>,
): ReadHeadings<Field> {
  const fields = new Map<string, Field>();
  for (const [field, spellings] of Object.entries(known) as [Field, readonly string[]][]) {
    for (const spelling of spellings) if (!fields.has(headingKey(spelling))) fields.set(headingKey(spelling), field);
    fields.set(headingKey(field), field);
  }
  const read: ReadHeadings<Field> = { columns: new Map(), unknown: [], repeated: [] };
  for (const [index, heading] of headings.entries()) {
    const field = fields.get(headingKey(heading));
    if (!field) {
      if (heading !== '' && !isReportColumn(heading)) read.unknown.push(heading);
    } else if (read.columns.has(field)) read.repeated.push(heading);
    else read.columns.set(field, index);
  }
  return read;
}

/** `CVR-nr.`, `cvr nr` and `CVRNR` are one heading. */
function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
