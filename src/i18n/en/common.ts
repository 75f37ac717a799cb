import type { common as danish } from '../da/common.ts';
import type { Text } from '../index.ts';

export const common: Record<keyof typeof danish, Text> = {
  'site.name': 'Plads',
  'site.tagline': '{municipality} and the networks',
  'site.description': 'Find the local businesses that take responsibility, and the jobs where people can start small.',
  'site.demo': 'Example data: the businesses here are invented.',
  'site.notice': 'Please note',
  'site.skip': 'Skip to content',
  'site.menu': 'Menu',
  'nav.main': 'Main menu',
  'nav.organisations': 'Businesses',
  'nav.slots': 'Open slots',
  'nav.networks': 'Networks',
  'nav.social': 'Social enterprises',
  'nav.about': 'About Plads',
  'nav.otherLanguage': 'Dansk',
  'footer.operatedBy': 'Plads is run by {municipality} together with the local business networks.',
  'footer.api': 'Open data',
  'footer.sources': 'Map and postcodes: Klimadatastyrelsen (DAGI, DAWA) and GeoNames (CC BY 4.0).',
  'site.trail': 'You are here',
  'site.printedFrom': 'This page is found at',
};
