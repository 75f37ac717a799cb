import { describe, expect, test } from 'vitest';
import { formatCvr, isCvr, nameKey, slugOf } from '#domain/organisations/rules.ts';

describe('isCvr', () => {
  test.each(['13748136', '11883729', '10172748', '90000004'])('takes %s', (digits) => {
    expect(isCvr(digits)).toBe(true);
  });

  test.each(['12345678', '13748137', '1374813', '137481360', '13 74 81 36', 'DK13748136', '1374813x', ''])(
    'refuses “%s”',
    (digits) => {
      expect(isCvr(digits)).toBe(false);
    },
  );

  test('finds every single wrong digit', () => {
    const wrong = Array.from('13748136').flatMap((digit, at) =>
      Array.from({ length: 10 }, (_, other) => String(other))
        .filter((other) => other !== digit)
        .map((other) => `13748136`.slice(0, at) + other + `13748136`.slice(at + 1)),
    );
    expect(wrong).toHaveLength(72);
    expect(wrong.filter(isCvr)).toEqual([]);
  });
});

test('a CVR number is written in pairs for people', () => {
  expect(formatCvr('13748136')).toBe('13 74 81 36');
});

test.each([
  ['Hvalsø Grønt', 'hvalsoe-groent'],
  ['Ærø & Ålborg A/S', 'aeroe-og-aalborg-a-s'],
  ['Café Müller', 'cafe-muller'],
  ['  -- Kæden --  ', 'kaeden'],
  ['3F’s Hus (Lejre)', '3f-s-hus-lejre'],
  ['🌱', 'uden-navn'],
  ['', 'uden-navn'],
  ['../../etc/passwd', 'etc-passwd'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('the address of “%s” is “%s”', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('an address that is cut ends in no hyphen', () => {
  expect(slugOf(`${'x'.repeat(79)} y`)).toBe('x'.repeat(79));
});

test.each([
  ['Hvalsø Grønt ApS', 'HVALSØ GRØNT'],
  ['Hvalsø Grønt A/S', 'hvalsoe-groent'],
  ['Tømrer v/ Jens Hansen', 'Tømrer'],
  ['Lejre VVS I/S', 'Lejre V.V.S.'],
  [' Kæden  Hvalsø ', 'KædenHvalsø'],
])('“%s” and “%s” are two spellings of one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ['Hvalsø Grønt', 'Hvalsø Grøntsager'],
  ['Lejre Tømrer', 'Lejre Tømrerne'],
  ['Apsen', 'Apsens'],
])('“%s” and “%s” are two names', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});
