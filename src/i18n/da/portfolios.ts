import type { Text } from '../index.ts';

export const portfolios = {
  'form.problem.too-many-tags': 'Skriv højst 10 mærker.',
  'form.problem.link-days-range': 'Skriv et antal dage fra 1 til 90.',
  'form.problem.list-full': 'Listen er fuld: den rummer 500 virksomheder.',
  'import.problem.birth-date': 'Ligner en fødselsdato. Fjern den: her må intet stå om borgere.',
  'import.problem.persons-health': 'Siger noget om en persons helbred eller ydelse. Fjern det.',
  'import.problem.too-many-tags': 'Højst 10 mærker til hver.',
} satisfies Record<string, Text>;
