import type { Text } from './index.ts';
import { common } from './da/common.ts';

/** Every text of the portal in Danish. One file a noun; a key that is missing in English fails the type check. */
export const da = { ...common } satisfies Record<string, Text>;
