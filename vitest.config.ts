import { defineConfig } from 'vitest/config';

/** A test that hangs has to end; one that only waits for a busy machine must not fail. */
const PATIENCE_MS = 60_000;

export default defineConfig({
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS },
});
