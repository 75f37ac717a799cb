import type { Text } from '../index.ts';

export const slots = {
  'slots.title': 'Ledige pladser',
  'slots.intro': 'Job og forløb, hvor man kan begynde i det små.',
  'slots.count': { one: '{count} ledig plads', other: '{count} ledige pladser' },
  'slots.none': 'Ingen ledige pladser',
  'slot.hours.same': { one: '{count} time om ugen', other: '{count} timer om ugen' },
  'slot.hours.range': '{min}–{max} timer om ugen',
  'slot.positions': { one: '{count} ledig', other: '{count} ledige' },
  'slot.leadsToJob': 'Kan føre til job',
  'slot.expires': 'Udløber {day}',
} satisfies Record<string, Text>;
