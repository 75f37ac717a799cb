import type { Text } from '../index.ts';

export const easySlots = {
  'easy.title': 'Let dansk',
  'easy.link': 'Læs det på let dansk',
  'easy.back': 'Tilbage til pladsen',
  'easy.where': 'Du er hos {name}.',
  'easy.address': 'Stedet er {address}.',
  'easy.hours': 'Du er der {hours}.',
  'easy.ladder': 'Du begynder med {first} timer. Det kan blive til {last} timer.',
  'easy.start': 'Du kan begynde {day}.',
  'easy.start.any': 'Du kan begynde, når det passer.',
  'easy.weeks': { one: 'Det varer {count} uge.', other: 'Det varer {count} uger.' },
  'easy.leadsToJob': 'Det kan blive til et job.',
  'easy.ask': 'Vil du vide mere? Spørg din kontakt i kommunen.',
} satisfies Record<string, Text>;
