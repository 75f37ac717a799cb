import type { Text } from '../index.ts';

export const invitations = {
  'form.problem.invitation-over':
    'Invitationen virker ikke mere: den er brugt, taget tilbage eller for gammel. Bed om en ny.',
  'form.problem.invitation-for-another':
    'Invitationen er til en anden mailadresse end din. Log ud, og log ind med den rigtige.',
  'form.problem.sign-in-first': 'Du har en konto her. Log ind først, og åbn så linket igen.',
  'form.problem.already-member': 'Den person er allerede med.',
} satisfies Record<string, Text>;
