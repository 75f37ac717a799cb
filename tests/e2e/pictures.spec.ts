import { request as httpRequest } from 'node:http';
import type { BrowserContext, Page } from '@playwright/test';
import { insertMember } from '#domain/accounts/steps.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { add } from '../fixtures/directory.ts';
import { expectFineInBoth } from '../fixtures/fine.ts';
import { harmless, hostileFiles } from '../fixtures/hostile-pictures.ts';
import { largeFile } from '../fixtures/large-file.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

const MB = 1024 * 1024;
const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' };

async function organisationOf(lone: number, name: string): Promise<string> {
  return withPortalDatabase((db) => {
    insertMember(db, lone, add(db, { name }, { postcode: '4330', town: 'Hvalsø' }), 'owner');
    return slugOf(name);
  });
}

const file = (buffer: Buffer, name = 'billede.png', mimeType = 'image/png') => ({ name, mimeType, buffer });
const send = (page: Page) => page.getByRole('button', { name: 'Send billedet' }).click();
const addForm = (page: Page) => page.getByRole('form', { name: 'Send billedet' });

for (const javaScriptEnabled of [true, false]) {
  test(`pictures are sent, cut, put in order and taken away, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const slug = await organisationOf(await login(context, 'lone'), javaScriptEnabled ? 'Rye Foto' : 'Rye Ramme');
    const page = await context.newPage();
    const list = `/medlem/${slug}/profil/billeder`;
    await page.goto(list);
    await addForm(page)
      .getByLabel('Billedfil')
      .setInputFiles(file(Buffer.from('<svg><script/></svg>')));
    await send(page);
    await expect(page.getByRole('alert')).toContainText('Hvad viser billedet?: Skal udfyldes.');
    await addForm(page).getByLabel('Hvad viser billedet?').fill('Drivhuset en morgen');
    await addForm(page)
      .getByLabel('Billedfil')
      .setInputFiles(file(Buffer.from('<svg><script/></svg>')));
    await send(page);
    await expect(page.getByRole('alert')).toContainText('Billedfil: Vælg et billede i JPEG, PNG eller WebP.');
    await expect(addForm(page).getByLabel('Hvad viser billedet?')).toHaveValue('Drivhuset en morgen');
    if (javaScriptEnabled) await expectAccessible(page);
    await addForm(page)
      .getByLabel('Billedfil')
      .setInputFiles(file(await harmless('png', 800)));
    await send(page);
    await expect(page.getByRole('status')).toHaveText('Billedet er gemt. Vælg nu, hvad der skal ses.');

    const drawn = page.locator('rect.part');
    await page.getByLabel('Bredde (%)').fill('5');
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('alert')).toContainText('Bredde (%): Udsnittet går ud over billedet');
    // The arrow keys change a number, and with JavaScript the drawing follows.
    await page.getByLabel('Bredde (%)').fill('49');
    await page.getByLabel('Bredde (%)').press('ArrowUp');
    await expect(page.getByLabel('Bredde (%)')).toHaveValue('50');
    if (javaScriptEnabled) await expect(drawn).toHaveAttribute('width', '500');
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('status')).toHaveText('Billedet er ændret.');
    const shown = page.getByRole('img', { name: 'Drivhuset en morgen' });
    await expect(shown).toHaveAttribute('width', '400');
    await page.getByRole('link', { name: 'Ret billedet: Drivhuset en morgen' }).click();
    if (javaScriptEnabled) {
      await expectAccessible(page);
      await page.locator('crop-box svg').scrollIntoViewIfNeeded();
      const box = await page.locator('crop-box image').boundingBox();
      if (!box) throw new Error('nothing is drawn');
      await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.1);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.6, { steps: 4 });
      await page.mouse.up();
      await expect(page.getByLabel('Fra venstre (%)')).toHaveValue('60');
      await expect(page.getByLabel('Bredde (%)')).toHaveValue('30');
    }
    await page.getByLabel('Udsnit').selectOption({ label: 'Det øverste' });
    if (javaScriptEnabled) await expect(page.getByLabel('Højde (%)')).toHaveValue('60');
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(shown).toHaveAttribute('height', '300');

    await addForm(page).getByLabel('Hvad viser billedet?').fill('Gårdbutikken');
    await addForm(page)
      .getByLabel('Billedfil')
      .setInputFiles(file(await harmless('jpeg', 640), 'b.jpg', 'image/jpeg'));
    await send(page);
    await page.goto(list);
    const names = () =>
      page
        .getByRole('main')
        .getByRole('img')
        .evaluateAll((all) => all.map((one) => one.getAttribute('alt')));
    await page.getByRole('form', { name: 'Flyt frem: Gårdbutikken' }).getByRole('button').click();
    await expect(page.getByRole('status')).toHaveText('Rækkefølgen er ændret.');
    expect(await names()).toEqual(['Gårdbutikken', 'Drivhuset en morgen']);
    const logo = page.getByRole('form', { name: 'Send logoet' });
    await logo.getByLabel('Billedfil').setInputFiles(file(await harmless('webp', 200), 'l.webp', 'image/webp'));
    await page.getByRole('button', { name: 'Send logoet' }).click();
    await page.goto(list);
    if (javaScriptEnabled) await expectAccessible(page);

    await page.goto(`/virksomheder/${slug}`);
    await expect(page.getByRole('img', { name: /^Logo for/ })).toBeVisible();
    await expect(page.getByRole('img', { name: 'Gårdbutikken' })).toHaveJSProperty('complete', true);
    if (javaScriptEnabled) await expectAccessible(page);
    await page.goto(list);
    await page.getByRole('form', { name: 'Fjern billedet: Gårdbutikken' }).getByRole('button').click();
    await expect(page.getByRole('status')).toHaveText('Billedet er fjernet.');
    expect(await names()).toEqual(['Drivhuset en morgen', expect.stringMatching(/^Logo for/)]);
    await context.close();
  });

  test(`a picture that is too large is refused, and the words stay, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const slug = await organisationOf(await login(context, 'lone'), javaScriptEnabled ? 'Rye Stort' : 'Rye Større');
    const page = await context.newPage();
    await page.goto(`/medlem/${slug}/profil/billeder`);
    // Just above what a picture may be, and far above what a request may be.
    for (const more of [10 * MB, 12 * MB]) {
      await addForm(page).getByLabel('Hvad viser billedet?').fill('Æbler & pærer');
      await addForm(page)
        .getByLabel('Billedfil')
        .setInputFiles(largeFile('stor.jpg', await harmless('jpeg'), more));
      await send(page);
      await expect(page.getByRole('alert')).toContainText('Billedfil: Billedet fylder mere end 10 MB.');
      await expect(addForm(page).getByLabel('Hvad viser billedet?')).toHaveValue('Æbler & pærer');
    }
    await expect(page.getByRole('main').getByRole('img')).toHaveCount(0);
    await context.close();
  });
}

