import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { findViewer } from '#domain/accounts/queries.ts';
import { insertAccount, insertMember } from '#domain/accounts/steps.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { applyAsNew, applyToNetwork, withdrawApplication } from '#domain/applications/commands.ts';
import { approveApplication, declineApplication } from '#domain/applications/decision-commands.ts';
import {
  applicantOf,
  findApplication,
  mayJoin,
  namesakesOf,
  ownWaitingApplications,
  waitingApplications,
} from '#domain/applications/queries.ts';
import { cvrInput, type NewOrganisationInput, newApplicationInput } from '#domain/applications/schema.ts';
import { Conflict, Invalid, NotFound, TooMany } from '#domain/errors.ts';
import { roleIn } from '#domain/members/queries.ts';
import { findOrganisation } from '#domain/organisations/queries.ts';
import { searchOrganisations } from '#domain/organisations/search.ts';
import { readForm } from '#lib/form-data.ts';
import type { Mail } from '#mail/mails.ts';
import { takeMail } from '#mail/outbox.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { add, smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, idOf, type PersonName, viewerOf } from '../../fixtures/people.ts';

let db: Db;
let greenNetwork: number;
let businessLejre: number;
let mette: Viewer;

const osted: NewOrganisationInput = {
  cvr: '90000047',
  name: 'Osted Saft',
  sector: 'ordinary',
  branch: 'Mosteri',
  address: 'Hovedvejen 1',
  postcode: '4320',
  website: 'https://ostedsaft.example',
  email: 'post@ostedsaft.example',
  phone: '+4512345678',
};

beforeEach(() => {
  db = smallDirectory();
  greenNetwork = idOf(db, 'networks', 'Green Network');
  businessLejre = idOf(db, 'networks', 'Business Lejre');
  mette = somebody('mette@personer.example', 'Mette');
});

function somebody(email: string, name: string): Viewer {
  const viewer = findViewer(db, insertAccount(db, { email, name, locale: 'en' }), false);
  if (!viewer) throw new Error(email);
  return viewer;
}
const shown = (name: PersonName) => viewerOf(db, name, { secondFactor: true });
const mails = (): Mail[] => {
  const all: Mail[] = [];
  for (let mail = takeMail(db); mail; mail = takeMail(db)) all.push(mail.read());
  return all;
};

