import type { about as danish } from '../da/about.ts';
import type { Text } from '../index.ts';

export const about: Record<keyof typeof danish, Text> = {
  'about.title': 'Room for more, together',
  'about.lead':
    'Plads is where {municipality} and the local networks show who takes responsibility, and where there is room for people who find it hard to get into work.',
  'about.business.title': 'Do you run a business?',
  'about.business.text':
    'Your business can stand here with what you do and what you promise. As a member of a network you are here already: write to the network when something should be changed, or when you want to open a slot.',
  'about.jobcenter.title': 'Do you work at {jobcenter}?',
  'about.jobcenter.text':
    'Search by place, hours, scheme and the support that the workplace can give. Each slot says how to ask.',
  'about.public.title': 'Are you curious?',
  'about.public.text': 'Find the social enterprises, shop with them, and see whether the local commitments are kept.',
  'about.lines.title': 'What we hold on to',
  'about.lines.citizens':
    'Nothing about citizens stands here: no names, no CPR numbers, nothing about health or benefits. Texts that look like it are refused.',
  'about.lines.slots': 'A slot says what it offers. It does not say which diagnosis or benefit one must have.',
  'about.lines.evidence': 'A commitment shows how one can see whether it was kept.',
  'about.lines.law':
    'The rules of each scheme stand with their legal basis and the day they were last checked. They advise; the municipality decides.',
  'about.marks.title': 'What the marks mean',
  'about.mark.rsv': 'Registered social enterprise',
  'about.mark.rsv.text':
    'The business is in the register of the Danish Business Authority (RSV). The mark shows only with the day it was checked, and by whom.',
  'about.mark.kept': 'Kept',
  'about.mark.kept.text': 'The commitment was kept, and the evidence is one click away.',
  'about.mark.late': 'Late',
  'about.mark.late.text': 'The commitment was to be reviewed and was not. That shows by itself.',
  'about.mark.expiry': 'Expires',
  'about.mark.expiry.text': 'Every slot has a last day, so the list is never full of things that are no longer there.',
  'about.schemes.title': 'The schemes',
  'about.schemes.text': 'What a slot can be. Choose one to see those that are open.',
  'about.sources.title': 'Sources and open data',
  'about.sources.icons':
    'The world goals are those of the UN; the colours are the official ones, without the UN’s icons. Icons: Lucide (ISC). Typefaces: Bricolage Grotesque and Figtree (OFL).',
};
