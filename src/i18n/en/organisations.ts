import type { organisations as danish } from '../da/organisations.ts';
import type { Text } from '../index.ts';

export const organisations: Record<keyof typeof danish, Text> = {
  'organisations.title': 'Businesses',
  'organisations.intro': 'Businesses, institutions and associations that take social responsibility.',
  'organisations.count': { one: '{count} business', other: '{count} businesses' },
  'organisations.none': 'No businesses',
  'organisation.rsv': 'Registered social enterprise · checked {month}',
  'organisation.social': 'Social enterprise, not registered',
  'organisation.openSlots': { one: '{count} open slot', other: '{count} open slots' },
  'organisation.noOpenSlots': 'No open slot right now',
  'organisation.demo': 'Invented example',
  'organisation.goal': 'Goal {count}',
  'social.title': 'Social enterprises',
  'social.intro': 'They do business in order to do good: give people work, look after nature, bring people together.',
  'social.count': { one: '{count} social enterprise', other: '{count} social enterprises' },
};
