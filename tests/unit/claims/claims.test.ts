import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Db } from '#db/open.ts';
import { suspendAccount } from '#domain/accounts/commands.ts';
import { findViewer } from '#domain/accounts/queries.ts';
import { insertAccount, insertMember } from '#domain/accounts/steps.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { approveClaim, claimOrganisation, declineClaim, withdrawClaim } from '#domain/claims/commands.ts';
import { claimsOn, factsOf, findClaim, ownClaim, settledClaims, waitingClaims } from '#domain/claims/queries.ts';
import { Conflict, NotFound, TooMany } from '#domain/errors.ts';
import { roleIn } from '#domain/members/queries.ts';
import type { Mail } from '#mail/mails.ts';
import { takeMail } from '#mail/outbox.ts';
import { add, smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, idOf, type PersonName, viewerOf } from '../../fixtures/people.ts';
import { lastEvent } from '../../fixtures/viewers.ts';

let db: Db;
/** In both networks, with a website and an address; looked after by Lone. */
let hvalsoeGroent: number;
/** In Green Network, with neither. */
let bogladen: number;
/** In no network. */
let koekkenet: number;

beforeEach(() => {
  vi.useRealTimers();
  db = smallDirectory();
  hvalsoeGroent = idOf(db, 'organisations', 'Hvalsø Grønt');
  bogladen = idOf(db, 'organisations', 'Bogladen i Roskilde');
  koekkenet = idOf(db, 'organisations', 'Køkkenet på Åsen');
});

const somebody = (email: string, name = 'Mette'): Viewer => {
  const viewer = findViewer(db, insertAccount(db, { email, name, locale: 'en' }), false);
  if (!viewer) throw new Error(email);
  return viewer;
};
const shown = (name: PersonName) => viewerOf(db, name, { secondFactor: true });
const mails = (): Mail[] => {
  const all: Mail[] = [];
  for (let mail = takeMail(db); mail; mail = takeMail(db)) all.push(mail.read());
  return all;
};
const waitingOf = (viewer: Viewer, organisation: number): number => {
  const claim = ownClaim(db, viewer, organisation);
  if (claim?.state !== 'waiting') throw new Error('no claim waits');
  return claim.id;
};
const claimed = (viewer: Viewer, organisation: number, message = ''): number => {
  claimOrganisation(db, viewer, organisation, message);
  return waitingOf(viewer, organisation);
};

describe('an address at the organisation’s own domain', () => {
  test('lets in at once as owner, and the address in the directory is told', () => {
    const mette = somebody('mette@hvalsoegroent.example');
    expect(claimOrganisation(db, mette, hvalsoeGroent, '')).toMatchObject({ isLetIn: true, slug: 'hvalsoe-groent' });
    expect(roleIn(db, hvalsoeGroent, mette.id)).toBe('owner');
    expect(ownClaim(db, mette, hvalsoeGroent)?.state).toBe('approved');
    expect(waitingClaims(db, shown('yrsa'))).toEqual([]);
    expect(mails().map(({ to, name }) => [to, name])).toEqual([['post@hvalsoegroent.example', 'claim-let-in']]);
    expect(lastEvent(db)).toMatchObject({
      actor: `account:${mette.id}`,
      verb: 'claimOrganisation',
      noun: 'organisation',
    });
  });

  test('so does the very address in the directory, and nobody needs to be told', () => {
    expect(claimOrganisation(db, somebody('post@hvalsoegroent.example'), hvalsoeGroent, '').isLetIn).toBe(true);
    expect(mails()).toEqual([]);
  });

  test('waits where somebody owns it already, and the owner is told first', () => {
    accountOf(db, 'lone');
    accountOf(db, 'tove');
    const mette = somebody('mette@hvalsoegroent.example');
    expect(claimOrganisation(db, mette, hvalsoeGroent, 'Jeg er ny i butikken').isLetIn).toBe(false);
    expect(roleIn(db, hvalsoeGroent, mette.id)).toBeUndefined();
    const id = waitingOf(mette, hvalsoeGroent);
    expect(mails().map(({ to, name, values }) => [to, name, 'path' in values && values.path])).toEqual([
      ['lone@personer.example', 'claim-waiting', '/medlem/hvalsoe-groent/folk'],
      ['tove@personer.example', 'claim-waiting', `/koordinator/anmodninger/${id}`],
    ]);
  });

  test('waits where another organisation has its page at that domain, however it is written', () => {
    add(db, { name: 'Nabo', website: 'https://WWW.HvalsoeGroent.example/nabo' }, {});
    const mette = somebody('mette@hvalsoegroent.example');
    expect(claimOrganisation(db, mette, hvalsoeGroent, '').isLetIn).toBe(false);
    expect(factsOf(db, { organisationId: hvalsoeGroent, email: mette.email })?.proof).toBe('shared-domain');
  });

  test('a domain that merely holds the name shares nothing', () => {
    add(db, { name: 'Nabo', website: 'https://ikke-hvalsoegroent.example' }, {});
    add(db, { name: 'Genbo', website: 'https://andet.example/hvalsoegroent.example' }, {});
    expect(claimOrganisation(db, somebody('mette@hvalsoegroent.example'), hvalsoeGroent, '').isLetIn).toBe(true);
  });
});

