/**
 * The hard line (DESIGN.md): nothing about citizens, anywhere. What free text may not hold is found here, for every
 * form and every import alike.
 */
export type CitizenData = 'cpr' | 'group';

/** Six digits that are a date (ddmmyy) and four more, as a CPR number is written. */
const CPR = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[-–]?\s?\d{4}(?!\d)/;

/** Benefit groups and diagnoses, as word beginnings: a slot says what it offers, not whom it wants. */
const GROUPS =
  /(?<!\p{L})(kontanthjælp|uddannelseshjælp|sygedagpenge|dagpengemodtager|ressourceforløb|jobafklaring|aktivitetsparat|jobparat|uddannelsesparat|sygemeldt|førtidspensionist|fleksjobvisiteret|matchgruppe|autis|asperger|adhd|depressi|angst|ptsd|skizofren|bipolar|udviklingshæm|demens|misbrug|psykisk syg)/iu;

/**
 * @param text free text; never a P-number or a phone number, which may look like a CPR number by chance
 * @returns what kind of citizen data it holds, or nothing
 */
export function findCitizenData(text: string): CitizenData | undefined {
  if (CPR.test(text)) return 'cpr';
  if (GROUPS.test(text)) return 'group';
  return undefined;
}

export function holdsCprNumber(text: string): boolean {
  return CPR.test(text);
}

/** The text with everything CPR-shaped struck out, for reports that have to show the rest. */
export function withoutCprNumbers(text: string): string {
  return text.replaceAll(new RegExp(CPR.source, 'g'), '[fjernet]');
}
