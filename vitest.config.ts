/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/** A test that hangs has to end; one that only waits for a busy machine must not fail. */
const PATIENCE_MS = 60_000;

/** Astro's own, so that tests can draw components. */
export default getViteConfig({
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS },
});