test('the page of a picture is accessible in both languages and fits a phone', async ({ page, context }) => {
  const slug = await organisationOf(await login(context, 'lone'), 'Rye Side');
  await page.goto(`/medlem/${slug}/profil/billeder`);
  await addForm(page).getByLabel('Hvad viser billedet?').fill('Porten');
  await addForm(page)
    .getByLabel('Billedfil')
    .setInputFiles(file(await harmless('png', 800)));
  await send(page);
  await expect(page.getByRole('status')).toBeVisible();
  await expectFineInBoth(page, new URL(page.url()).pathname);
});

test('of two who cut the same picture, the second is told', async ({ context }) => {
  const slug = await organisationOf(await login(context, 'lone'), 'Rye To Faner');
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto(`/medlem/${slug}/profil/billeder`);
  await addForm(first).getByLabel('Hvad viser billedet?').fill('Porten');
  await addForm(first)
    .getByLabel('Billedfil')
    .setInputFiles(file(await harmless('png', 800)));
  await send(first);
  await second.goto(first.url());
  await first.getByLabel('Hvad viser billedet?').fill('Porten om vinteren');
  await first.getByRole('button', { name: 'Gem' }).click();
  await expect(first.getByRole('status')).toHaveText('Billedet er ændret.');
  await second.getByLabel('Hvad viser billedet?').fill('Porten om sommeren');
  await second.getByRole('button', { name: 'Gem' }).click();
  await expect(second.getByRole('alert')).toContainText('En anden har ændret det imens.');
  await expect(second.getByText('Nu står der: Porten om vinteren')).toBeVisible();
  await expectAccessible(second);
});

/** What of an organisation's public page is a picture, asked for one by one. */
async function servedPictures(context: BrowserContext, slug: string) {
  const html = await (await context.request.get(`/virksomheder/${slug}`)).text();
  const addresses = new Set(html.match(/\/billeder\/[0-9a-f]+\.\w+/g) ?? []);
  return Promise.all(
    [...addresses].map(async (address) => {
      const response = await context.request.get(address);
      return { address, status: response.status(), headers: response.headers(), body: await response.body() };
    }),
  );
}

