import { expect, test } from 'vitest';
import { statementAddress } from '#lib/statement-address.ts';

test('the accessibility statement stands under the domain’s name with dashes', () => {
  expect(statementAddress('https://plads.lejre.dk')).toBe('https://was.digst.dk/plads-lejre-dk');
  expect(statementAddress('http://localhost:4321')).toBe('https://was.digst.dk/localhost');
});
