import type { Text } from '../index.ts';

export const organisations = {
  'organisations.title': 'Virksomheder',
  'organisations.intro': 'Virksomheder, institutioner og foreninger, der tager socialt ansvar.',
  'organisations.count': { one: '{count} virksomhed', other: '{count} virksomheder' },
  'organisations.none': 'Ingen virksomheder',
  'organisation.rsv': 'Registreret socialøkonomisk · tjekket {month}',
  'organisation.social': 'Socialøkonomisk, ikke registreret',
  'organisation.openSlots': { one: '{count} ledig plads', other: '{count} ledige pladser' },
  'organisation.noOpenSlots': 'Ingen ledig plads lige nu',
  'organisation.demo': 'Opdigtet eksempel',
  'organisation.goal': 'Mål {count}',
  'social.title': 'Socialøkonomiske virksomheder',
  'social.intro': 'De driver forretning for at gøre noget godt for andre: give arbejde, passe på naturen, samle folk.',
  'social.count': { one: '{count} socialøkonomisk virksomhed', other: '{count} socialøkonomiske virksomheder' },
} satisfies Record<string, Text>;
