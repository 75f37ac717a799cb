import type { approaches as danish } from '../da/approaches.ts';
import type { Text } from '../index.ts';

export const approaches: Record<keyof typeof danish, Text> = {
  'approach.channel.phone': 'Phone',
  'approach.channel.e-mail': 'E-mail',
  'approach.channel.visit': 'Visit',
  'approach.channel.meeting': 'Meeting',
  'approach.channel.portal': 'Enquiry here',
  'approach.subject.slot': 'an open slot',
  'approach.subject.new-slot': 'a new slot',
  'approach.subject.placement': 'a placement under way',
  'approach.subject.follow-up': 'a follow-up',
  'approach.subject.partnership': 'a partnership agreement',
  'approach.subject.other': 'something else',
  'approach.someone': 'A former colleague',
  'approach.reason.rest': 'They have asked to be left alone until {until}.',
  'approach.reason.wish':
    'They have asked for one contact every {days} days at most. {who} was in touch on {day} about {subject}. You can contact them from {freeOn}.',
  'approach.reason.lately':
    '{who} was in touch on {day} about {subject}. The municipality waits {days} days between two contacts. Better ask {who}.',
  'approach.reason.own': 'You were in touch yourself on {day} about {subject}.',
  'approach.reason.waiting': {
    one: '{count} enquiry is waiting for their answer.',
    other: '{count} enquiries are waiting for their answer.',
  },
  'approach.reason.free': 'Nobody has contacted them lately.',
  'form.problem.approach-rest': 'They have asked to be left alone. The contact log says when you can ask.',
  'form.problem.approach-lately':
    'A colleague has just been in touch with them. Read the contact log, ask the colleague, or tick the box to ask all the same.',
  'form.problem.cool-down-range': 'Write a number of days from 0 to 365.',
  'form.problem.not-a-colleague': 'Choose a colleague.',
  'form.problem.colleague-asked': 'You have asked that colleague already.',
  'mail.colleagueRequest.subject': '{by} asks you to talk to {organisation}',
  'mail.colleagueRequest.text':
    '{by} asks you to raise something with {organisation}, because you know them. Your board says what.',
  'mail.colleagueRequest.button': 'See my board',
};
