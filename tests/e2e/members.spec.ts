import type { Page } from '@playwright/test';
import { insertMember } from '#domain/accounts/steps.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { add } from '../fixtures/directory.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

/** In both languages, light and dark, and at both widths. @param path without its language */
async function expectFine(page: Page, path: string): Promise<void> {
  for (const address of [path, `/en${path}`]) {
    await page.goto(address);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
}

test('an overview leads to the organisation that one looks after, and its pages are within reach', async ({
  page,
  context,
}) => {
  await login(context, 'lone');
  await page.goto('/');
  await page.getByRole('link', { name: 'Det, du passer' }).click();
  await page.getByRole('link', { name: 'Grøntværkstedet Hvalsø' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overblik' })).toBeVisible();
  const ways = page.getByRole('navigation', { name: 'Grøntværkstedet Hvalsø' });
  await expect(ways.getByRole('link')).toHaveText(['Overblik', 'Henvendelser', 'Folk']);
  await expect(ways.getByRole('link', { name: 'Overblik' })).toHaveAttribute('aria-current', 'page');
  const slug = new URL(page.url()).pathname;
  await expectFine(page, slug);
  await expectFine(page, '/medlem');
});

test('what others look after is not there, whatever one’s role elsewhere', async ({ browser }) => {
  for (const name of ['jens', 'ida', 'karim', 'tove', 'yrsa'] as const) {
    const context = await browser.newContext();
    await login(context, name);
    expect((await context.request.get('/medlem/groentvaerkstedet-hvalsoe')).status(), name).toBe(404);
    await context.close();
  }
});

test('whoever looks after nothing yet is told how to begin', async ({ page, context }) => {
  await login(context, 'ida');
  await page.goto('/medlem');
  await expect(page.getByRole('link', { name: 'Find jeres side' })).toBeVisible();
  await expectFine(page, '/medlem');
});

/** A fresh organisation with Lone as its owner and Birgit as its editor, so that nothing is taken from other tests. */
function organisationOfTwo(name: string, lone: number, birgit: number): Promise<string> {
  return withPortalDatabase((db) => {
    const id = add(db, { name }, { postcode: '4330', town: 'Hvalsø' });
    insertMember(db, lone, id, 'owner');
    insertMember(db, birgit, id, 'editor');
    return slugOf(name);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`inviting, handing over and leaving, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const birgit = await login(context, 'birgit');
    const lone = await login(context, 'lone');
    const name = javaScriptEnabled ? 'Osted Saft' : 'Osted Most';
    const slug = await organisationOfTwo(name, lone, birgit);
    const page = await context.newPage();
    await page.goto(`/medlem/${slug}/folk`);
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('alert')).toContainText('Kollegaens mailadresse: Skal udfyldes.');
    await page.getByLabel('Kollegaens mailadresse').fill(`kollega@${slug}.example`);
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('status')).toHaveText('Invitationen er sendt.');
    await expect(page.getByText(`kollega@${slug}.example`)).toBeVisible();
    if (javaScriptEnabled) await expectFine(page, `/medlem/${slug}/folk`);
    await page.goto(`/medlem/${slug}/folk`);
    await page.getByRole('button', { name: 'Træk tilbage' }).click();
    await expect(page.getByRole('status')).toHaveText('Invitationen er trukket tilbage.');

    await page.getByRole('button', { name: `Forlad ${name}` }).click();
    await expect(page.getByRole('alert')).toContainText('Der skal være mindst én ejer.');
    await page.getByText('Ret adgang for Birgit').click();
    await page.getByRole('button', { name: 'Giv det hele videre' }).click();
    await expect(page.getByRole('status')).toHaveText('Det er givet videre. Du er nu redaktør.');
    await expect(page.getByRole('button', { name: 'Send invitation' })).toHaveCount(0);
    await page.getByRole('button', { name: `Forlad ${name}` }).click();
    await expect(page).toHaveURL('/medlem');
    await expect(page.getByRole('status')).toHaveText(`Du passer ikke længere ${name}.`);
    expect((await context.request.get(`/medlem/${slug}/folk`)).status()).toBe(404);
    await context.close();
  });
}
