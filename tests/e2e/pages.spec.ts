import { HtmlValidate } from 'html-validate';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

/** One of every kind of page. Slugs are those of the demo network. */
const PAGES = [
  '/',
  '/virksomheder',
  '/virksomheder?q=gartneri&place=hvals%C3%B8&network=business-lejre',
  '/virksomheder?q=zzzzzz&sector=public',
  '/virksomheder/groentvaerkstedet-hvalsoe',
  '/pladser',
  '/pladser?place=ejby&radiusKm=25&support=few-hours',
  '/pladser?place=atlantis&radiusKm=x',
  '/pladser/pak-groentkasser-om-torsdagen',
  '/socialoekonomiske',
  '/netvaerk',
  '/netvaerk/green-network',
  '/om',
  '/privatliv',
  '/tilgaengelighed',
  '/api',
  '/findes-ikke',
];

const WIDTHS = [360, 768, 1280];

for (const path of PAGES) {
  for (const language of ['da', 'en']) {
    const address = language === 'da' ? path : `/en${path}`.replace(/\/$/, '');

    test(`${address} is accessible in light and dark`, async ({ page }) => {
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page);
    });

    test(`${address} fits the screen`, async ({ page }) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(address);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `at ${width} px`).toBeLessThanOrEqual(width);
      }
    });
  }

  test(`${path} is valid HTML and has no text that is missing`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'no-inline-style': 'error',
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'no-redundant-role': 'off',
        'no-raw-characters': 'off',
      },
    });
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap((result) =>
        result.messages.map((message) => `${message.ruleId} ${message.line}:${message.column} ${message.message}`),
      ),
    ).toEqual([]);
    expect(html).not.toMatch(/\b(undefined|NaN|\[object Object\])\b/);
    // Addresses of the API name their parts in braces too, as code.
    const words = html.replaceAll(/<(script|style|code)\b.*?<\/\1>/gs, '');
    expect(words).not.toMatch(/\{[a-z]+\}/i);
  });
}

test('a public page needs less than 15 kB of compressed script, and none of it to work', async ({ page, request }) => {
  const { gzipSync } = await import('node:zlib');
  for (const path of ['/', '/pladser', '/virksomheder/groentvaerkstedet-hvalsoe']) {
    const scripts = new Set<string>();
    page.on('request', (sent) => sent.resourceType() === 'script' && scripts.add(sent.url()));
    await page.goto(path, { waitUntil: 'networkidle' });
    const inline = await page.locator('script:not([src]):not([type="application/ld+json"])').allTextContents();
    const files = await Promise.all([...scripts].map(async (url) => (await request.get(url)).text()));
    const bytes = [...inline, ...files].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(bytes, path).toBeLessThan(15_000);
  }
});

test('everything on a page is reached by keyboard, the skip link first', async ({ page }) => {
  await page.goto('/pladser');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Gå til indholdet' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Søg' })).toBeFocused();
  await page.keyboard.type('køkken');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('med “køkken”');
});

test('the phone menu opens without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Ledige pladser', exact: true })).toBeHidden();
  await page.getByText('Menu', { exact: true }).click();
  await page.getByRole('link', { name: 'Ledige pladser', exact: true }).click();
  await expect(page).toHaveURL('/pladser');
  await context.close();
});

for (const path of ['/pladser/pak-groentkasser-om-torsdagen', '/virksomheder/kaeden-hvalsoe']) {
  test(`${path} prints on one A4 page with its address`, async ({ page }) => {
    await page.goto(path);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(path)).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Hovedmenu' })).toBeHidden();
  });
}
