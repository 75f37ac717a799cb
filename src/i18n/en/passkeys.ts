import type { passkeys as danish } from '../da/passkeys.ts';
import type { Text } from '../index.ts';

export const passkeys: Record<keyof typeof danish, Text> = {
  'passkey.title': 'Passkeys',
  'passkey.intro':
    'With a passkey you sign in with a fingerprint, your face, or the code that unlocks your phone or computer. It cannot be guessed, and counts for both steps.',
  'passkey.own': 'Your passkeys',
  'passkey.new': 'New passkey',
  'passkey.name': 'Name',
  'passkey.name.hint': 'For you to know it by, such as “My phone”.',
  'passkey.make': 'Make a passkey',
  'passkey.made': 'made {made}',
  'passkey.used': 'made {made}, last used {used}',
  'passkey.change': 'Change {name}',
  'passkey.rename': 'Save the name',
  'passkey.rename.label': 'Give {name} a new name',
  'passkey.drop': 'Remove',
  'passkey.drop.label': 'Remove {name}',
  'passkey.drop.hint': 'It will not work here any more. Delete it where you keep your passkeys, too.',
  'passkey.added': 'The passkey is made.',
  'passkey.renamed': 'The name is saved.',
  'passkey.dropped': 'The passkey is removed.',
  'passkey.show': 'Use a passkey',
  'passkey.notMade': 'No passkey was made. Try again.',
  'passkey.notShown': 'It did not work with a passkey. Try again, or sign in another way.',
  'passkey.known': 'That device has a passkey for this account already.',
  'passkey.noScript': 'Passkeys need a recent browser with JavaScript switched on.',
  'form.problem.passkey-wrong': 'The passkey is not right, or it took too long. Try again.',
  'form.problem.too-many-passkeys': 'You have 10 passkeys already. Remove one first.',
};