describe('a new organisation', () => {
  test('comes into being with a yes: in the directory, in the network, in the search, with its owner', async () => {
    accountOf(db, 'tove');
    const id = applyAsNew(db, mette, greenNetwork, osted, 'Vi vil gerne være med');
    expect(mails()).toMatchObject([
      {
        to: 'tove@personer.example',
        name: 'application-waiting',
        values: { place: 'Osted Saft', network: 'Green Network', path: `/koordinator/ansoegninger/${id}` },
      },
    ]);
    expect(findOrganisation(db, 'osted-saft')).toBeUndefined();
    const organisation = approveApplication(db, shown('tove'), id, 'Velkommen');
    expect(findOrganisation(db, 'osted-saft')).toMatchObject({
      id: organisation,
      cvr: '90000047',
      networks: [{ slug: 'green-network' }],
      town: 'Lejre',
      municipality: '0350',
      demo: false,
    });
    expect(roleIn(db, organisation, mette.id)).toBe('owner');
    const found = await searchOrganisations(db, embeddedEngine(db), {
      kind: 'organisations',
      text: 'Osted Saft',
      filters: { network: ['green-network'] },
      sort: 'relevance',
      page: 1,
      pageSize: 5,
    });
    expect(found.items.map(({ slug }) => slug)).toEqual(['osted-saft']);
    expect(mails()).toMatchObject([
      {
        to: mette.email,
        locale: 'en',
        name: 'application-approved',
        values: { word: 'Velkommen', path: '/medlem/osted-saft' },
      },
    ]);
    const verbs = db.$client.prepare('select verb, actor from events order by id desc limit 3').all();
    expect(verbs).toEqual(
      ['approveApplication', 'joinNetwork', 'addOrganisation'].map((verb) => ({
        verb,
        actor: `account:${accountOf(db, 'tove')}`,
      })),
    );
  });

  test('of an invented person is invented', () => {
    const id = insertAccount(db, { email: 'ny@demo.example', name: 'Ny', locale: 'da' }, true);
    const invented = findViewer(db, id, false);
    if (!invented) throw new Error('ny');
    approveApplication(db, shown('tove'), applyAsNew(db, invented, greenNetwork, osted, ''));
    expect(findOrganisation(db, 'osted-saft')?.demo).toBe(true);
  });

  test('is not new where its number is listed, and has a place that exists', () => {
    expect(() => applyAsNew(db, mette, greenNetwork, { ...osted, cvr: '90000004' }, '')).toThrow(
      new Conflict('listed-already'),
    );
    expect(() => applyAsNew(db, mette, greenNetwork, { ...osted, postcode: '9999' }, '')).toThrow(Invalid);
    expect(() => applyAsNew(db, mette, 999, osted, '')).toThrow(NotFound);
    expect(ownWaitingApplications(db, mette)).toEqual([]);
  });

  test('applies once to each network, whoever asks; one without a number once for each person and name', () => {
    applyAsNew(db, mette, greenNetwork, osted, '');
    expect(() => applyAsNew(db, viewerOf(db, 'ida'), greenNetwork, { ...osted, name: 'Saft' }, '')).toThrow(
      new Conflict('already-applied'),
    );
    applyAsNew(db, mette, businessLejre, osted, '');
    const choir = { ...osted, cvr: null, name: 'Osted Kor' };
    applyAsNew(db, mette, greenNetwork, choir, '');
    expect(() => applyAsNew(db, mette, greenNetwork, choir, '')).toThrow(new Conflict('already-applied'));
    applyAsNew(db, viewerOf(db, 'ida'), greenNetwork, choir, '');
  });

  test('that two networks say yes to is one organisation', () => {
    const [green, business] = [greenNetwork, businessLejre].map((network) => applyAsNew(db, mette, network, osted, ''));
    const first = approveApplication(db, shown('tove'), green ?? 0);
    expect(approveApplication(db, shown('yrsa'), business ?? 0)).toBe(first);
    expect(findOrganisation(db, 'osted-saft')?.networks).toHaveLength(2);
  });

  test('that was listed meanwhile for somebody else is not made a second time', () => {
    const id = applyAsNew(db, mette, greenNetwork, osted, '');
    add(db, { name: 'Osted Saft', cvr: '90000047' }, {});
    expect(() => approveApplication(db, shown('tove'), id)).toThrow(new Conflict('listed-meanwhile'));
    expect(findApplication(db, shown('tove'), id)?.state).toBe('waiting');
    declineApplication(db, shown('tove'), id, 'Overtag siden, og søg igen');
  });

  test('with a name that is taken gets an address of its own, and whoever decides sees the namesake', () => {
    const id = applyAsNew(db, mette, greenNetwork, { ...osted, name: 'Hvalsø Grønt' }, '');
    expect(namesakesOf(db, 'Hvalsø Grønt').map(({ slug }) => slug)).toEqual(['hvalsoe-groent']);
    approveApplication(db, shown('tove'), id);
    expect(findOrganisation(db, 'hvalsoe-groent-2')?.cvr).toBe('90000047');
  });
});

describe('a listed organisation', () => {
  test('is applied for by an owner, and joins with a yes', () => {
    const jens = viewerOf(db, 'jens');
    const toemrer = idOf(db, 'organisations', 'Gevninge Tømrer & Snedker ApS');
    expect(mayJoin(db, jens, greenNetwork)).toHaveLength(1);
    expect(mayJoin(db, jens, businessLejre)).toEqual([]);
    const id = applyToNetwork(db, jens, greenNetwork, toemrer, '');
    expect(() => applyToNetwork(db, jens, greenNetwork, toemrer, '')).toThrow(new Conflict('already-applied'));
    expect(approveApplication(db, shown('tove'), id)).toBe(toemrer);
    expect(() => applyToNetwork(db, jens, greenNetwork, toemrer, '')).toThrow(new Conflict('member-of-network'));
    expect(findOrganisation(db, 'gevninge-toemrer-og-snedker-aps')?.networks).toHaveLength(2);
  });

  test('by nobody else', () => {
    const toemrer = idOf(db, 'organisations', 'Gevninge Tømrer & Snedker ApS');
    insertMember(db, accountOf(db, 'ida'), toemrer, 'editor');
    for (const name of ['ida', 'lone', 'tove', 'yrsa'] as const)
      expect(() => applyToNetwork(db, shown(name), greenNetwork, toemrer, ''), name).toThrow(NotFound);
    expect(applicantOf(db, viewerOf(db, 'ida'), toemrer, greenNetwork)).toBe('editor');
    expect(applicantOf(db, viewerOf(db, 'lone'), toemrer, greenNetwork)).toBe('stranger');
    expect(applicantOf(db, viewerOf(db, 'jens'), toemrer, businessLejre)).toBe('member');
  });

  test('whose applicant no longer owns it does not join', () => {
    const jens = viewerOf(db, 'jens');
    const toemrer = idOf(db, 'organisations', 'Gevninge Tømrer & Snedker ApS');
    const id = applyToNetwork(db, jens, greenNetwork, toemrer, '');
    insertMember(db, mette.id, toemrer, 'owner');
    db.$client.prepare('delete from organisation_members where account_id = ?').run(jens.id);
    expect(() => approveApplication(db, shown('tove'), id)).toThrow(new Conflict('applicant-left'));
  });
});

