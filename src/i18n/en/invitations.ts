import type { invitations as danish } from '../da/invitations.ts';
import type { Text } from '../index.ts';

export const invitations: Record<keyof typeof danish, Text> = {
  'form.problem.invitation-over':
    'The invitation does not work any more: it was used, taken back, or is too old. Ask for a new one.',
  'form.problem.invitation-for-another':
    'The invitation is for another address than yours. Sign out, and sign in with the right one.',
  'form.problem.sign-in-first': 'You have an account here. Sign in first, then open the link again.',
  'form.problem.already-member': 'That person is on board already.',
};
