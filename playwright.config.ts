import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// One folder and one port for the whole run, and no other run's: the workers, which read this file again, find both in
// their environment.
process.env.PLADS_TEST_DATA ??= mkdtempSync(join(tmpdir(), 'plads-e2e-'));
process.env.PLADS_TEST_PORT ??= String(20_000 + (process.pid % 10_000));
const PORT = process.env.PLADS_TEST_PORT;

/** The browser tests run on the built portal with the demo network in it, as `npm start` makes it. */
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  timeout: 60_000,
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/setup.ts && "${process.execPath}" scripts/serve.ts`,
    url: `http://localhost:${PORT}/healthz/ready`,
    env: {
      PORT,
      DATA_DIR: process.env.PLADS_TEST_DATA,
      LOG_LEVEL: 'warn',
      DEMO: 'on',
      MEILI_URL: '',
      CONTACT_PHONE: '46 46 46 46',
      CONTACT_EMAIL: 'plads@kommune.example',
    },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stdout: 'pipe',
  },
});
