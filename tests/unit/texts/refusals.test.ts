import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTextKey } from '#i18n/index.ts';

const DOMAIN = join(import.meta.dirname, '../../../src/domain');

/** Codes as the verbs of publishing write them: `new Conflict('…')`, and the messages of their schemas. */
const NOUNS = ['slots', 'commitments', 'organisations', 'pictures', 'scheme-check', 'claims', 'applications'];
const CODE =
  /(?:new Conflict\(|refuse\(|\.(?:min|max)\([^,()]+,\s*|(?:problem|message|\w+On): )'([a-z]+(?:-[a-z]+)+)'/g;

test('every code that a verb of publishing refuses for has words', () => {
  const codes = NOUNS.flatMap((noun) =>
    readdirSync(join(DOMAIN, noun))
      .map((file) => readFileSync(join(DOMAIN, noun, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(CODE)].map((match) => match[1] ?? '')),
  );
  expect(codes.length).toBeGreaterThan(30);
  expect([...new Set(codes)].filter((code) => !isTextKey(`form.problem.${code}`))).toEqual([]);
});
