import { expect, test } from 'vitest';
import { inTransaction } from '#db/open.ts';
import { askColleague } from '#domain/approaches/commands.ts';
import { BOARD_ROWS, BOARD_STATEMENTS, boardOf, waitingAt } from '#domain/board/queries.ts';
import { seeEnquiry, writeMessage } from '#domain/enquiries/commands.ts';
import { agreeEnquiry, startPlacement } from '#domain/enquiries/placement-commands.ts';
import { keepEmployer, planNextStep } from '#domain/portfolios/commands.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { ask, hvalsoeGroent, mette } from '../../fixtures/job-centre.ts';
import { viewerOf } from '../../fixtures/people.ts';

const ids = (shown: { items: { id: number }[] } | undefined) => shown?.items.map((one) => one.id);

test('the week at a glance: what waits for me, what is late, what is new', () => {
  const db = smallDirectory();
  const [karim, lone] = [viewerOf(db, 'karim'), viewerOf(db, 'lone')];
  const at = hvalsoeGroent(db);
  const days = (number: number) => addDays(today(), number);
  const answered = ask(db, karim);
  writeMessage(db, lone, answered, 'Ja tak');
  const late = ask(db, karim, { acknowledged: true });
  db.$client.prepare('update enquiries set sent_on = ? where id = ?').run(days(-7), late);
  const running = ask(db, karim, { acknowledged: true, slotId: 1 });
  agreeEnquiry(db, lone, running);
  startPlacement(db, karim, running, { startedOn: today(), endsOn: days(10), hoursWeekly: null });
  askColleague(db, mette(db), { organisationId: at, colleagueId: karim.id, line: 'Spørg om mere' });
  keepEmployer(db, karim, at);
  planNextStep(db, karim, at, { nextStep: 'Besøg', nextStepOn: days(2) });

  const board = boardOf(db, karim);
  expect(ids(board?.waits.enquiries)).toEqual([answered]);
  expect(board?.waits.requests).toMatchObject([{ fromName: 'Mette', line: 'Spørg om mere' }]);
  expect(board?.waits.steps).toMatchObject([{ nextStep: 'Besøg', nextStepOn: days(2) }]);
  expect(ids(board?.late.enquiries)).toEqual([late]);
  expect(board?.late.steps).toEqual([]);
  expect(ids(board?.news.enquiries)).toEqual([answered]);
  expect(board?.news.slots.map((slot) => slot.title)).toEqual(['Hjælper i drivhuset']);
  expect(ids(board?.news.endingSoon)).toEqual([running]);
  expect(ids(board?.late.placements)).toEqual([]);

  seeEnquiry(db, karim, answered);
  expect(ids(boardOf(db, karim)?.news.enquiries)).toEqual([]);
  const later = boardOf(db, karim, days(11));
  expect(ids(later?.late.placements)).toEqual([running]);
  expect(later?.late.steps).toHaveLength(1);

  const other = boardOf(db, mette(db));
  expect([other?.waits.enquiries.total, other?.late.enquiries.total, other?.waits.steps]).toEqual([0, 0, []]);
  expect(boardOf(db, lone)).toBeUndefined();
  expect(ids(waitingAt(db, lone, at))).toEqual([late]);
  expect(waitingAt(db, viewerOf(db, 'jens'), at).total).toBe(0);
});

/** 10,000 enquiries of five consultants, the states as a few years leave them. */
function manyEnquiries() {
  const db = smallDirectory();
  const karim = viewerOf(db, 'karim');
  const at = hvalsoeGroent(db);
  const accounts = [karim.id, mette(db).id, viewerOf(db, 'lone').id, viewerOf(db, 'ida').id, viewerOf(db, 'jens').id];
  const insert = db.$client.prepare(
    `insert into enquiries (organisation_id, asker, account_id, state, places, sent_on, sent_at, ends_on, changed_at, looked_at)
     values (@at, 'job-centre', @account, @state, 1, @day, @day, @endsOn, @changed, @looked)`,
  );
  inTransaction(db, () => {
    for (let number = 0; number < 10_000; number++) {
      const state =
        number % 10 === 0 ? (['sent', 'seen', 'answered', 'agreed', 'started'][(number / 10) % 5] as string) : 'ended';
      const day = addDays('2026-01-01', number % 300);
      insert.run({
        at,
        account: accounts[(number % 7) % 5],
        state,
        day,
        endsOn: state === 'started' ? addDays(today(), (number % 60) - 30) : null,
        changed: `${day}T12`,
        looked: number % 50 === 0 ? `${day}T11` : `${day}T13`,
      });
    }
  });
  db.$client.exec('analyze');
  return { db, karim, at };
}

test('with 10,000 enquiries every statement goes by an index, and the lists are cut short', () => {
  const { db, karim } = manyEnquiries();
  const values = { accountId: karim.id, organisationId: 1, until: today(), from: '0000', rows: BOARD_ROWS };
  for (const text of BOARD_STATEMENTS) {
    const plan = db.$client.prepare(`explain query plan ${text}`).all(values) as { detail: string }[];
    const details = plan.map((row) => row.detail);
    expect(
      details.filter((detail) => /^SCAN\b/.test(detail)),
      text,
    ).toEqual([]);
    expect(
      details.some((detail) => /^SEARCH enquiries USING (COVERING )?INDEX/.test(detail)),
      details.join(),
    ).toBe(true);
  }
  const board = boardOf(db, karim);
  expect(board?.waits.enquiries.total).toBeGreaterThan(BOARD_ROWS);
  expect(board?.news.enquiries.items).toHaveLength(BOARD_ROWS);
});
