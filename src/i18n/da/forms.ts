import type { Text } from '../index.ts';

export const forms = {
  'form.optional': '(kan stå tomt)',
  'form.problem': 'Fejl:',
  'form.problems': { one: 'Én ting skal rettes', other: '{count} ting skal rettes' },
  'form.meanwhile': 'Nu står der: {value}',
  'form.meanwhile.empty': 'Nu er feltet tomt.',
  'form.problem.missing': 'Skal udfyldes.',
  'form.problem.invalid': 'Det kan vi ikke læse. Skriv det på en anden måde.',
  'form.problem.too-long': 'Er for lang. Skriv højst {most} tegn.',
  'form.problem.too-short': 'Er for kort. Skriv mindst {least} tegn.',
  'form.problem.cpr-number': 'Indeholder noget, der ligner et CPR-nummer. Fjern det: her må intet stå om borgere.',
  'form.problem.names-a-group':
    'Nævner en diagnose eller en ydelse. Skriv, hvad I tilbyder, i stedet for hvem det er til.',
  'form.problem.not-an-email': 'Skriv en mailadresse som navn@eksempel.dk.',
  'form.problem.not-a-website': 'Skriv en hjemmeside som https://eksempel.dk.',
  'form.problem.not-a-phone': 'Skriv 8 cifre, eller landekode og nummer.',
  'form.problem.not-a-cvr': 'Skriv et gyldigt CVR-nummer på 8 cifre. Slå det op på virk.dk.',
  'form.problem.not-a-p-number': 'Skriv et P-nummer på 10 cifre.',
  'form.problem.not-a-postcode': 'Skriv et postnummer på 4 cifre.',
  'form.problem.not-a-date': 'Vælg en dato, eller skriv den som 2026-12-31.',
  'form.problem.not-a-number': 'Skriv et tal.',
  'form.problem.not-a-choice': 'Vælg en af mulighederne.',
  'form.versions': 'To udgaver: {label}',
  'form.version.mine': 'Brug min',
  'form.version.now': 'Brug den, der står der nu',
} satisfies Record<string, Text>;