describe('everything else waits', () => {
  test('for the coordinators of its networks; where it is in none, for the administrators', () => {
    accountOf(db, 'tove');
    accountOf(db, 'yrsa');
    const ida = viewerOf(db, 'ida');
    claimed(ida, bogladen, 'Ring til butikken');
    claimed(ida, koekkenet);
    expect(mails().map(({ to, name }) => `${to} ${name}`)).toEqual([
      'tove@personer.example claim-waiting',
      'yrsa@personer.example claim-waiting',
    ]);
    expect(waitingClaims(db, shown('tove')).map(({ name, message }) => [name, message])).toEqual([
      ['Bogladen i Roskilde', 'Ring til butikken'],
    ]);
    expect(waitingClaims(db, shown('yrsa')).map(({ name }) => name)).toEqual([
      'Bogladen i Roskilde',
      'Køkkenet på Åsen',
    ]);
  });

  test('one at a time for each person and organisation; another person may ask as well', () => {
    const ida = viewerOf(db, 'ida');
    claimed(ida, bogladen);
    expect(() => claimOrganisation(db, ida, bogladen, '')).toThrow(new Conflict('already-claimed'));
    claimed(somebody('mette@personer.example'), bogladen);
    expect(waitingClaims(db, shown('tove'))).toHaveLength(2);
    const twice = "insert into claims (account_id, organisation_id, message, created_at) values (?, ?, '', '')";
    expect(() => db.$client.prepare(twice).run(ida.id, bogladen)).toThrow('UNIQUE');
  });

  test('who looks after it already has nothing to ask for, and nobody asks for what is not there', () => {
    for (const name of ['lone', 'birgit'] as const)
      expect(() => claimOrganisation(db, viewerOf(db, name), hvalsoeGroent, '')).toThrow(new Conflict('already-yours'));
    expect(() => claimOrganisation(db, viewerOf(db, 'ida'), 9999, '')).toThrow(NotFound);
  });

  test('not more than five a day, withdrawn ones counted, and then again', () => {
    const ida = viewerOf(db, 'ida');
    for (let times = 0; times < 5; times++) withdrawClaim(db, ida, claimed(ida, bogladen));
    expect(() => claimOrganisation(db, ida, bogladen, '')).toThrow(TooMany);
    expect(() => claimOrganisation(db, ida, koekkenet, '')).toThrow(TooMany);
    vi.useFakeTimers({ now: Date.now() + 86_500_000, toFake: ['Date'] });
    expect(claimOrganisation(db, ida, bogladen, '').isLetIn).toBe(false);
  });
});

