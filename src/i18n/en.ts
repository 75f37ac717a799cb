import type { Text, TextKey } from './index.ts';
import { common } from './en/common.ts';

export const en: Record<TextKey, Text> = { ...common };
