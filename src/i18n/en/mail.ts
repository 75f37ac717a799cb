import type { mail as danish } from '../da/mail.ts';
import type { Text } from '../index.ts';

export const mail: Record<keyof typeof danish, Text> = {
  'mail.folder.title': 'E-mails that would have been sent',
  'mail.folder.none': 'There are none yet. They appear here soon after something asks for them.',
  'mail.folder.to': 'To {to}',
  'mail.foot': 'Plads · {site}',
  'mail.signIn.subject': 'Sign in to Plads',
  'mail.signIn.text': {
    one: 'Here is your link. It works once, and for {count} minute.',
    other: 'Here is your link. It works once, and for {count} minutes.',
  },
  'mail.signIn.code': 'You can also write this code on the page where you began:',
  'mail.signIn.button': 'Sign in',
  'mail.signIn.closing': 'Did you not ask to sign in? Then there is nothing to do. Give the code to nobody.',
  'mail.signUp.subject': 'Would you like an account at Plads?',
  'mail.signUp.text':
    'Somebody wants to sign in to Plads with your address, but it has no account here yet. If it was you, you can make one now.',
  'mail.signUp.button': 'Make an account',
  'mail.signUp.closing': 'It was not you? Then there is nothing to do. Nothing more will happen.',
  'mail.invitation.subject.owner': 'Will you look after {place} on Plads?',
  'mail.invitation.subject.editor': 'Will you help look after {place} on Plads?',
  'mail.invitation.subject.coordinator': 'Will you look after the network {place} on Plads?',
  'mail.invitation.subject.consultant': 'Your access to Plads for {place}',
  'mail.invitation.subject.administrator': 'Your access to Plads',
  'mail.invitation.text.owner':
    '{by} has invited you to look after the page of {place}. You can tell about the organisation, open slots and invite colleagues.',
  'mail.invitation.text.editor':
    '{by} has invited you to help with the page of {place}. You can mend its texts and open slots.',
  'mail.invitation.text.coordinator':
    '{by} has invited you to look after the network {place}: the list of members, and those who want to join.',
  'mail.invitation.text.consultant': '{by} has given you access to find workplaces for {place}.',
  'mail.invitation.text.administrator': '{by} has given you access to look after the whole portal.',
  'mail.invitation.valid': {
    one: 'The invitation holds for {count} day, for this e-mail address, and once.',
    other: 'The invitation holds for {count} days, for this e-mail address, and once.',
  },
  'mail.invitation.button': 'Yes, please',
  'mail.invitation.closing': 'Does this mean nothing to you? Then there is nothing to do.',
  'mail.passwordChanged.subject.setPassword': 'Your password for Plads was changed',
  'mail.passwordChanged.subject.dropPassword': 'Your password for Plads was deleted',
  'mail.passwordChanged.text': 'Everywhere else where you were signed in, you are signed out now.',
  'mail.passwordChanged.button': 'See your account',
  'mail.passwordChanged.closing':
    'It was not you? Then somebody else had access to your account. Sign in with a link by e-mail, and choose a new password.',
  'mail.leaveAddress.subject': 'Change your e-mail address at Plads?',
  'mail.leaveAddress.text':
    'Your account is to use {email} from now on. That happens only once you have said yes both here and in the e-mail to the new address.',
  'mail.newAddress.subject': 'Use this e-mail address at Plads?',
  'mail.newAddress.text':
    'An account at Plads is to use {email} from now on. That happens only once somebody has said yes both here and in the e-mail to the old address.',
  'mail.address.valid': {
    one: 'The link works once, and for {count} hour.',
    other: 'The link works once, and for {count} hours.',
  },
  'mail.address.button': 'Yes, change the address',
  'mail.leaveAddress.closing':
    'It was not you? Then do not say yes. Sign out everywhere else on the page Your account, because somebody is in it.',
  'mail.newAddress.closing': 'Does this mean nothing to you? Then there is nothing to do.',
  'mail.addressTaken.subject': 'You have an account at Plads already',
  'mail.addressTaken.text':
    'Somebody wants to move another account to {email}, but that address has an account of its own. Nothing was changed.',
  'mail.addressTaken.button': 'Sign in',
};
