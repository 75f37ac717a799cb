import type { duties as danish } from '../da/duties.ts';
import type { Text } from '../index.ts';

export const duties: Record<keyof typeof danish, Text> = {
  'contact.ask.title': 'Ask us',
  'contact.phone': 'Call',
  'contact.email': 'Write to',
  'contact.other': 'You can always contact {municipality}.',
  'privacy.title': 'Privacy',
  'privacy.lead': 'What Plads keeps about whom, and for how long. Plads is run by {municipality}.',
  'privacy.citizens.title': 'Citizens',
  'privacy.citizens.none':
    'Plads keeps nothing about citizens: no names, no CPR number, nothing about health or benefits. Texts that look like it are refused.',
  'privacy.organisations.title': 'Businesses',
  'privacy.organisations.what':
    'We show what the business or its network has written: name, CVR number, address, pictures, slots and commitments. It stands here until the business takes it away.',
  'privacy.organisations.contacts':
    'A contact person is shown with name, role and contact at work. The business can change or remove it at any time.',
  'privacy.accounts.title': 'When you have an account',
  'privacy.accounts.what':
    'We keep your name, your e-mail address, your language and what you may do. We cannot read your password. If you have passkeys or an app with codes, we keep what it takes to know them again, never your fingerprint or your face. We keep it for as long as you have the account.',
  'privacy.accounts.sessions':
    'While you are signed in, we keep when and on what kind of device. You are signed out after {idle} days without a visit, and always after {longest} days. Then it is deleted.',
  'privacy.accounts.events':
    'We write down what was changed and when, with a number instead of your name. It is kept, so that one can see what happened.',
  'privacy.accounts.searches':
    'If you save a search, we keep what you chose and what the search has found. A place that you search from is never kept. When you remove the search, all of it is deleted.',
  'privacy.accounts.deletion':
    'You can delete your account yourself. {grace} days later everything that names you is gone.',
  'privacy.messages.title': 'Messages to businesses',
  'privacy.messages.what':
    'When you write to a business, we keep the message, your name and your e-mail address. The business does not see the address. All of it is deleted {visitor} days after the last word.',
  'privacy.messages.unconfirmed':
    'If you do not press the link in our e-mail, the message is not sent, and is deleted after a day.',
  'privacy.mails.title': 'E-mails',
  'privacy.mails.queue': 'An e-mail is kept encrypted until it is sent. Then we delete it.',
  'privacy.mails.failed': 'If it cannot be sent, we delete it after {kept} days.',
  'privacy.log.title': 'The log',
  'privacy.log.what': 'For each visit we write one line: the page, the time, and whether it went well.',
  'privacy.log.not': 'Your IP address, your browser and what you searched for are not in it.',
  'privacy.searches':
    'We count which words are searched for, so that businesses can see what they are found by. A word is written down once it was searched at least {least} times in a month, and never who searched. Numbers and e-mail addresses are not counted.',
  'privacy.cookies.title': 'Cookies',
  'privacy.cookies.needed':
    'We only use cookies that the site cannot do without: one that remembers that you are signed in, one that knows your browser again for half a year so that nobody can lock you out by guessing, and some that go again once you have sent a form. So we do not ask for consent.',
  'privacy.cookies.not': 'There are no statistics, no advertisements and no other companies on the site.',
  'privacy.rights.title': 'Your rights',
  'privacy.rights.ask': 'You can see, correct and delete what we hold about you. Write or call.',
  'privacy.rights.complain':
    'If you are not satisfied with the answer, you can complain to the Danish Data Protection Agency, www.datatilsynet.dk.',
  'accessibility.title': 'Accessibility',
  'accessibility.lead':
    'Plads should work for everybody. This is what we do, and what you can do when something does not.',
  'accessibility.how.title': 'How the site is made',
  'accessibility.how.standard': 'We follow WCAG 2.2 at level AA. The law asks for version 2.1.',
  'accessibility.how.keyboard': 'Everything can be done with the keyboard, and you can see where you are.',
  'accessibility.how.script': 'Everything that matters works without JavaScript.',
  'accessibility.how.display': 'The site can be enlarged, comes in light and dark, and fits a small phone.',
  'accessibility.how.words': 'We write short sentences and everyday words, in Danish and in English.',
  'accessibility.how.tested':
    'A program checks every kind of page each time we change something. It does not find everything.',
  'accessibility.limits.title': 'What we know can be hard',
  'accessibility.limits.pictures':
    'Businesses describe their pictures themselves. Not every description is equally good.',
  'accessibility.limits.maps': 'A map can be hard to use. Every place on a map is there as text too.',
  'accessibility.statement': 'Accessibility statement',
  'accessibility.statement.link': 'Read the accessibility statement at the Agency for Digital Government (in Danish)',
  'accessibility.contact': 'Is there something you cannot use?',
  'accessibility.contact.text': 'Tell us. We will find another way, and mend what we can.',
};
