import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { LOCALES } from '#i18n/index.ts';
import { LEAST_NODE, ROOT } from '../../../scripts/lib/prepare.mjs';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const pack = JSON.parse(read('package.json'));

/** Controlled words of https://github.com/publiccodeyml/publiccode.yml (docs/standard), as far as they are used here. */
const CATEGORIES = ['crm', 'digital-citizenship', 'online-community'] as const;
const SCOPES = ['employment', 'local-authorities', 'society'] as const;
const ALIASES = ['alias:gdpr'];

const description = z.strictObject({
  shortDescription: z.string().max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string()).min(1),
  screenshots: z.array(z.string().regex(/\.(?:png|jpg)$/)).optional(),
});

/** Version 0.7: its mandatory keys, and what it allows in those that the file has. */
const standard = z.strictObject({
  publiccodeYmlVersion: z.literal('0.7'),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  softwareVersion: z.string(),
  softwareType: z.literal('standalone/web'),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  platforms: z.array(z.string()).min(1),
  categories: z.array(z.enum(CATEGORIES)),
  intendedAudience: z.strictObject({
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
    scope: z.array(z.enum(SCOPES)),
  }),
  supports: z.array(z.strictObject({ id: z.string().refine((id) => ALIASES.includes(id) || URL.canParse(id)) })),
  description: z.strictObject({ da: description, en: description }),
  legal: z.strictObject({ license: z.string() }),
  // Every other type asks for a person by name, or for a contract.
  maintenance: z.strictObject({ type: z.literal('none') }),
  localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(z.string()).min(1) }),
  dependsOn: z.strictObject({
    open: z.array(
      z.strictObject({ name: z.string(), versionMin: z.string().optional(), optional: z.boolean().optional() }),
    ),
  }),
});

test('publiccode.yml is what the standard asks for, and says what the project is', () => {
  const file = standard.parse(parseYaml(read('publiccode.yml')));
  expect(file.softwareVersion).toBe(pack.version);
  expect(file.legal.license).toBe(pack.license);
  expect(file.localisation.availableLanguages).toEqual([...LOCALES]);
  expect(file.dependsOn.open[0]).toEqual({ name: 'Node.js', versionMin: String(LEAST_NODE) });
  for (const picture of file.description.en.screenshots ?? []) expect(existsSync(join(ROOT, picture))).toBe(true);
});

test('the licence is the one that package.json names', () => {
  expect(pack.license).toBe('MPL-2.0');
  expect(read('LICENSE')).toMatch(/^Mozilla Public License Version 2\.0\n/);
});