test('those who run the network decide, and nobody else sees it', () => {
  const id = applyAsNew(db, mette, businessLejre, osted, '');
  for (const name of ['tove', 'lone', 'karim', 'ida'] as const) {
    expect(findApplication(db, shown(name), id), name).toBeUndefined();
    expect(waitingApplications(db, shown(name)), name).toEqual([]);
    expect(() => approveApplication(db, shown(name), id), name).toThrow(NotFound);
    expect(() => declineApplication(db, shown(name), id, 'Nej'), name).toThrow(NotFound);
  }
  expect(() => approveApplication(db, viewerOf(db, 'yrsa'), id)).toThrow(NotFound);
  expect(waitingApplications(db, shown('yrsa'))).toHaveLength(1);
  declineApplication(db, shown('yrsa'), id, 'I hører til i Roskilde');
  expect(() => approveApplication(db, shown('yrsa'), id)).toThrow(new Conflict('application-settled'));
  expect(mails().at(-1)).toMatchObject({ name: 'application-declined', values: { word: 'I hører til i Roskilde' } });
  expect(findOrganisation(db, 'osted-saft')).toBeUndefined();
});

test('one’s own is for others to decide about', () => {
  const tove = shown('tove');
  const id = applyAsNew(db, tove, greenNetwork, osted, '');
  expect(waitingApplications(db, tove)).toEqual([]);
  expect(() => approveApplication(db, tove, id)).toThrow(NotFound);
  approveApplication(db, shown('yrsa'), id);
});

test('only whoever applied takes it back; five a day are enough', () => {
  const id = applyAsNew(db, mette, greenNetwork, osted, '');
  expect(() => withdrawApplication(db, viewerOf(db, 'ida'), id)).toThrow(NotFound);
  withdrawApplication(db, mette, id);
  expect(() => withdrawApplication(db, mette, id)).toThrow(NotFound);
  for (let times = 1; times < 5; times++)
    withdrawApplication(db, mette, applyAsNew(db, mette, greenNetwork, osted, ''));
  expect(() => applyAsNew(db, mette, greenNetwork, osted, '')).toThrow(TooMany);
});

describe('the form', () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return newApplicationInput.safeParse(readForm(newApplicationInput, form));
  };
  const filled = { cvr: '90 00 00 47', name: 'Osted Saft', sector: 'ordinary', postcode: '4320' };
  const problems = (fields: Record<string, string>) =>
    Object.fromEntries(read(fields).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? []);

  test('reads what people write', () => {
    expect(
      read({ ...filled, website: 'www.ostedsaft.dk', phone: '12 34 56 78', email: ' Post@OstedSaft.dk', branch: ' ' })
        .data,
    ).toEqual({
      cvr: '90000047',
      name: 'Osted Saft',
      sector: 'ordinary',
      branch: null,
      address: null,
      postcode: '4320',
      website: 'https://www.ostedsaft.dk',
      email: 'post@ostedsaft.dk',
      phone: '+4512345678',
      message: '',
    });
    expect(read({ ...filled, cvr: '' }).data?.cvr).toBeNull();
  });

  test('says what will not do', () => {
    expect(
      problems({ ...filled, cvr: '90000048', name: '', sector: 'x', postcode: '43', phone: '1', email: 'x' }),
    ).toEqual({
      cvr: 'not-a-cvr',
      name: 'missing',
      sector: 'unknown-sector',
      postcode: 'not-a-postcode',
      phone: 'not-a-phone',
      email: 'not-an-email',
    });
    expect(problems({ ...filled, website: 'osted saft' }).website).toBe('not-a-website');
  });

  test('refuses what looks like a CPR number in every text', () => {
    const cpr = 'Ring om 010190-1234';
    expect(problems({ ...filled, name: cpr, branch: cpr, address: cpr, message: cpr })).toEqual({
      name: 'cpr-number',
      branch: 'cpr-number',
      address: 'cpr-number',
      message: 'cpr-number',
    });
  });

  test('takes a CVR number however it is written', () => {
    for (const written of ['90000047', '90 00 00 47', 'DK-90000047', 'CVR: 90.00.00.47'])
      expect(cvrInput.safeParse(written).data, written).toBe('90000047');
    for (const written of ['', '12345678', '9000004', '900000471', 'ingen'])
      expect(cvrInput.safeParse(written).success, written).toBe(false);
  });
});
