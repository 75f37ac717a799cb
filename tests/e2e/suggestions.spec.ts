import { expect, expectAccessible, test } from '../fixtures/test.ts';

for (const path of ['/', '/virksomheder']) {
  test(`the field on ${path} suggests in groups, by keyboard`, async ({ page }) => {
    await page.goto(path);
    const field = page.getByRole('combobox', { name: 'Søg' });
    const list = page.getByRole('listbox', { name: 'Forslag' });
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await field.pressSequentially('groent');
    await expect(list).toBeVisible();
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    expect(await field.getAttribute('aria-controls')).toBe(await list.getAttribute('id'));
    await expect(list.getByRole('group', { name: 'Virksomheder' }).getByRole('option').first()).toContainText(/grønt/i);
    const options = list.getByRole('option');
    const count = await options.count();
    await expect(page.getByText(`${count} forslag`, { exact: true })).toHaveCount(1);
    await expectAccessible(page);

    await field.press('ArrowDown');
    const first = options.first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
    await field.press('End');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await expect(list.locator('[aria-selected=true]')).toHaveCount(1);
    await field.press('ArrowDown');
    await expect(field).not.toHaveAttribute('aria-activedescendant');
    await field.press('ArrowUp');
    await field.press('Home');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await field.press('Escape');
    await expect(list).toBeHidden();
    await expect(field).toHaveValue('groent');
    await field.press('ArrowDown');
    const address = (await first.getAttribute('data-href')) ?? '';
    expect(address).toMatch(/^\/virksomheder\//);
    await field.press('Enter');
    await expect(page).toHaveURL(address);
  });
}

test('Enter without a marked suggestion sends the form', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('combobox', { name: 'Søg' });
  await field.pressSequentially('køkken');
  await expect(page.getByRole('listbox')).toBeVisible();
  await field.press('Enter');
  await expect(page).toHaveURL(/\/pladser\?q=k%C3%B8kken/);
});

test('on a search page the results follow the typing, and the list closes when the field is left', async ({ page }) => {
  await page.goto('/pladser');
  const field = page.getByRole('combobox', { name: 'Søg' });
  await field.pressSequentially('køkken');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(page.locator('#fundet')).toContainText('“køkken”');
  await expect(field).toBeFocused();
  await field.press('Tab');
  await expect(page.getByRole('listbox')).toBeHidden();
});

test('a suggestion is clicked; in English it stays English', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially('hvalsø');
  const places = page.getByRole('group', { name: 'Places' });
  await places.getByRole('option', { name: /^4330 Hvalsø/ }).click();
  await expect(page).toHaveURL('/en/pladser?place=4330');
});

test('an answer that was overtaken is dropped', async ({ page }) => {
  await page.goto('/');
  await page.route('**/forslag?q=k%C3%B8kken&*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue().catch(() => {});
  });
  const field = page.getByRole('combobox', { name: 'Søg' });
  await field.fill('køkken');
  await page.waitForTimeout(300);
  await field.fill('hvalsø');
  const place = page.getByRole('option', { name: /Hvalsø/ }).first();
  await expect(place).toBeVisible();
  await page.waitForTimeout(1200);
  await expect(place).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field is a plain search field', async ({ page }) => {
    await page.goto('/');
    const field = page.getByRole('searchbox', { name: 'Søg' });
    await expect(field).not.toHaveAttribute('aria-expanded');
    await field.fill('køkken');
    await field.press('Enter');
    await expect(page).toHaveURL(/\/pladser\?q=k%C3%B8kken/);
  });
});

test('too long a text is refused in words', async ({ request }) => {
  const answer = await request.get(`/forslag?q=${'a'.repeat(201)}`);
  expect(answer.status()).toBe(400);
  expect((await answer.json()).detail).toContain('200');
});
