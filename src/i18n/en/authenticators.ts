import type { authenticators as danish } from '../da/authenticators.ts';
import type { Text } from '../index.ts';

export const authenticators: Record<keyof typeof danish, Text> = {
  'authenticator.title': 'Sign in in two steps',
  'authenticator.intro':
    'One more step when you sign in, so that nobody can use your account even if they can read your e-mails.',
  'authenticator.due':
    'You can see and change more than your own organisation. That is why you sign in in two steps. Setting it up takes a couple of minutes.',
  'authenticator.app': 'Code from an app',
  'authenticator.app.intro':
    'You need an app on your phone that makes codes, such as Google Authenticator, Microsoft Authenticator or your password manager.',
  'authenticator.begin': 'Use an app',
  'authenticator.step.open': 'Open the app on your phone, and choose to add an account.',
  'authenticator.step.scan': 'Scan this picture with the app.',
  'authenticator.step.type': 'Cannot scan it? Then type this key into the app:',
  'authenticator.step.code': 'Write the code that the app shows.',
  'authenticator.picture': 'QR code with the key that is also written below',
  'authenticator.code': 'Code from the app',
  'authenticator.code.hint': '6 digits',
  'authenticator.switchOn': 'Switch on',
  'authenticator.switchedOn': 'It is switched on. Keep the codes below before you go on.',
  'authenticator.on': 'Switched on',
  'authenticator.on.text': 'When you sign in, we ask for a code from the app.',
  'authenticator.left': {
    one: 'You have {count} recovery code left, for when you lose the phone.',
    other: 'You have {count} recovery codes left, for when you lose the phone.',
  },
  'authenticator.renew': 'Make new recovery codes',
  'authenticator.codesRenewed': 'Here are your new recovery codes. The old ones do not work any more.',
  'authenticator.off.hint': 'A new phone? Switch it off here, and on again with the new one.',
  'authenticator.switchOff': 'Switch off',
  'authenticator.switchedOff': 'The code from the app is switched off.',
  'authenticator.goOn': 'Go on',
  'recovery.title': 'Your recovery codes',
  'recovery.intro':
    'If you lose the phone, you can sign in with one of these. Each works once. Write them down, or print the page: we only show them now.',
  'recovery.for': 'For {email} at Plads',
  'secondFactor.title': 'One more step',
  'secondFactor.intro': 'Open the app on your phone, and write the code for Plads.',
  'secondFactor.code': 'Code',
  'secondFactor.code.hint': '6 digits from the app, or one of your recovery codes of 12 digits',
  'secondFactor.submit': 'Go on',
  'secondFactor.lost': 'Can you reach neither the phone nor the recovery codes? Write to those who run Plads.',
  'form.problem.authenticator-on': 'It is switched on already.',
  'form.problem.authenticator-over': 'It was changed meanwhile. Begin again.',
  'form.problem.second-factor-wrong':
    'The code is not right, or it was used. Wait for the next code in the app, and try again.',
  'form.problem.not-an-app-code': 'Write the 6 digits from the app.',
  'form.problem.not-a-second-factor': 'Write the 6 digits from the app, or the 12 digits of a recovery code.',
};
