import { expect, test } from 'vitest';
import { findCitizenData, holdsCprNumber, withoutCprNumbers } from '#domain/citizens.ts';

// Invented: none of them passes for a person, all have the shape.
test.each([
  '010203-0000',
  '0102030000',
  '010203 0000',
  '010203 - 0000',
  '010203–0000',
  '010203\u00a00000',
  'cpr:311299-0000.',
  'Spørg efter Ukendt (010203-0000) i butikken',
  'linje et\n010203-0000\nlinje tre',
])('“%s” holds something shaped like a CPR number', (text) => {
  expect(findCitizenData(text)).toBe('cpr');
  expect(holdsCprNumber(text)).toBe(true);
  expect(withoutCprNumbers(text)).not.toMatch(/\d{6}/);
  expect(withoutCprNumbers(text)).toContain('[fjernet]');
});

test.each([
  '46 40 80 12',
  '+45 46408012',
  '12 34 56 78',
  '90000004',
  // No such day, no such month.
  '320203-0000',
  '011303-0000',
  '000203-0000',
  // Longer than a CPR number.
  '10102030000',
  '01020300001',
  'fra 2026 til 2027',
  'Hovedgaden 4, 4330 Hvalsø',
  'kl. 10-14, 20 timer',
  '',
])('“%s” holds nothing of the kind', (text) => {
  expect(findCitizenData(text)).toBeUndefined();
  expect(withoutCprNumbers(text)).toBe(text);
});

test('every one of them is struck out, and nothing else', () => {
  expect(withoutCprNumbers('A 010203-0000, B 0102030001 og telefon 46408012')).toBe(
    'A [fjernet], B [fjernet] og telefon 46408012',
  );
});

test.each([
  'For kontanthjælpsmodtagere',
  'til en førtidspensionist',
  'Vi søger en AKTIVITETSPARAT borger',
  'plads til folk med autisme',
  'God til ADHD',
  'for dig med angst',
  'uddannelseshjælp',
  'psykisk sygdom',
])('“%s” names a benefit or a diagnosis', (text) => {
  expect(findCitizenData(text)).toBe('group');
});

test.each([
  'Du vander planter og rydder op. Vi holder mange pauser.',
  'Roligt sted, få timer, en mentor ved siden af.',
  'Vi bruger langtidsholdbare materialer',
  'En fast kollega hjælper dig i gang',
])('“%s” says what a place offers', (text) => {
  expect(findCitizenData(text)).toBeUndefined();
});
