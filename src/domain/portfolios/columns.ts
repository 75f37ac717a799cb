/** How the columns of a portfolio’s list are headed. The first spelling of each is the one that is written. */
export const PORTFOLIO_COLUMNS = {
  cvr: ['cvr', 'cvr-nr', 'cvr-nummer', 'cvr nr', 'company number'],
  slug: ['plads', 'slug', 'adresse på plads'],
  name: ['navn', 'name', 'virksomhed', 'firmanavn', 'company'],
  postcode: ['postnr', 'postnummer', 'postcode'],
  town: ['by', 'town', 'city'],
  tags: ['mærker', 'tags', 'emner', 'labels'],
  nextStep: ['næste skridt', 'next step', 'opgave', 'task'],
  nextStepOn: ['dato', 'date', 'næste dato', 'frist', 'due'],
  notes: ['noter', 'note', 'notes', 'bemærkninger'],
} as const;

export type PortfolioField = keyof typeof PORTFOLIO_COLUMNS;

/** Between the notes of one employer, and between its tags. */
export const NOTE_SEPARATOR = ' | ';
export const TAG_SEPARATOR = ', ';
