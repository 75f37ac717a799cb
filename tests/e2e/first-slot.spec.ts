import { invite } from '#domain/invitations/commands.ts';
import { countInteractions } from '../fixtures/interactions.ts';
import { idOf } from '../fixtures/people.ts';
import { linkIn, openPortalWithMail, type PortalWithMail } from '../fixtures/portal-with-mail.ts';
import { expect, test } from '../fixtures/test.ts';

let portal: PortalWithMail;
test.beforeAll(async () => {
  portal = await openPortalWithMail();
});
test.afterAll(() => portal.stop());

/** Issue 4: from the invitation's e-mail to a published slot. */
const MOST = 12;

for (const javaScriptEnabled of [true, false]) {
  const how = `${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

  test(`from an invitation’s e-mail to an open slot in at most ${MOST} steps, ${how}`, async ({ browser }) => {
    const email = `ny-${javaScriptEnabled ? 'a' : 'b'}@koekkenet.example`;
    const title = javaScriptEnabled ? 'Smør og pak til frokosten' : 'Dæk bord til frokosten';
    const organisationId = idOf(portal.db, 'organisations', 'Køkkenet på Åsen');
    invite(portal.db, 'test', { email, post: { role: 'owner', organisationId }, locale: 'da' });
    const mail = await portal.mailTo(email);
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const way = countInteractions();

    await way.outside(() => page.goto(portal.url + linkIn(mail)));
    await way.fill(page.getByLabel('Dit navn'), 'Nanna');
    await way.click(page.getByRole('button', { name: 'Ja tak, lav min konto' }));
    await way.click(page.getByRole('link', { name: 'Pladser', exact: true }));
    await way.click(page.getByRole('link', { name: 'Åbn en plads' }));
    await way.click(page.getByRole('button', { name: 'Brug eksemplet Få timer i køkkenet' }));
    await way.fill(page.getByLabel('Hvad skal pladsen hedde?'), title);
    await way.click(page.getByRole('button', { name: 'Gem og se pladsen' }));
    await way.click(page.getByRole('button', { name: 'Åbn pladsen for alle' }));
    await expect(page.getByRole('status').first()).toHaveText('Pladsen er åben. Tak!');

    const found = await (await fetch(`${portal.url}/api/v1/slots?q=frokosten`)).json();
    expect(found.items.map((slot: { title: string }) => slot.title)).toContain(title);
    expect(way.count()).toBeLessThanOrEqual(MOST);
  });
}