test('only whoever asked takes it back, and only while it waits', () => {
  const ida = viewerOf(db, 'ida');
  const id = claimed(ida, bogladen);
  for (const name of ['tove', 'yrsa', 'lone'] as const)
    expect(() => withdrawClaim(db, shown(name), id), name).toThrow(NotFound);
  withdrawClaim(db, ida, id);
  expect(ownClaim(db, ida, bogladen)?.state).toBe('withdrawn');
  expect(() => withdrawClaim(db, ida, id)).toThrow(NotFound);
  expect(() => approveClaim(db, shown('tove'), id, 'owner')).toThrow(new Conflict('claim-settled'));
  expect(roleIn(db, bogladen, ida.id)).toBeUndefined();
  expect(settledClaims(db, shown('tove'), 10)).toEqual([]);
});

describe('who decides', () => {
  /** Each tries alone, on a claim of an organisation in Green Network that Lone owns. */
  test.each([
    ['tove', true],
    ['yrsa', true],
    ['lone', true],
    ['birgit', false],
    ['jens', false],
    ['karim', false],
    ['ida', false],
  ] as const)('%s: %s', (name, may) => {
    accountOf(db, 'lone');
    const mette = somebody('mette@personer.example');
    const id = claimed(mette, hvalsoeGroent);
    const viewer = shown(name);
    expect(findClaim(db, viewer, id) !== undefined).toBe(may);
    if (may) approveClaim(db, viewer, id, 'editor');
    else {
      expect(() => approveClaim(db, viewer, id, 'owner')).toThrow(NotFound);
      expect(() => declineClaim(db, viewer, id, 'Nej')).toThrow(NotFound);
    }
    expect(roleIn(db, hvalsoeGroent, mette.id)).toBe(may ? 'editor' : undefined);
  });

  test('a coordinator of another network does not, nor one without a second factor', () => {
    const other = accountOf(db, 'ida', { coordinates: ['Business Lejre'] });
    const id = claimed(somebody('mette@personer.example'), bogladen);
    const coordinator = findViewer(db, other, true);
    if (!coordinator) throw new Error('ida');
    expect(waitingClaims(db, coordinator)).toEqual([]);
    expect(() => approveClaim(db, coordinator, id, 'owner')).toThrow(NotFound);
    for (const name of ['tove', 'yrsa'] as const) {
      expect(waitingClaims(db, viewerOf(db, name)), name).toEqual([]);
      expect(() => approveClaim(db, viewerOf(db, name), id, 'owner'), name).toThrow(NotFound);
    }
  });

  test('nobody about a claim of their own, and it is on nobody’s own desk', () => {
    const tove = shown('tove');
    const id = claimed(tove, bogladen);
    expect(waitingClaims(db, tove)).toEqual([]);
    expect(() => approveClaim(db, tove, id, 'owner')).toThrow(NotFound);
    expect(waitingClaims(db, shown('yrsa'))).toHaveLength(1);
  });

  test('once the organisation has left the network, its coordinator does no longer', () => {
    const id = claimed(viewerOf(db, 'ida'), bogladen);
    db.$client.prepare("update memberships set until = '2026-01-01' where organisation_id = ?").run(bogladen);
    expect(findClaim(db, shown('tove'), id)).toBeUndefined();
    expect(waitingClaims(db, shown('tove'))).toEqual([]);
  });
});

test('a yes makes the person what was said, and says so in their language', () => {
  const mette = somebody('mette@personer.example');
  const id = claimed(mette, bogladen);
  mails();
  approveClaim(db, shown('tove'), id, 'owner', 'Velkommen');
  expect(roleIn(db, bogladen, mette.id)).toBe('owner');
  expect(mails()).toEqual([
    {
      to: 'mette@personer.example',
      locale: 'en',
      name: 'claim-approved',
      values: { place: 'Bogladen i Roskilde', kind: 'owner', word: 'Velkommen', path: '/medlem/bogladen-i-roskilde' },
    },
  ]);
  expect(settledClaims(db, shown('yrsa'), 10)).toMatchObject([{ id, state: 'approved', settledBy: 'Tove' }]);
  expect(lastEvent(db)).toMatchObject({ verb: 'approveClaim', noun: 'organisation', noun_id: bogladen });
});

