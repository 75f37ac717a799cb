import type { Browser } from '@playwright/test';
import { applyAsNew } from '#domain/applications/commands.ts';
import { claimOrganisation } from '#domain/claims/commands.ts';
import { invite } from '#domain/invitations/commands.ts';
import { findInvitation } from '#domain/invitations/queries.ts';
import { postNeed } from '#domain/needs/commands.ts';
import { timestamp, today } from '#domain/time.ts';
import { expectFine, expectFineInBoth } from '../fixtures/fine.ts';
import { ask, hvalsoeGroent } from '../fixtures/job-centre.ts';
import { idOf, viewerOf } from '../fixtures/people.ts';
import { linkIn, openPortalWithMail, type PortalWithMail } from '../fixtures/portal-with-mail.ts';
import { expect, test } from '../fixtures/test.ts';

/* The coordinators' desk, on a directory of its own. */
test.describe.configure({ mode: 'serial' });

let portal: PortalWithMail;

test.beforeAll(async () => {
  portal = await openPortalWithMail();
});
test.afterAll(() => portal.stop());

const open = async (browser: Browser, javaScriptEnabled = true) =>
  (await browser.newContext({ javaScriptEnabled, baseURL: portal.url })).newPage();

test('an empty desk says what will come to it, and the header leads there', async ({ browser }) => {
  test.slow();
  const page = await open(browser);
  await portal.login(page.context(), 'tove');
  await page.goto('/');
  await page.getByRole('link', { name: 'Anmodninger' }).click();
  await expect(page.getByText('Du passer Green Network.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Intet venter på dig' })).toBeVisible();
  await expectFineInBoth(page, '/koordinator');
  await page.getByRole('link', { name: 'Inviter en virksomhed' }).click();
  await expect(page.getByText('Du har ikke sendt nogen endnu.')).toBeVisible();
  await expectFineInBoth(page, '/koordinator/invitationer');
  await page.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? 'with' : 'without';

  test(`inviting, again, and taking back, ${mode} JavaScript`, async ({ browser }) => {
    const page = await open(browser, javaScriptEnabled);
    await portal.login(page.context(), 'tove');
    const email = `ejer-${mode}@bogladen.example`;
    await page.goto('/koordinator/invitationer');
    const member = page.getByRole('region', { name: 'Til en virksomhed' });
    await expect(member.getByLabel('Virksomhed').getByRole('option')).toHaveText([
      'Vælg',
      'Bogladen i Roskilde',
      'Hvalsø Grønt',
    ]);
    await member.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('alert')).toContainText('Virksomhed: Skal udfyldes.');
    await member.getByLabel('Virksomhed').selectOption('Bogladen i Roskilde');
    await member.getByLabel('Mailadresse').fill(email);
    await member.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('status')).toHaveText(`Invitationen til ${email} er sendt.`);
    const first = await portal.mailTo(email);
    expect(first.subject).toBe('Vil du passe Bogladen i Roskilde på Plads?');

    await page
      .getByRole('form', { name: `Send invitationen til ${email} igen` })
      .getByRole('button')
      .click();
    await expect(page.getByRole('status')).toBeVisible();
    const second = await portal.mailTo(email, 2);
    const token = (path: string) => path.split('/').at(-1) ?? '';
    expect(findInvitation(portal.db, token(linkIn(first)))).toBeUndefined();
    expect(findInvitation(portal.db, token(linkIn(second)))?.role).toBe('owner');
    await expect(page.getByRole('listitem').filter({ hasText: email })).toHaveCount(1);
    await page.goto('/koordinator/invitationer');
    await page
      .getByRole('form', { name: `Træk invitationen til ${email} tilbage` })
      .getByRole('button')
      .click();
    await expect(page.getByRole('status')).toHaveText('Invitationen er trukket tilbage.');
    expect(findInvitation(portal.db, token(linkIn(second)))).toBeUndefined();
    await expect(page.getByText('Trukket tilbage').first()).toBeVisible();

    const network = page.getByRole('region', { name: 'Til netværket' });
    await network.getByLabel('Mailadresse').fill('tove@personer.example');
    await network.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('alert')).toContainText('Den person passer allerede netværket.');
    await network.getByLabel('Mailadresse').fill(`makker-${mode}@personer.example`);
    await network.getByRole('button', { name: 'Send invitation' }).click();
    expect((await portal.mailTo(`makker-${mode}@personer.example`)).subject).toBe(
      'Vil du passe netværket Green Network på Plads?',
    );
    await page.context().close();
  });
}

