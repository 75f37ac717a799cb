import type { SlotStep } from '#domain/slots/steps.ts';
import { memberPath } from './member-page.ts';

/** The last step is to look at it all, and to publish. */
export type DraftPage = SlotStep | 'check';

/** How each step is called in addresses. */
const IN_ADDRESSES: Record<DraftPage, string> = {
  scheme: 'ordning',
  work: 'opgaver',
  hours: 'timer',
  place: 'sted',
  support: 'stoette',
  rules: 'regler',
  check: 'tjek',
};

/** Asks a step to say at once what it lacks. */
export const LACKING = 'mangler';

/** Pages of a draft, of a published slot, and of all of them, without the language. @param slug the organisation's */
export const slotsPath = (slug: string, rest = ''): string => `${memberPath(slug, 'pladser')}${rest}`;
export const draftPath = (slug: string, draft: number, page: DraftPage): string =>
  slotsPath(slug, `/kladde/${draft}/${IN_ADDRESSES[page]}`);
export const slotPath = (slug: string, slot: number, page: '' | '/ret' | '/vitas' = ''): string =>
  slotsPath(slug, `/${slot}${page}`);
/** Where a key from an e-mail leads. */
export const slotKeyPath = (key: string): string => `/plads?noegle=${encodeURIComponent(key)}`;

export const stepOfAddress = (name: string | undefined): DraftPage | undefined =>
  (Object.keys(IN_ADDRESSES) as DraftPage[]).find((page) => IN_ADDRESSES[page] === name);

/** The number in an address. What is none is the number of nothing. */
export const numberOf = (parameter: string | undefined): number =>
  /^\d{1,12}$/.test(parameter ?? '') ? Number(parameter) : -1;
