import type { invitations as danish } from '../da/invitations.ts';
import type { Text } from '../index.ts';

export const invitations: Record<keyof typeof danish, Text> = {
  'invitation.title.owner': 'Will you look after {place}?',
  'invitation.title.editor': 'Will you help with {place}?',
  'invitation.title.coordinator': 'Will you look after the network {place}?',
  'invitation.title.consultant': 'Will you find workplaces for {place}?',
  'invitation.title.administrator': 'Will you look after the whole portal?',
  'invitation.by': '{by} invites you, at the address {email}.',
  'invitation.by.portal': 'The invitation is for the address {email}.',
  'invitation.role.owner': 'You can tell about the organisation, open slots, and decide who else helps.',
  'invitation.role.editor': 'You can mend the texts and open slots.',
  'invitation.role.coordinator': 'You keep the list of members, and answer those who want to join.',
  'invitation.role.consultant': 'You can see who has room, and ask them directly.',
  'invitation.role.administrator': 'You can let people in and out, and see everything that the portal shows.',
  'invitation.until': 'You can answer until {day}.',
  'invitation.accept': 'Yes, please',
  'invitation.accept.as': 'You are signed in as {name}.',
  'invitation.accepted': 'Welcome. You are on board.',
  'invitation.join': 'Yes, please make my account',
  'invitation.signIn': 'You have an account already. Sign in first, and you come back here.',
  'invitation.signIn.button': 'Sign in',
  'invitation.other':
    'You are signed in as {own}, but the invitation is for {email}. Sign out here, and open the link again.',
  'invitation.over.title': 'The invitation does not work any more',
  'invitation.over.accepted': 'It was used already. If that was you, sign in.',
  'invitation.over.revoked':
    'It was taken back, or you got a newer one. Look in your inbox, or ask whoever invited you.',
  'invitation.over.expired': 'It is too old. Ask whoever invited you to send a new one.',
  'invitation.over.unknown': 'The link is not complete. Copy all of it from the e-mail, and try again.',
  'invitation.over.home': 'To the front page',
  'form.problem.invitation-over':
    'The invitation does not work any more: it was used, taken back, or is too old. Ask for a new one.',
  'form.problem.invitation-for-another':
    'The invitation is for another address than yours. Sign out, and sign in with the right one.',
  'form.problem.sign-in-first': 'You have an account here. Sign in first, then open the link again.',
  'form.problem.already-member': 'That person is on board already.',
};
