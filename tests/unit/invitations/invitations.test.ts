import { beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '#db/open.ts';
import { findAccountByEmail, findViewer } from '#domain/accounts/queries.ts';
import { Conflict, Forbidden, NotFound } from '#domain/errors.ts';
import { acceptInvitation, invite, revokeInvitation } from '#domain/invitations/commands.ts';
import { findInvitation, invitationsTo } from '#domain/invitations/queries.ts';
import type { Post } from '#domain/invitations/schema.ts';
import { roleIn } from '#domain/members/queries.ts';
import { takeMail } from '#mail/outbox.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, idOf, type PersonName, viewerOf } from '../../fixtures/people.ts';

let db: Db;
let editor: Post & { organisationId: number };

beforeEach(() => {
  db = smallDirectory();
  editor = { role: 'editor', organisationId: idOf(db, 'organisations', 'Hvalsø Grønt') };
  vi.useRealTimers();
});

const asked = (who: PersonName | 'command-line', post: Post, email = 'mette@personer.example') =>
  invite(db, who === 'command-line' ? who : viewerOf(db, who, { secondFactor: true }), { email, post, locale: 'da' });
const tokenIn = (path: string) => path.split('/').at(-1) ?? '';
const mette = { name: 'Mette', locale: 'en' } as const;

test('an owner invites; the e-mail leads to a link, and saying yes makes the account with its role', () => {
  const path = asked('lone', editor);
  expect(takeMail(db)?.read()).toMatchObject({
    to: 'mette@personer.example',
    name: 'invitation',
    values: { path, kind: 'editor', place: 'Hvalsø Grønt', by: 'Lone', days: 14 },
  });
  expect(db.$client.serialize().includes(tokenIn(path))).toBe(false);
  const { accountId } = acceptInvitation(db, tokenIn(path), mette);
  expect(findAccountByEmail(db, 'mette@personer.example')).toMatchObject({
    id: accountId,
    name: 'Mette',
    locale: 'en',
  });
  expect(roleIn(db, editor.organisationId, accountId)).toBe('editor');
});

test('it works once', () => {
  const token = tokenIn(asked('lone', editor));
  acceptInvitation(db, token, mette);
  expect(findInvitation(db, token)).toBeUndefined();
  expect(() => acceptInvitation(db, token, mette)).toThrow(new Conflict('invitation-over'));
});

test('it is bound to its address: another account cannot take it, and it stays', () => {
  const token = tokenIn(asked('lone', editor));
  expect(() => acceptInvitation(db, token, viewerOf(db, 'ida'))).toThrow(new Conflict('invitation-for-another'));
  expect(roleIn(db, editor.organisationId, accountOf(db, 'ida'))).toBeUndefined();
  expect(findInvitation(db, token)).toBeDefined();
});

test('who has an account signs in first: the link opens nobody’s account', () => {
  const token = tokenIn(asked('lone', editor, viewerOf(db, 'ida').email));
  expect(() => acceptInvitation(db, token, mette)).toThrow(new Conflict('sign-in-first'));
  acceptInvitation(db, token, viewerOf(db, 'ida'));
  expect(roleIn(db, editor.organisationId, accountOf(db, 'ida'))).toBe('editor');
});

test('asking again ends the earlier one, of that place alone', () => {
  const network: Post = { role: 'coordinator', networkId: idOf(db, 'networks', 'Green Network') };
  const [first, other] = [tokenIn(asked('lone', editor)), tokenIn(asked('yrsa', network))];
  const second = tokenIn(asked('lone', { ...editor, role: 'owner' }));
  expect([first, other, second].map((token) => findInvitation(db, token)?.role)).toEqual([
    undefined,
    'coordinator',
    'owner',
  ]);
});

test('it may be taken back, by those who may invite', () => {
  const token = tokenIn(asked('lone', editor));
  const [invitation] = invitationsTo(db, viewerOf(db, 'lone'), editor.organisationId);
  expect(invitationsTo(db, viewerOf(db, 'birgit'), editor.organisationId)).toEqual([]);
  for (const name of ['birgit', 'jens', 'ida', 'karim'] as const)
    expect(() => revokeInvitation(db, viewerOf(db, name), invitation?.id ?? 0), name).toThrow(NotFound);
  expect(findInvitation(db, token)).toBeDefined();
  revokeInvitation(db, viewerOf(db, 'lone'), invitation?.id ?? 0);
  expect(findInvitation(db, token)).toBeUndefined();
  expect(() => acceptInvitation(db, token, mette)).toThrow(Conflict);
  expect(() => revokeInvitation(db, viewerOf(db, 'lone'), invitation?.id ?? 0)).toThrow(NotFound);
});

test('after fourteen days it is over', () => {
  const token = tokenIn(asked('lone', editor));
  vi.useFakeTimers({ now: Date.now() + 13.9 * 86_400_000, toFake: ['Date'] });
  expect(findInvitation(db, token)).toBeDefined();
  vi.useFakeTimers({ now: Date.now() + 0.2 * 86_400_000, toFake: ['Date'] });
  expect(() => acceptInvitation(db, token, mette)).toThrow(new Conflict('invitation-over'));
});

test('who may invite to what', () => {
  const network: Post = { role: 'coordinator', networkId: idOf(db, 'networks', 'Green Network') };
  const business: Post = { role: 'coordinator', networkId: idOf(db, 'networks', 'Business Lejre') };
  const posts = {
    editor,
    network,
    business,
    consultant: { role: 'consultant' },
    administrator: { role: 'administrator' },
  } as const;
  const allowed = (['lone', 'birgit', 'jens', 'ida', 'karim', 'tove', 'yrsa'] as const).map((name) => {
    const may = Object.entries(posts).filter(([, post]) => {
      try {
        return asked(name, post);
      } catch (error) {
        if (error instanceof Forbidden) return false;
        throw error;
      }
    });
    return `${name}: ${may.map(([post]) => post).join(' ')}`;
  });
  expect(allowed).toEqual([
    'lone: editor',
    'birgit: ',
    'jens: ',
    'ida: ',
    'karim: ',
    'tove: editor network',
    'yrsa: editor network business consultant administrator',
  ]);
});

test('beyond one’s own organisation it takes a second factor', () => {
  const asking = { email: 'mette@personer.example', post: editor, locale: 'da' } as const;
  expect(() => invite(db, viewerOf(db, 'yrsa'), asking)).toThrow(Forbidden);
  expect(() => invite(db, viewerOf(db, 'tove'), asking)).toThrow(Forbidden);
});

test('who has the post already is not asked; an editor may be asked to be an owner', () => {
  const birgit = viewerOf(db, 'birgit');
  expect(() => asked('lone', editor, birgit.email)).toThrow(Conflict);
  acceptInvitation(db, tokenIn(asked('lone', { ...editor, role: 'owner' }, birgit.email)), birgit);
  expect(roleIn(db, editor.organisationId, birgit.id)).toBe('owner');
});

test('the first administrator is invited from the command line', () => {
  const { accountId } = acceptInvitation(db, tokenIn(asked('command-line', { role: 'administrator' })), mette);
  expect(findViewer(db, accountId, false)).toMatchObject({ administrator: true, secondFactorShown: false });
});
