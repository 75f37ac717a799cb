/** What would help a visitor of an organisation's page. The words stand in the texts (`profile.help.…`). */
export type ProfileHelp =
  | 'description'
  | 'place'
  | 'contact'
  | 'offers'
  | 'slot-or-willing'
  | 'commitment'
  | 'picture'
  | 'logo'
  | 'website';

/** Shorter than this says little. */
const SHORT_DESCRIPTION = 80;

/**
 * What is not there yet and would help, what helps most first. An organisation lacks nothing by an empty list and is
 * worth no less by a long one: it is a list of ideas, not a mark.
 */
export function profileHelps(organisation: {
  description: string;
  website: string | null;
  email: string | null;
  phone: string | null;
  contacts: unknown[];
  offers: unknown[];
  openSlots: number;
  willing: unknown;
  location: unknown;
  commitments: number;
  pictures: { kind: 'logo' | 'picture' }[];
}): ProfileHelp[] {
  const has = (kind: 'logo' | 'picture') => organisation.pictures.some((picture) => picture.kind === kind);
  const there: [ProfileHelp, boolean][] = [
    ['description', organisation.description.length >= SHORT_DESCRIPTION],
    ['place', organisation.location !== null],
    ['contact', organisation.contacts.length > 0 || organisation.email !== null || organisation.phone !== null],
    ['slot-or-willing', organisation.openSlots > 0 || organisation.willing !== null],
    ['offers', organisation.offers.length > 0],
    ['commitment', organisation.commitments > 0],
    ['picture', has('picture')],
    ['logo', has('logo')],
    ['website', organisation.website !== null],
  ];
  return there.flatMap(([help, isThere]) => (isThere ? [] : [help]));
}
