import type { accounts as danish } from '../da/accounts.ts';
import type { Text } from '../index.ts';

export const accounts: Record<keyof typeof danish, Text> = {
  'account.title': 'Your account',
  'account.name': 'Your name',
  'account.name.hint': 'How colleagues and networks see you. It stands on no public page.',
  'account.locale': 'Language of the e-mails that you get',
  'account.locale.da': 'Dansk',
  'account.locale.en': 'English',
  'account.save': 'Save',
  'account.corrected': 'Saved.',
  'account.more': 'More about your account',
  'account.email': 'Your e-mail address: {email}',
  'sessions.title': 'Where you are signed in',
  'sessions.intro': 'If you do not know one of them, sign it out.',
  'session.here': 'This browser',
  'session.unknownDevice': 'Unknown browser',
  'session.since': 'since {day}',
  'session.end': 'Sign out',
  'session.end.label': 'Sign out: {device}',
  'session.endOthers': 'Sign out everywhere else',
  'session.close': 'Sign out',
  'session.closed': 'You are signed out.',
  'session.ended': 'It is signed out.',
  'session.othersEnded': 'You are signed out everywhere else.',
};
