import type { api as danish } from '../da/api.ts';
import type { Text } from '../index.ts';

export const api: Record<keyof typeof danish, Text> = {
  'api.title': 'Open data',
  'api.intro': 'Everything that is public on Plads can be fetched as data too. Free, without a key.',
  'api.rules':
    'The answers are JSON. Repeat a parameter for “or”; different parameters mean “and”. Unknown parameters and values are answered with 400, which says what is wrong.',
  'api.document': 'The whole description as OpenAPI 3.1',
  'api.examples': 'Try for instance',
  'api.parameters': { one: '{count} parameter', other: '{count} parameters' },
};
