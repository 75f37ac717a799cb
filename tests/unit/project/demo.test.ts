import { expect, test } from 'vitest';
import { findAccountByEmail, findViewer } from '#domain/accounts/queries.ts';
import { boardOf } from '#domain/board/queries.ts';
import { waitingOnDesk } from '#domain/desk/queries.ts';
import { unansweredWithinReach } from '#domain/desk/unanswered.ts';
import { enquiriesToOrganisation } from '#domain/enquiries/queries.ts';
import { closeSettledNeeds } from '#domain/needs/commands.ts';
import { suggestionsFor } from '#domain/needs/queries.ts';
import { creditOf } from '#domain/outcomes/queries.ts';
import { loadDemo, loadDemoPeople } from '../../../scripts/demo.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { idOf } from '../../fixtures/people.ts';
import { countRows } from '../../fixtures/rows.ts';

test('whoever plays somebody in the demo network finds something to do', { timeout: 120_000 }, async () => {
  const db = emptyDirectory();
  await loadDemo(db);
  expect(await loadDemoPeople(db)).toBe(6);
  const play = (name: string) => {
    const viewer = findViewer(db, findAccountByEmail(db, `${name}@demo.example`)?.id ?? 0, true);
    if (!viewer) throw new Error(name);
    return viewer;
  };
  const own = idOf(db, 'organisations', 'Grøntværkstedet Hvalsø');
  // What is wanted is not met by what the network opens on the same day.
  expect(closeSettledNeeds(db)).toBe(0);
  expect(suggestionsFor(db, play('ejer'), own)).toHaveLength(1);
  expect(enquiriesToOrganisation(db, play('ejer'), own).map((one) => one.state)).toEqual(['sent', 'answered']);
  const board = boardOf(db, play('konsulent'));
  expect([board?.waits.enquiries.total, board?.late.enquiries.total, board?.late.steps.length]).toEqual([1, 1, 1]);
  expect(waitingOnDesk(db, play('netvaerk')).map((one) => one.kind)).toEqual(['claim', 'application']);
  expect(unansweredWithinReach(db, play('netvaerk')).map((one) => one.organisation)).toEqual(['Bageriet Halv To']);
  expect(creditOf(db, idOf(db, 'organisations', 'Kæden Hvalsø'))).toMatchObject({
    started: 7,
    ordinary: 7,
  });
  // Nobody is written to about what was invented, and it is invented once.
  const rows = countRows(db);
  expect(rows.mails).toBe(0);
  expect(await loadDemoPeople(db)).toBe(0);
  expect(countRows(db)).toEqual(rows);
});
