/** Where consultants work: `/jobcenter/{section}`. */
export type JobCentreSection =
  | ''
  | 'henvendelser'
  | 'portefoelje'
  | 'lister'
  | 'efterlysninger'
  | 'tal'
  | 'regnestykke'
  | 'skabeloner';

/** In the order of their ways in. */
export const JOB_CENTRE_SECTIONS: readonly JobCentreSection[] = [
  '',
  'henvendelser',
  'portefoelje',
  'lister',
  'efterlysninger',
  'tal',
  'regnestykke',
  'skabeloner',
];

/** "/jobcenter/portefoelje", without the language. */
export const jobCentrePath = (section: JobCentreSection = '', rest: string | number = ''): string =>
  ['/jobcenter', section, rest].filter((part) => part !== '').join('/');

/** An employer's page for consultants. @param slug of the organisation */
export const employerPath = (slug: string): string => `/jobcenter/arbejdsgivere/${slug}`;
/** The form that asks an employer. @param slot slug of the slot that it is about */
export const askPath = (slug: string, slot?: string): string =>
  `/jobcenter/spoerg/${slug}${slot ? `?plads=${slot}` : ''}`;