test('an administrator has all networks to choose from', async ({ browser }) => {
  test.slow();
  const page = await open(browser);
  await portal.login(page.context(), 'yrsa');
  await page.goto('/koordinator/invitationer');
  const network = page.getByRole('region', { name: 'Til netværket' });
  await network.getByLabel('Business Lejre').check();
  await network.getByLabel('Mailadresse').fill('bo@personer.example');
  await network.getByRole('button', { name: 'Send invitation' }).click();
  expect((await portal.mailTo('bo@personer.example')).subject).toContain('Business Lejre');
  await page.getByRole('region', { name: 'Til en virksomhed' }).getByRole('button').click();
  await expectFine(page);
  await expectFineInBoth(page, '/koordinator/invitationer');
  await page.context().close();
});

test('who owes an answer, what is missing, and the numbers', async ({ browser }) => {
  test.slow();
  const { db } = portal;
  const page = await open(browser);
  await portal.login(page.context(), 'tove');
  for (const [path, words] of [
    ['/koordinator/henvendelser', 'Alle har svaret.'],
    ['/koordinator/mangler', 'Intet er efterlyst lige nu.'],
    ['/koordinator/tal', 'Intet er bekræftet i den tid.'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(words)).toBeVisible();
  }
  const karim = viewerOf(db, 'karim');
  const enquiry = ask(db, karim);
  db.$client.exec(
    `update enquiries set sent_at = '2026-01-05T10:00:00.000Z', sent_on = '2026-01-05' where id = ${enquiry}`,
  );
  postNeed(db, karim, {
    places: 4,
    hoursMin: 3,
    hoursMax: 5,
    scheme: 'fleksjob',
    support: ['quiet'],
    postcode: '4330',
    radiusKm: 10,
    fromMonth: today().slice(0, 7),
    line: null,
  });
  db.$client
    .prepare(
      `insert into outcomes (organisation_id, kind, persons, hours_weekly, "on", confirmed_at)
       values (?, 'started', 6, null, ?, ?), (?, 'hired', 2, 20, ?, ?)`,
    )
    .run(hvalsoeGroent(db), today(), timestamp(), hvalsoeGroent(db), today(), timestamp());

  await page.goto('/koordinator');
  await page.getByRole('link', { name: '1 henvendelse står uden svar' }).click();
  await expect(page.getByRole('link', { name: 'Hvalsø Grønt har ikke svaret Jobcenter Lejre' })).toBeVisible();
  await expect(page.getByText(/Har ventet \d+ dage/)).toBeVisible();
  await expect(page.getByText('fire timer om ugen')).toHaveCount(0);
  await expectFineInBoth(page, '/koordinator/henvendelser');
  await page.getByRole('link', { name: 'Det, der mangler' }).click();
  await expect(page.getByText('4 mangler').first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Efter ordning' }).getByRole('row').last()).toContainText(
    /Fleksjob\s*4/,
  );
  await expectFineInBoth(page, '/koordinator/mangler');
  await page.getByRole('link', { name: 'Tal', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Netværk' })).toContainText('Green Network');
  await expectFineInBoth(page, '/koordinator/tal');
  const list = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hent tallene til Excel' }).click();
  expect((await list).suggestedFilename()).toMatch(/^plads-.*\.csv$/);

  for (const who of ['lone', 'karim', 'ida'] as const) {
    const other = await open(browser);
    await portal.login(other.context(), who);
    for (const path of ['henvendelser', 'mangler', 'tal', 'tal/hent.csv'])
      expect((await other.request.get(`/koordinator/${path}`)).status(), `${who} ${path}`).toBe(404);
    await other.context().close();
  }
  await page.context().close();
});

test('what is not a coordinator’s own is not there: pages, forms and lists', async ({ browser }) => {
  const { db } = portal;
  const ida = viewerOf(db, 'ida');
  const proposed = {
    cvr: null,
    name: 'Osted Kor',
    sector: 'voluntary',
    branch: null,
    address: null,
    postcode: '4320',
    website: null,
    email: null,
    phone: null,
  } as const;
  claimOrganisation(db, ida, idOf(db, 'organisations', 'Bogladen i Roskilde'), '');
  const application = applyAsNew(db, ida, idOf(db, 'networks', 'Green Network'), proposed, '');
  const claim = (db.$client.prepare('select max(id) as id from claims').get() as { id: number }).id;
  const post = { role: 'owner', organisationId: idOf(db, 'organisations', 'Bogladen i Roskilde') } as const;
  invite(db, viewerOf(db, 'tove', { secondFactor: true }), { email: 'ny@bogladen.example', post, locale: 'da' });
  const sent = (db.$client.prepare('select max(id) as id from invitations').get() as { id: number }).id;
  const pages = [`/koordinator/anmodninger/${claim}`, `/koordinator/ansoegninger/${application}`];
  const sendings: [string, Record<string, string | number>][] = [
    ['claims.approve', { claim, back: 'desk', role: 'owner' }],
    ['claims.decline', { claim, back: 'desk', reason: 'Nej' }],
    ['applications.approve', { application }],
    ['applications.decline', { application, reason: 'Nej' }],
    ['desk.inviteAgain', { invitation: sent }],
    ['desk.revokeInvitation', { invitation: sent }],
  ];
  const before = db.$client.prepare('select count(*) as count from events').get();

  // Jens coordinates another network here; the others coordinate none.
  for (const [who, status, refusal] of [
    ['jens', 404, 404],
    ['lone', 404, 403],
    ['karim', 404, 403],
    ['ida', 404, 403],
  ] as const) {
    const page = await open(browser);
    await portal.login(page.context(), who, who === 'jens' ? { coordinates: ['Business Lejre'] } : {});
    for (const path of pages) expect((await page.request.get(path)).status(), `${who} ${path}`).toBe(status);
    for (const [action, form] of sendings) {
      const headers = { 'Sec-Fetch-Site': 'same-origin' };
      const answer = await page.request.post(`/?_action=${action}`, { form, headers, maxRedirects: 0 });
      expect(answer.status(), `${who} ${action}`).toBe(action.startsWith('claims.') ? 404 : refusal);
    }
    if (who === 'jens') {
      await page.goto('/koordinator');
      await expect(page.getByText('Intet venter på dig')).toBeVisible();
      await page.goto('/koordinator/invitationer');
      await expect(page.getByText('bogladen.example')).toHaveCount(0);
      const headers = { 'Sec-Fetch-Site': 'same-origin' };
      const form = { organisation: 'bogladen-i-roskilde', email: 'x@personer.example', role: 'owner' };
      const invite = '/koordinator/invitationer?_action=desk.inviteMember';
      expect((await page.request.post(invite, { form, headers })).status()).toBe(409);
      const green = { network: idOf(db, 'networks', 'Green Network'), email: 'x@personer.example' };
      const join = '/koordinator/invitationer?_action=desk.inviteCoordinator';
      expect((await page.request.post(join, { form: green, headers })).status()).toBe(403);
    } else expect((await page.request.get('/koordinator')).status(), who).toBe(404);
    await page.context().close();
  }
  expect(db.$client.prepare('select count(*) as count from events').get()).toEqual(before);

  const visitor = await open(browser);
  const closed = await visitor.request.get(pages[0] ?? '', { maxRedirects: 0 });
  expect(closed.headers().location).toContain('/log-ind?naeste=');
  await portal.login(visitor.context(), 'tove', { secondFactor: false });
  const halfway = await visitor.request.get('/koordinator', { maxRedirects: 0 });
  expect(halfway.headers().location).toContain('/totrin?naeste=%2Fkoordinator');
  await portal.login(visitor.context(), 'tove');
  for (const path of pages) expect((await visitor.request.get(path)).status()).toBe(200);
  for (const id of ['0', '-1', '1e3', 'abc', '99999', '9'.repeat(30)])
    expect((await visitor.request.get(`/koordinator/anmodninger/${id}`)).status(), id).toBe(404);
  await visitor.context().close();
});
