import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '#db/open.ts';
import { makeSlotKey } from '#domain/slots/commands.ts';
import { memberSlot } from '#domain/slots/member-queries.ts';
import { addDays, today } from '#domain/time.ts';
import { add, emptyDirectory, slot } from '../fixtures/directory.ts';
import { expectFine } from '../fixtures/fine.ts';
import { freePort } from '../fixtures/meilisearch.ts';
import { accountOf } from '../fixtures/people.ts';
import { ask, type Portal, startPortal } from '../fixtures/portal.ts';
import { type RunningSmtp, startSmtp } from '../fixtures/smtp.ts';
import { expect, test } from '../fixtures/test.ts';

/* The reminder of a slot’s last day, by a real mail server, from two server processes on one database. */
test.describe.configure({ mode: 'serial' });

let folder: string;
let db: Db;
let smtp: RunningSmtp;
let portals: Portal[];
let id: number;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plads-keys-'));
  db = emptyDirectory(join(folder, 'plads.db'));
  const host = add(db, { name: 'Hvalsø Grønt' }, { postcode: '4330', town: 'Hvalsø' });
  for (const name of ['lone', 'birgit'] as const) accountOf(db, name);
  slot(db, host, {
    title: 'Pak frø',
    scheme: 'smaajob',
    tasks: 'Du pakker frø.',
    hoursMin: 2,
    hoursMax: 6,
    positions: 2,
  });
  id = db.$client.prepare('select id from slots').pluck().get() as number;
  runOutOn(addDays(today(), 14));
  smtp = await startSmtp();
  const env = {
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Plads <plads@eksempel.dk>',
    SITE_URL: `http://localhost:${await freePort()}`,
  };
  portals = await Promise.all([startPortal(folder, env), startPortal(folder, env)]);
});
test.afterAll(async () => {
  await Promise.all(portals.map((portal) => portal.stop()));
  await smtp.stop();
  db.$client.close();
  rmSync(folder, { recursive: true });
});

/** As if it had been opened long ago. */
function runOutOn(day: string): void {
  db.$client
    .prepare(`update slots set expires_on = ?, published_at = ?, renewed_at = null`)
    .run(day, addDays(today(), -60));
}

const now = () => memberSlot(db, id);
const pathIn = (text: string) => /https?:\/\/\S+?(\/plads\?noegle=[\w-]+)/.exec(text)?.[1] ?? '';
const here = (path: string) => `http://127.0.0.1:${portals[0]?.port}${path}`;
const pathTo = (address: string) =>
  pathIn(smtp.received.find((mail) => [mail.to].flat()[0]?.text === address)?.text ?? '');

test('each of its people is reminded once, by whichever process, and the link renews the slot', async ({ page }) => {
  test.slow();
  await expect.poll(() => smtp.received.length, { timeout: 15_000 }).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(smtp.received.map((mail) => [mail.to].flat()[0]?.text).sort()).toEqual([
    'birgit@personer.example',
    'lone@personer.example',
  ]);
  expect(smtp.received[0]?.subject).toContain('“Pak frø” er åben til');
  const path = pathTo('lone@personer.example');
  expect(path).not.toBe(pathTo('birgit@personer.example'));

  const before = now();
  await page.goto(here(path));
  await page.reload();
  expect(now()).toEqual(before);
  await expectFine(page);
  await page.goto(here(`/en${path}`));
  await expectFine(page);
  await page.goto(here(path));
  await page.getByRole('button', { name: 'Forny i 90 dage' }).click();
  await expect(page.getByRole('status')).toHaveText('“Pak frø” er fornyet.');
  expect(now()?.input.expiresOn).toBe(addDays(today(), 90));
  expect(db.$client.prepare('select actor from events order by id desc').pluck().get()).toBe('slot-key');
});

test('pausing, filling and closing by the link, without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(here(pathTo('birgit@personer.example')));
  await page.getByRole('button', { name: 'Sæt på pause' }).click();
  expect(now()?.status).toBe('paused');
  await page.getByRole('button', { name: 'Åbn igen' }).click();
  expect(now()?.status).toBe('open');
  await page.getByLabel('Hvor mange af de 2 er besat?').fill('mange');
  await page.getByRole('button', { name: 'Gem antallet' }).click();
  await expect(page.getByRole('alert')).toContainText('Skriv et tal.');
  await page.getByLabel('Hvor mange af de 2 er besat?').fill('2');
  await page.getByRole('button', { name: 'Gem antallet' }).click();
  expect(now()?.status).toBe('full');
  await page.getByText('Luk pladsen for altid').click();
  await page.getByRole('button', { name: 'Luk pladsen' }).click();
  expect(now()?.status).toBe('closed');
  await expect(page.getByText('Pladsen er lukket. Siden bliver stående')).toBeVisible();
  await context.close();
});

test('a link that is old or made up opens nothing, and says what to do', async ({ page }) => {
  test.slow();
  for (const path of [`/plads?noegle=${makeSlotKey(db, id, -1)}`, '/plads?noegle=opfundet', '/plads']) {
    expect((await page.goto(here(path)))?.status(), path).toBe(410);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke længere');
    await expectFine(page);
  }
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const form = { key: makeSlotKey(db, id, -1) };
  const refused = await page.request.post(here('/plads?_action=slotKeys.renew'), { form, headers });
  expect(refused.status()).toBe(410);
  expect(await refused.text()).toContain('Linket virker ikke længere');
});

test('nobody keeps the page of a key, and the log does not know it', async () => {
  const path = pathTo('lone@personer.example');
  const [portal] = portals as [Portal];
  const answer = await ask(portal, path, { 'X-Request-Id': 'read-the-key-page' });
  expect(answer.headers['cache-control']).toBe('private, no-store');
  await expect.poll(() => portal.output()).toContain('"requestId":"read-the-key-page","method":"GET","path":"/plads"');
  const key = path.split('=')[1] ?? '';
  for (const one of portals) expect(one.output()).not.toContain(key);
});
