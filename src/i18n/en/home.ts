import type { home as danish } from '../da/home.ts';
import type { Text } from '../index.ts';

export const home: Record<keyof typeof danish, Text> = {
  'home.title': 'Plads · room for one more',
  'home.heading': 'There is room here for one more',
  'home.quick': 'Quick choices',
  'home.map': 'Open places in {municipality}, town by town',
  'home.map.caption': 'The numbers are open places right now.',
  'home.business.title': 'I run a business',
  'home.business.text': 'Show what you do and open a slot. We explain the rules so that you can use them.',
  'home.business.go': 'How it works',
  'home.jobcenter.title': 'I work at {jobcenter}',
  'home.jobcenter.text': 'Find employers who are willing and near. Without writing a word about the citizen.',
  'home.jobcenter.go': 'Businesses with open slots',
  'home.curious.title': 'I am curious',
  'home.curious.text': 'See the social enterprises, and which commitments were kept.',
  'home.curious.go': 'Social enterprises',
  'home.empty.title': 'It is empty here so far',
  'home.empty.text': 'Bring in your member list from Excel, and the directory is under way:',
  'home.newest': 'New slots',
  'home.seeAll': { one: 'See {count} slot', other: 'See all {count}' },
  'home.kept': 'Commitments that were kept',
};
