import type { errors as danish } from '../da/errors.ts';
import type { Text } from '../index.ts';

export const errors: Record<keyof typeof danish, Text> = {
  'error.403.title': 'You cannot do that here',
  'error.403.text':
    'Perhaps you were signed out, or the form had been open for long. Sign in in a new window, go back, and send it again: what you wrote is still there.',
  'error.404.title': 'This page is not here',
  'error.404.text': 'Perhaps the address was mistyped, or the page has moved. Search, or go to the front page.',
  'error.500.title': 'Something went wrong on our side',
  'error.500.text': 'Try again in a little while. If it goes on, tell us.',
  'error.home': 'To the front page',
};
