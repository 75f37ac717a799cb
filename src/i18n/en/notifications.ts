import type { Text } from '../index.ts';

export const notifications = {
  'notifications.title': 'E-mails to you',
  'notifications.way': 'Choose what you want e-mails about.',
  'notifications.intro': 'We write to {email}. Choose what you want to hear about.',
  'notifications.kinds': 'Send me e-mails about',
  'notifications.kind.slots': 'Places that are about to expire',
  'notifications.kind.slots.hint': '14 and 3 days before the last day, so that you can renew with one click.',
  'notifications.kind.commitments': 'Commitments that are about to be reviewed',
  'notifications.kind.commitments.hint': 'Before the day that you chose yourselves.',
  'notifications.kind.enquiries': 'Enquiries',
  'notifications.kind.enquiries.hint': 'When somebody asks or answers, or has waited long for an answer.',
  'notifications.kind.requests': 'Colleagues who ask for something',
  'notifications.kind.requests.hint': 'When somebody wants to help look after a page, or a colleague needs you.',
  'notifications.kind.searches': 'News in your saved searches',
  'notifications.kind.searches.hint': 'One e-mail a day at most, however many searches you have saved.',
  'notifications.always': 'What we always send',
  'notifications.always.text':
    'Links to sign in with, invitations, and what is about the security of your account or about something being deleted.',
  'wayOut.title': 'Do you not want these e-mails?',
  'wayOut.text': 'They are about: {kind}.',
  'wayOut.button': 'Stop these e-mails',
  'wayOut.done': 'You will not get them any more',
  'wayOut.done.text': 'We send no more e-mails about: {kind}.',
  'wayOut.back': 'Undo, send them again',
  'wayOut.unknown': 'The link does not work',
  'wayOut.unknown.text':
    'Part of it may be missing. Open it again from the e-mail, or sign in and choose your e-mails.',
  'wayOut.settings': 'Choose all your e-mails',
  'form.problem.way-out-unknown': 'The link does not work. Open it again from the e-mail.',
  'mail.unsubscribe': 'Do you not want e-mails like this one? {link}',
} satisfies Record<string, Text>;
