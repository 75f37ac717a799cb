import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { openApiDocument } from '#lib/api/openapi/document.ts';
import { smallDirectory } from '../../fixtures/directory.ts';

test('the description of the API is good OpenAPI 3.1', async () => {
  const source = JSON.stringify(openApiDocument(smallDirectory(), 'https://plads.example'));
  const config = await createConfig({ extends: ['recommended-strict'], rules: { 'operation-4xx-response': 'error' } });
  const found = await lintFromString({ source, config, absoluteRef: 'openapi.json' });
  expect(found.map((problem) => `${problem.location[0]?.pointer}: ${problem.message}`)).toEqual([]);
});