test('nothing hostile is served, whatever is sent', async ({ context }) => {
  const lone = await login(context, 'lone');
  for (const [index, { name, bytes, kind, refused }] of (await hostileFiles()).entries()) {
    const slug = await organisationOf(lone, `Rye Fremmed ${index}`);
    for (const [mimeType, fileName] of [
      ['image/png', 'a.png'],
      ['image/svg+xml', '../../a.svg'],
      ['text/html', 'a.html'],
    ] as const) {
      const response = await context.request.post(`/medlem/${slug}/profil/billeder?_action=pictures.add`, {
        headers: SAME_ORIGIN,
        multipart: { organisation: slug, kind, alt: 'Intet', picture: file(bytes, fileName, mimeType) },
        maxRedirects: 0,
      });
      expect(response.status(), `${name} as ${mimeType}`).toBe(refused ? 422 : 303);
    }
    const served = await servedPictures(context, slug);
    expect(served.length, name).toBe(refused ? 0 : 2);
    for (const { address, status, headers, body } of served) {
      expect(status, address).toBe(200);
      expect(headers['content-type'], address).toMatch(/^image\/(webp|jpeg|png)$/);
      expect(headers['x-content-type-options'], address).toBe('nosniff');
      expect(headers['content-security-policy'], address).toBe("default-src 'none'; sandbox");
      expect(body.toString('latin1'), name).not.toMatch(/<script|<svg|<html|<\?php|%PDF|GPS|Exif|EVIL/i);
    }
  }
});

/** A request as a browser would not send it. */
function post(path: string, headers: Record<string, string>, body: Buffer[]) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port: process.env.PLADS_TEST_PORT, path, headers, method: 'POST' },
      (response) => {
        let text = '';
        response.on('data', (part) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    for (const part of body) sent.write(part);
    sent.end();
  });
}

test('only a page that takes files takes more than a form of text, and only from somebody', async ({ context }) => {
  await login(context, 'lone');
  const [session] = await context.cookies();
  const cookie = `${session?.name}=${session?.value}`;
  const type = { 'Content-Type': 'multipart/form-data; boundary=x', ...SAME_ORIGIN };
  const upload = '/medlem/groentvaerkstedet-hvalsoe/profil/billeder?_action=pictures.add';
  const lengthOf = (bytes: number) => ({ 'Content-Length': String(bytes) });
  const refused = async (path: string, headers: Record<string, string>) =>
    (await post(path, { ...type, ...headers }, []).catch(() => ({ status: 0, text: '' }))).status;
  expect(await refused(upload, lengthOf(2 * MB))).toBe(413);
  expect(await refused('/konto?_action=accounts.correct', { ...lengthOf(2 * MB), Cookie: cookie })).toBe(413);
  expect(await refused(upload, { ...lengthOf(65 * MB), Cookie: cookie })).toBe(413);
  const endless = await post(upload, { ...type, Cookie: cookie, 'Transfer-Encoding': 'chunked' }, [Buffer.from('x')]);
  expect(endless.status).toBe(411);
  expect(endless.text).toContain('Content-Length');
});

test('pictures of others cannot be seen whole, changed or taken away', async ({ browser }) => {
  const [mine, theirs] = [await browser.newContext(), await browser.newContext()];
  const slug = await organisationOf(await login(mine, 'lone'), 'Rye Egne');
  await login(theirs, 'jens');
  const added = await mine.request.post(`/medlem/${slug}/profil/billeder?_action=pictures.add`, {
    headers: SAME_ORIGIN,
    multipart: { organisation: slug, kind: 'picture', alt: 'Porten', picture: file(await harmless('png')) },
    maxRedirects: 0,
  });
  const page = added.headers().location ?? '';
  const id = page.split('/').at(-1) ?? '';
  expect((await mine.request.get(`${page}/hele`)).headers()['content-type']).toBe('image/webp');
  const own = '/medlem/elverdammens-toemrerfirma/profil/billeder';
  for (const address of [page, `${page}/hele`, `${own}/${id}`, `${own}/${id}/hele`])
    expect((await theirs.request.get(address)).status(), address).toBe(404);
  const organisation = 'elverdammens-toemrerfirma';
  const crop = { 'crop.left': 0, 'crop.top': 0, 'crop.width': 100, 'crop.height': 100 };
  const forms = {
    change: { organisation, id, edition: 1, alt: 'X', part: 'whole', ...crop },
    move: { organisation, id, direction: 'later' },
    remove: { organisation, id },
  };
  for (const [action, form] of Object.entries(forms)) {
    const response = await theirs.request.post(`${own}?_action=pictures.${action}`, { form, headers: SAME_ORIGIN });
    expect(response.status(), action).toBe(404);
  }
  const multipart = { organisation: slug, kind: 'picture', alt: 'X', picture: file(await harmless('png')) };
  const intruding = await theirs.request.post(`${own}?_action=pictures.add`, { multipart, headers: SAME_ORIGIN });
  expect(intruding.status()).toBe(404);
  expect(await servedPictures(mine, slug)).toHaveLength(2);
  await Promise.all([mine.close(), theirs.close()]);
});
