import type { Text } from '../index.ts';

export const visibility = {
  'visibility.title': 'Are you seen?',
  'visibility.hides': 'What hides you',
  'visibility.hides.none': 'Nothing. Everything that you have opened can be seen.',
  'visibility.hides.other': 'Something hides a part of your page.',
  'visibility.hides.other.mend': 'See what happened',
  'visibility.hides.leaving': 'The business will be deleted. Nobody but you can see it.',
  'visibility.hides.leaving.mend': 'See, and undo',
  'visibility.hides.place':
    'You have no address. So you are not on the map, and those who search near them do not find you.',
  'visibility.hides.place.mend': 'Add the address',
  'visibility.hides.expired': {
    one: '{count} place has expired and is not shown.',
    other: '{count} places have expired and are not shown.',
  },
  'visibility.hides.expired.mend': 'Renew',
  'visibility.hides.paused': { one: '{count} place is paused.', other: '{count} places are paused.' },
  'visibility.hides.paused.mend': 'Open again',
  'visibility.hides.drafts': { one: '{count} place is only a draft.', other: '{count} places are only drafts.' },
  'visibility.hides.drafts.mend': 'Finish',
  'visibility.hides.full': {
    one: '{count} place is full and not shown in the list.',
    other: '{count} places are full and not shown in the list.',
  },
  'visibility.hides.full.mend': 'See the places',
  'visibility.hides.enquiries': {
    one: '{count} enquiry waits for an answer. Answer, and you will be asked again.',
    other: '{count} enquiries wait for an answer. Answer, and you will be asked again.',
  },
  'visibility.hides.enquiries.mend': 'Answer',
  'visibility.hides.nothing-open':
    'You have no open place, and have not said that you would like to be asked. In searches you come after those who have.',
  'visibility.hides.nothing-open.mend': 'Open a place',
  'visibility.hides.short': 'Your description is short. The more words about what you do, the more searches find you.',
  'visibility.hides.short.mend': 'Write a little more',
  'visibility.hides.no-contact': 'There is nobody to write to or to call.',
  'visibility.hides.no-contact.mend': 'Add a contact',
  'visibility.places': 'Where you can be seen',
  'visibility.place.own': 'Your own page',
  'visibility.place.list': 'The list of businesses',
  'visibility.place.near': 'Searches near {town}',
  'visibility.place.social': 'Social enterprises',
  'visibility.place.network': 'The network {network}',
  'visibility.place.slots': {
    one: 'The list of open places, with {count} place',
    other: 'The list of open places, with {count} places',
  },
  'visibility.searches': 'What people searched for when they found you',
  'visibility.searches.intro':
    'The last 3 months. We count searches, not persons, and show only words that were searched at least {count} times.',
  'visibility.searches.none': 'There are not enough searches to show yet.',
  'visibility.word': 'Word',
  'visibility.times': 'Searches',
} satisfies Record<string, Text>;
