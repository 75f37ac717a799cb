import type { Text } from '../index.ts';

export const api = {
  'api.title': 'Åbne data',
  'api.intro': 'Alt, hvad der står offentligt på Plads, kan du også hente som data. Frit, uden nøgle.',
  'api.rules':
    'Svarene er JSON. Gentag en parameter for “eller”; forskellige parametre betyder “og”. Ukendte parametre og værdier får svaret 400, der siger, hvad der er galt.',
  'api.document': 'Hele beskrivelsen som OpenAPI 3.1',
  'api.examples': 'Prøv for eksempel',
  'api.parameters': { one: '{count} parameter', other: '{count} parametre' },
} satisfies Record<string, Text>;
