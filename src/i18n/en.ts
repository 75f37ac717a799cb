import { api } from './en/api.ts';
import { common } from './en/common.ts';
import { imports } from './en/imports.ts';
import { organisations } from './en/organisations.ts';
import { search } from './en/search.ts';
import { slots } from './en/slots.ts';
import type { Text, TextKey } from './index.ts';

export const en: Record<TextKey, Text> = { ...api, ...common, ...imports, ...organisations, ...search, ...slots };
