import { expect, test } from '../fixtures/test.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor finds a social enterprise near Hvalsø with a slot of few hours, in one search', async ({ page }) => {
    await page.goto('/pladser');
    await page.getByRole('textbox', { name: 'Nær' }).fill('hvalsoe');
    await page.getByLabel('Socialøkonomisk').check();
    await page.getByLabel('Få timer').check();
    await page.getByRole('button', { name: 'Søg' }).click();
    const cards = page.getByRole('article');
    expect(await cards.count()).toBeGreaterThan(2);
    await expect(page.getByRole('heading', { name: /ledige pladser nær Hvalsø/ })).toBeVisible();
    await cards.first().getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'Spørg om pladsen' })).toBeVisible();
  });

  test('filters, chips, pages and sorting are all in the address', async ({ page }) => {
    await page.goto('/virksomheder?sort=name');
    await page.getByLabel('Business Lejre').check();
    await page.getByRole('button', { name: 'Vis resultater' }).click();
    await expect(page).toHaveURL(/network=business-lejre/);
    const heading = page.getByRole('heading', { level: 2, name: /virksomheder/ });
    const narrowed = await heading.textContent();
    await page.getByRole('link', { name: 'Næste' }).click();
    await expect(page).toHaveURL(/page=2/);
    await expect(heading).toHaveText(narrowed ?? '');
    await page.getByRole('link', { name: 'Fjern Business Lejre' }).click();
    await expect(page).not.toHaveURL(/network=/);
    await expect(heading).not.toHaveText(narrowed ?? '');
  });

  test('nothing found tells what blocks, and offers a way out', async ({ page }) => {
    await page.goto('/pladser?place=4330&radiusKm=5&scheme=laerling&support=animals');
    await expect(page.getByRole('heading', { name: 'Ingen passer på det hele' })).toBeVisible();
    const way = page.getByRole('link', { name: /^(Uden|Inden for)/ }).first();
    const promised = Number((await way.textContent())?.match(/er der (\d+)/)?.[1]);
    expect(promised).toBeGreaterThan(0);
    await way.click();
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${promised} ledige? plads`) })).toBeVisible();
  });

  test('what cannot be used is named, and the rest is searched for', async ({ page }) => {
    await page.goto('/pladser?q=k%C3%B8kken&place=Atlantis&scheme=findes-ikke&page=0');
    await expect(page.getByText('Vi kender ikke stedet “Atlantis”')).toBeVisible();
    await expect(page.getByText('“findes-ikke” er ikke et valg i “Ordning”')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Nær' })).toHaveValue('Atlantis');
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
  });

  test('a place name that means several says which one it took', async ({ page }) => {
    await page.goto('/pladser?place=Ejby');
    await expect(page.getByText('Mente du et andet sted?')).toBeVisible();
    await page.getByRole('link', { name: /Ejby \(Køge Kommune\)/ }).click();
    await expect(page).toHaveURL(/near=|place=/);
  });
});

test.describe('with JavaScript', () => {
  test('results come in place, are announced, and Back restores them and the scroll', async ({ page }) => {
    await page.goto('/pladser');
    const heading = page.getByRole('heading', { level: 2, name: /ledige? plads/ });
    const all = (await heading.textContent()) ?? '';
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    await page.mouse.wheel(0, 900);
    await page.waitForFunction(() => scrollY > 500);
    const scrolled = await page.evaluate(() => scrollY);
    await page.getByRole('checkbox', { name: 'Udendørs' }).dispatchEvent('click');
    await expect(heading).not.toHaveText(all);
    await expect(page).toHaveURL(/support=outdoors/);
    await expect(page.getByRole('status')).toHaveText((await heading.textContent()) ?? '');
    expect(await page.title()).toContain((await heading.textContent()) ?? '-');
    await page.goBack();
    await expect(heading).toHaveText(all);
    await expect(page.getByRole('checkbox', { name: 'Udendørs' })).not.toBeChecked();
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 50, scrolled);
    expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  });

  test('an answer that was overtaken is dropped', async ({ page }) => {
    await page.goto('/pladser');
    await page.route(/q=k%C3%B8kken|q=køkken/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue().catch(() => {});
    });
    const field = page.getByRole('combobox', { name: 'Søg' });
    await field.fill('køkken');
    await page.waitForTimeout(400);
    await field.fill('drivhus');
    const heading = page.getByRole('heading', { level: 2, name: /plads/ });
    await expect(heading).toContainText('“drivhus”');
    await page.waitForTimeout(1800);
    await expect(heading).toContainText('“drivhus”');
  });

  test('a search that fails says so and keeps what was there', async ({ page, complaints }) => {
    await page.goto('/pladser');
    const before = await page.getByRole('article').count();
    await page.route('**/pladser?**', (route) => route.abort());
    await page.getByRole('checkbox', { name: 'Udendørs' }).check();
    await expect(page.getByRole('status')).toHaveText('Søgningen lykkedes ikke. Prøv igen.');
    expect(await page.getByRole('article').count()).toBe(before);
    expect(complaints.splice(0)).toEqual(['Failed to load resource: net::ERR_FAILED']);
  });

  test('the checkbox keeps the focus while results change', async ({ page }) => {
    await page.goto('/virksomheder');
    const box = page.getByRole('checkbox', { name: 'Green Network' });
    await box.focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/network=green-network/);
    await expect(box).toBeFocused();
    await expect(box).toBeChecked();
  });

  test('marker and card point at each other', async ({ page }) => {
    await page.goto('/pladser?place=4330');
    await page.getByText('Vis på kort').click();
    const card = page.getByRole('article').first();
    await card.hover();
    const id = await card.getAttribute('data-place');
    await expect(page.locator(`[data-marker="${id}"]`)).toHaveClass(/marked/);
  });
});

test('three clicks from the front page lead to a social enterprise with an open slot', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Socialøkonomiske virksomheder' }).click();
  await page.getByRole('checkbox', { name: 'Har ledige pladser' }).check();
  await expect(page).toHaveURL(/hasOpenSlots=true/);
  await page.getByRole('link', { name: 'Grøntværkstedet Hvalsø' }).click();
  await expect(page.getByRole('heading', { name: 'Ledige pladser' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Pak grøntkasser om torsdagen' })).toBeVisible();
});

test('the words that were searched for are marked', async ({ page }) => {
  await page.goto('/virksomheder?q=drivhuse');
  await expect(page.locator('mark', { hasText: /^drivhuse$/i }).first()).toBeVisible();
});
