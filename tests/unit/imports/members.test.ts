import { expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { findOrganisation } from '#domain/organisations/queries.ts';
import { today } from '#domain/time.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { importList, noticesOf, problemsOf } from '../../fixtures/lists.ts';

const GREEN_NETWORK = { network: { slug: 'green-network', name: 'Green Network' } };
const LIST = `navn;cvr;postnr;telefon
Hvalsø Grønt;90000004;4330;46408012
Gevninge Tømrer & Snedker ApS;90000012;4000;
Køkkenet på Åsen;90000020;4320;
`;

const names = (db: Db) => db.$client.prepare('select name from organisations order by id').pluck().all();
const members = (db: Db, network = 'business-lejre') =>
  db.$client
    .prepare(
      `select organisations.name from memberships join organisations on organisations.id = organisation_id
         join networks on networks.id = network_id where networks.slug = ? and until is null order by organisations.id`,
    )
    .pluck()
    .all(network);

test('a company of another network joins this one too, and stays one company', async () => {
  const db = emptyDirectory();
  await importList(db, LIST, GREEN_NETWORK);
  const report = await importList(db, 'navn;cvr\nHvalsø Grønt;DK 90 00 00 04\nBogladen;90000039\n');
  expect(report.outcomes).toMatchObject({ joined: 1, added: 1 });
  expect(names(db)).toHaveLength(4);
  expect(members(db)).toEqual(['Hvalsø Grønt', 'Bogladen']);
  expect(members(db, 'green-network')).toHaveLength(3);
  expect(
    findOrganisation(db, 'hvalsoe-groent')
      ?.networks.map((network) => network.slug)
      .sort(),
  ).toEqual(['business-lejre', 'green-network']);
});

test('the same company twice is once, and the second row says where the first is', async () => {
  const db = emptyDirectory();
  const report = await importList(db, 'navn;cvr\nHvalsø Grønt;90000004\nHVALSØ GRØNT;90 00 00 04\n');
  expect(report.outcomes).toMatchObject({ added: 1, skipped: 1 });
  expect(report.notices.find((notice) => notice.code === 'twice')).toMatchObject({ line: 3, values: { line: 2 } });
  expect(names(db)).toEqual(['Hvalsø Grønt']);
});

test.each(['Hvalsø Grønt', 'HVALSØ GRØNT', 'Hvalsø-Grønt ApS', 'hvalsoe groent'])(
  '“%s” without a CVR number is reported as a likely duplicate, and not merged',
  async (name) => {
    const db = emptyDirectory();
    await importList(db, LIST, GREEN_NETWORK);
    const report = await importList(db, `navn;cvr;telefon\n${name};;20304050\n`);
    expect(problemsOf(report)).toEqual(['2 navn: likely-duplicate']);
    expect(report.problems[0]?.values).toEqual({ name: 'Hvalsø Grønt', cvr: '90000004' });
    expect(names(db)).toHaveLength(3);
    expect(members(db)).toEqual([]);
    expect(findOrganisation(db, 'hvalsoe-groent')?.phone).toBe('+4546408012');
  },
);

test('one name with two CVR numbers is two companies, and that is told', async () => {
  const db = emptyDirectory();
  const report = await importList(db, 'navn;cvr;postnr\nLejre VVS;90000004;4320\nLejre VVS ApS;90000012;4320\n');
  expect(report.outcomes.added).toBe(2);
  expect(noticesOf(report)).toEqual(['3 navn: same-name']);
  expect(db.$client.prepare('select slug from organisations order by id').pluck().all()).toEqual([
    'lejre-vvs',
    'lejre-vvs-aps',
  ]);
});

test('a company without a CVR number is taken, said to be without, and known again next time', async () => {
  const db = emptyDirectory();
  const list = 'navn;postnr\nHyggeklubben;4330\n';
  const report = await importList(db, list);
  expect([report.outcomes.added, noticesOf(report)]).toEqual([1, ['2 cvr: no-cvr']]);
  expect((await importList(db, list)).outcomes).toMatchObject({ added: 0, unchanged: 1, refused: 0 });
  expect(problemsOf(await importList(db, 'navn;postnr\nHyggeklubben;4000\n'))).toEqual(['2 navn: likely-duplicate']);
});

test('a further P-number is a further workplace; somebody else’s is refused; a P-number alone is enough to be known', async () => {
  const db = emptyDirectory();
  const list = `navn;cvr;p-nr;postnr
Hvalsø Grønt;90000004;1000000001;4330
Hvalsø Grønt, butikken;90000004;1000000002;4000
`;
  const report = await importList(db, list);
  expect([report.outcomes.added, noticesOf(report)]).toEqual([1, ['3 p-nr: further-workplace']]);
  const places = () => db.$client.prepare('select p_number, main, postcode from workplaces order by id').all();
  const both = [
    { p_number: '1000000001', main: 1, postcode: '4330' },
    { p_number: '1000000002', main: 0, postcode: '4000' },
  ];
  expect(places()).toEqual(both);
  await importList(db, list);
  expect(places()).toEqual(both);

  const taken = await importList(db, 'navn;cvr;p-nr\nGevninge Tømrer;90000012;1000000002\n');
  expect(problemsOf(taken)).toEqual(['2 p-nr: p-number-taken']);
  const known = await importList(db, 'navn;p-nr\nHvalsø Grønt;1000000002\n', GREEN_NETWORK);
  expect(known.outcomes.joined).toBe(1);
  expect(names(db)).toEqual(['Hvalsø Grønt']);
});

test('a list fills in what is missing, never overwrites, and tells where it says something else', async () => {
  const db = emptyDirectory();
  await importList(db, 'navn;cvr;telefon;postnr\nHvalsø Grønt;90000004;46408012;4330\n');
  const report = await importList(
    db,
    'navn;cvr;telefon;branche;adresse;postnr\nHvalsø Grønsager;90000004;20304050;Gartneri;Hovedgaden 4;4330\n',
  );
  expect(report.outcomes.completed).toBe(1);
  expect(noticesOf(report)).toEqual(['2 navn: differs', '2 telefon: differs']);
  expect(findOrganisation(db, 'hvalsoe-groent')).toMatchObject({
    name: 'Hvalsø Grønt',
    phone: '+4546408012',
    branch: 'Gartneri',
    workplaces: [{ address: 'Hovedgaden 4', postcode: '4330' }],
  });
});

test('a member that the list no longer holds is told of, and goes only when that is asked for', async () => {
  const db = emptyDirectory();
  await importList(db, LIST);
  const shorter = LIST.replace(/Køkkenet.*\n/, '');
  const told = await importList(db, shorter);
  expect(told.notices).toContainEqual({ line: 0, column: '', value: 'Køkkenet på Åsen', code: 'missing' });
  expect(members(db)).toHaveLength(3);

  const tried = await importList(db, shorter, { endMissing: true, dryRun: true });
  expect(noticesOf(tried)).toContain('0 : missing-ended');
  expect(members(db)).toHaveLength(3);

  await importList(db, shorter, { endMissing: true });
  expect(members(db)).toEqual(['Hvalsø Grønt', 'Gevninge Tømrer & Snedker ApS']);
  expect(names(db)).toContain('Køkkenet på Åsen');
  expect(db.$client.prepare('select until from memberships where until is not null').pluck().all()).toEqual([today()]);

  expect((await importList(db, LIST)).outcomes.joined).toBe(1);
  expect(members(db)).toHaveLength(3);
});

test('ending the missing touches no other network', async () => {
  const db = emptyDirectory();
  await importList(db, LIST, GREEN_NETWORK);
  await importList(db, LIST);
  await importList(db, 'navn;cvr\nHvalsø Grønt;90000004\n', { endMissing: true });
  expect(members(db)).toEqual(['Hvalsø Grønt']);
  expect(members(db, 'green-network')).toHaveLength(3);
});

test.each([
  ['has a flaw elsewhere', 'Køkkenet på Åsen;90000020;4320;ring bare'],
  ['has lost its CVR number', 'Køkkenet på Åsen;;4320;'],
  ['has a wrong CVR number', 'Køkkenet på Åsen;12345678;4320;'],
])('a member whose row %s still stands in the list: its membership does not end', async (_, row) => {
  const db = emptyDirectory();
  await importList(db, LIST);
  const report = await importList(db, LIST.replace(/Køkkenet.*\n/, `${row}\n`), { endMissing: true });
  expect(report.outcomes.refused).toBe(1);
  expect(noticesOf(report).filter((notice) => notice.startsWith('0'))).toEqual([]);
  expect(members(db)).toHaveLength(3);
});

test('every organisation, membership and network of a list has its event, and none of them a person', async () => {
  const db = emptyDirectory();
  await importList(
    db,
    'navn;cvr;kontaktperson;email\nHvalsø Grønt;90000004;Birgit Holm;birgit@hvalsoegroent.example\n',
  );
  const events = db.$client.prepare('select actor, verb, noun, detail from events order by id').all();
  expect(events.map((event) => (event as { verb: string }).verb)).toEqual([
    'foundNetwork',
    'addOrganisation',
    'joinNetwork',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/Birgit|birgit/);
});
