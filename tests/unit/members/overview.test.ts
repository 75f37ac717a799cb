import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { overviewOf, overviewsOf } from '#domain/members/overview.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { ask } from '../../fixtures/job-centre.ts';
import { viewerOf } from '../../fixtures/people.ts';

let db: Db;

beforeEach(() => {
  db = smallDirectory();
});

test('an overview counts what is open and what is late', () => {
  ask(db, viewerOf(db, 'karim'));
  expect(overviewsOf(db, viewerOf(db, 'lone'))).toEqual([
    {
      slug: 'hvalsoe-groent',
      name: 'Hvalsø Grønt',
      role: 'owner',
      openSlots: 1,
      activeCommitments: 1,
      unanswered: 1,
      drafts: 0,
      pausedSlots: 0,
      invitations: 0,
      expiredSlots: 0,
      lateCommitments: 1,
    },
  ]);
});

test('a slot that has run out is late while it can be renewed, and not for ever', () => {
  const expire = (days: number) => {
    db.$client.prepare('update slots set expires_on = ?').run(addDays(today(), -days));
    const { openSlots, expiredSlots } = overviewOf(db, viewerOf(db, 'lone'), 'hvalsoe-groent') ?? {};
    return { openSlots, expiredSlots };
  };
  expect(expire(0)).toEqual({ openSlots: 1, expiredSlots: 0 });
  expect(expire(1)).toEqual({ openSlots: 0, expiredSlots: 1 });
  expect(expire(60)).toEqual({ openSlots: 0, expiredSlots: 1 });
  expect(expire(61)).toEqual({ openSlots: 0, expiredSlots: 0 });
});

test('nobody gets an overview of what they do not look after', () => {
  for (const name of ['jens', 'ida', 'tove', 'yrsa', 'karim'] as const)
    expect(overviewOf(db, viewerOf(db, name), 'hvalsoe-groent'), name).toBeUndefined();
  expect(overviewsOf(db, viewerOf(db, 'yrsa'))).toEqual([]);
});