test('a no says why, and the person may ask again', () => {
  const mette = somebody('mette@personer.example');
  const id = claimed(mette, bogladen);
  mails();
  declineClaim(db, shown('tove'), id, 'Ring til mig først');
  expect(mails()).toMatchObject([{ name: 'claim-declined', locale: 'en', values: { word: 'Ring til mig først' } }]);
  expect(ownClaim(db, mette, bogladen)).toMatchObject({ state: 'declined', reason: 'Ring til mig først' });
  expect(claimed(mette, bogladen)).not.toBe(id);
});

test('nothing personal is written down for good', () => {
  const mette = somebody('mette@personer.example');
  declineClaim(db, shown('tove'), claimed(mette, bogladen, 'Ring på 12 34 56 78'), 'Vi kender dig ikke');
  const events = JSON.stringify(db.$client.prepare('select * from events').all());
  for (const text of ['mette', 'Mette', '12 34 56 78', 'kender dig']) expect(events).not.toContain(text);
});

test('who is suspended is not let in, and the claim still waits', () => {
  const mette = somebody('mette@personer.example');
  const id = claimed(mette, bogladen);
  suspendAccount(db, shown('yrsa'), mette.id);
  expect(() => approveClaim(db, shown('tove'), id, 'owner')).toThrow(new Conflict('claimant-suspended'));
  expect(waitingClaims(db, shown('tove'))).toHaveLength(1);
});

test('owners see who wants to take part; an editor and a stranger see nobody', () => {
  accountOf(db, 'lone');
  claimed(somebody('mette@personer.example'), hvalsoeGroent);
  expect(claimsOn(db, viewerOf(db, 'lone'), hvalsoeGroent).map(({ person }) => person)).toEqual(['Mette']);
  for (const name of ['birgit', 'jens', 'tove', 'yrsa'] as const)
    expect(claimsOn(db, shown(name), hvalsoeGroent), name).toEqual([]);
});

test('somebody who came on board meanwhile as an owner stays one', () => {
  const mette = somebody('mette@personer.example');
  const id = claimed(mette, bogladen);
  insertMember(db, mette.id, bogladen, 'owner');
  approveClaim(db, shown('tove'), id, 'editor');
  expect(roleIn(db, bogladen, mette.id)).toBe('owner');
});

test('of two who decide at the same moment one does, and the other is told', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'plads-claims-')), 'plads.db');
  db = smallDirectory(file);
  accountOf(db, 'tove');
  accountOf(db, 'yrsa');
  const place = idOf(db, 'organisations', 'Bogladen i Roskilde');
  const ida = viewerOf(db, 'ida');
  const id = claimed(ida, place);
  mails();
  const start = Date.now() + 2500;
  const results = await Promise.all(
    [
      ['tove', `approveClaim(db, viewer, ${id}, 'owner')`],
      ['yrsa', `declineClaim(db, viewer, ${id}, 'Nej')`],
    ].map(async ([name, verb]) => {
      const program = `
        import { openDatabase } from '#db/open.ts';
        import { approveClaim, declineClaim } from '#domain/claims/commands.ts';
        import { findAccountByEmail, findViewer } from '#domain/accounts/queries.ts';
        const db = openDatabase('${file}');
        const viewer = findViewer(db, findAccountByEmail(db, '${name}@personer.example').id, true);
        while (Date.now() < ${start});
        try { ${verb}; console.log('decided'); } catch (error) { console.log(error.code); }`;
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
      return stdout.trim();
    }),
  );
  expect([...results].sort()).toEqual(['claim-settled', 'decided']);
  const approved = results[0] === 'decided';
  expect(roleIn(db, place, ida.id)).toBe(approved ? 'owner' : undefined);
  expect(ownClaim(db, ida, place)?.state).toBe(approved ? 'approved' : 'declined');
  expect(mails()).toHaveLength(1);
  db.$client.close();
});
