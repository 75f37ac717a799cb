import { findViewer } from '#domain/accounts/queries.ts';
import { invite, revokeInvitation } from '#domain/invitations/commands.ts';
import { findInvitation } from '#domain/invitations/queries.ts';
import type { Post } from '#domain/invitations/schema.ts';
import { linkIn, mailTo } from '../fixtures/mailbox.ts';
import { newcomer } from '../fixtures/newcomers.ts';
import { idOf } from '../fixtures/people.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

const inDemo = (role: 'editor' | 'owner') =>
  withPortalDatabase((db): Post => ({ role, organisationId: idOf(db, 'organisations', 'Elverdammens Tømrerfirma') }));

const invited = async (email: string, post: Post | Promise<Post>, locale: 'da' | 'en' = 'da') => {
  const asked = await post;
  return withPortalDatabase((db) => invite(db, 'test', { email, post: asked, locale }));
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`from the e-mail to the organisation's page in three steps, ${how} JavaScript`, async ({ browser }) => {
    const email = `mette-${how}@nye.example`;
    await invited(email, inDemo('editor'));
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const link = linkIn(await mailTo(email, 'Elverdammens'));
    await page.goto(link);
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vil du hjælpe med Elverdammens Tømrerfirma?');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: 'Ja tak, lav min konto' }).click();
    await expect(page.getByRole('alert')).toContainText('Dit navn: Skal udfyldes.');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('Dit navn').fill('Mette');
    await page.getByRole('button', { name: 'Ja tak, lav min konto' }).click();
    await expect(page).toHaveURL('/medlem/elverdammens-toemrerfirma');
    await expect(page.getByRole('status')).toHaveText('Velkommen. Nu er du med.');
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invitationen virker ikke mere');
    await expect(page.getByText('Den er allerede brugt.')).toBeVisible();
    await context.close();
  });
}

test('opening the link writes nothing', async ({ request }) => {
  const link = await invited('moltke@nye.example', inDemo('editor'));
  const waiting = () => withPortalDatabase((db) => findInvitation(db, link.split('/').at(-1) ?? ''));
  const before = await waiting();
  for (const path of [link, `/en${link}`, link]) expect((await request.get(path)).status()).toBe(200);
  expect(await waiting()).toEqual(before);
  const accounts = 'select count(*) from accounts where email = ?';
  expect(await withPortalDatabase((db) => db.$client.prepare(accounts).pluck().get('moltke@nye.example'))).toBe(0);
  const headers = { 'Sec-Fetch-Site': 'cross-site' };
  expect((await request.post(`${link}?_action=invitations.join`, { form: { name: 'X' }, headers })).status()).toBe(403);
});

test('who has an account signs in on the way, and comes back', async ({ page, context }) => {
  const { email } = await newcomer(context, 'magnus', { signedIn: false });
  const link = await invited(email, { role: 'consultant' }, 'en');
  await page.goto(`/en${link}`);
  await expectAccessible(page);
  await expect(page.getByLabel('Your name')).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.goto(linkIn(await mailTo(email, 'log-ind/link')));
  await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click();
  await expect(page).toHaveURL(link);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ja tak' }).click();
  await expect(page, 'staff need a second step').toHaveURL('/konto/totrin?naeste=%2Fjobcenter');
});

test('an invitation for another address says whom it is for, and leads out', async ({ page, context }) => {
  await login(context, 'ida');
  await page.goto(`/en${await invited('malene@nye.example', inDemo('owner'))}`);
  await expect(page.getByText(/the invitation is for malene@nye.example/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/en');
});

test('one that was taken back, is too old, or never was: clear words, and a way onward', async ({ page }) => {
  const [back, old] = [
    await invited('mads@nye.example', inDemo('editor')),
    await invited('mie@nye.example', inDemo('editor')),
  ];
  const tokenOf = (path: string) => path.split('/').at(-1) ?? '';
  await withPortalDatabase((db) => {
    const id = findInvitation(db, tokenOf(back))?.id ?? 0;
    const admin = db.$client.prepare("select id from accounts where email = 'portal@demo.example'").pluck().get();
    const viewer = findViewer(db, Number(admin), true);
    if (!viewer) throw new Error('The demo has no administrator');
    revokeInvitation(db, viewer, id);
    const expire = "update invitations set expires_at = '2020-01-01T00:00:00.000Z' where email = 'mie@nye.example'";
    db.$client.prepare(expire).run();
  });
  for (const [path, status, words] of [
    [back, 410, 'It was taken back'],
    [old, 410, 'It is too old'],
    ['/invitation/nonsense', 404, 'The link is not complete'],
  ] as const) {
    expect((await page.goto(`/en${path}`))?.status()).toBe(status);
    await expect(page.getByText(words)).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
  }
});
