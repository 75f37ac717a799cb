import type { slots as danish } from '../da/slots.ts';
import type { Text } from '../index.ts';

export const slots: Record<keyof typeof danish, Text> = {
  'slots.title': 'Open slots',
  'slots.intro': 'Jobs and placements where one can start small.',
  'slots.count': { one: '{count} open slot', other: '{count} open slots' },
  'slots.none': 'No open slots',
  'slot.hours.same': { one: '{count} hour a week', other: '{count} hours a week' },
  'slot.hours.range': '{min}–{max} hours a week',
  'slot.positions': { one: '{count} open', other: '{count} open' },
  'slot.leadsToJob': 'Can lead to a job',
  'slot.expires': 'Expires {day}',
};
