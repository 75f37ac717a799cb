import type { Page } from '@playwright/test';
import { login } from '../fixtures/signed-in.ts';
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
  await expect(ways.getByRole('link')).toHaveText(['Overblik', 'Profil', 'Løfter', 'Pladser', 'Folk']);
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
