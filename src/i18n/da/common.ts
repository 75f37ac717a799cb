import type { Text } from '../index.ts';

export const common = {
  'site.name': 'Plads',
  'site.tagline': '{municipality} og netværkene',
  'site.description':
    'Find de lokale virksomheder, der tager ansvar, og de pladser, hvor mennesker kan begynde i det små.',
  'site.demo': 'Eksempeldata: virksomhederne her er opdigtede.',
  'site.notice': 'Bemærk',
  'site.skip': 'Gå til indholdet',
  'site.menu': 'Menu',
  'nav.main': 'Hovedmenu',
  'nav.organisations': 'Virksomheder',
  'nav.slots': 'Ledige pladser',
  'nav.networks': 'Netværk',
  'nav.social': 'Socialøkonomiske',
  'nav.about': 'Om Plads',
  'nav.otherLanguage': 'English',
  'footer.operatedBy': 'Plads drives af {municipality} sammen med de lokale virksomhedsnetværk.',
  'footer.api': 'Åbne data',
  'footer.sources': 'Kort og postnumre: Klimadatastyrelsen (DAGI, DAWA) og GeoNames (CC BY 4.0).',
  'site.trail': 'Du er her',
  'site.printedFrom': 'Denne side findes på',
} satisfies Record<string, Text>;
