import { api } from './da/api.ts';
import { common } from './da/common.ts';
import { imports } from './da/imports.ts';
import { organisations } from './da/organisations.ts';
import { search } from './da/search.ts';
import { slots } from './da/slots.ts';
import type { Text } from './index.ts';

/** Every text of the portal in Danish. One file a noun; a key that is missing in English fails the type check. */
export const da = { ...api, ...common, ...imports, ...organisations, ...search, ...slots } satisfies Record<
  string,
  Text
>;
