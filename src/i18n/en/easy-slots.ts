import type { Text } from '../index.ts';

export const easySlots = {
  'easy.title': 'Easy to read',
  'easy.link': 'Read it in easy words',
  'easy.back': 'Back to the slot',
  'easy.where': 'You are at {name}.',
  'easy.address': 'The place is {address}.',
  'easy.hours': 'You are there {hours}.',
  'easy.ladder': 'You begin with {first} hours. It can become {last} hours.',
  'easy.start': 'You can begin on {day}.',
  'easy.start.any': 'You can begin when it suits.',
  'easy.weeks': { one: 'It lasts {count} week.', other: 'It lasts {count} weeks.' },
  'easy.leadsToJob': 'It can become a job.',
  'easy.ask': 'Do you want to know more? Ask your contact at the municipality.',
} satisfies Record<string, Text>;
