import { describe, expect, test } from 'vitest';
import { type ENQUIRY_ASKERS, ENQUIRY_STATES } from '#db/schema/enquiries.ts';
import { type EnquiryStep, reminderDue, type Side, stateAfter, stepsOf } from '#domain/enquiries/rules.ts';

const STEPS: EnquiryStep[] = ['see', 'write', 'agree', 'start', 'prolong', 'end', 'cancel'];
const SIDES: Side[] = ['asker', 'employer'];

/** Written out by hand, so that a change to the rules has to be meant. */
const ALLOWED = `
see/sent/employer>seen
write/sent/asker>sent write/seen/asker>seen write/answered/asker>answered write/agreed/asker>agreed write/started/asker>started
write/sent/employer>answered write/seen/employer>answered write/answered/employer>answered write/agreed/employer>agreed
write/started/employer>started
agree/answered/asker>agreed agree/sent/employer>agreed agree/seen/employer>agreed agree/answered/employer>agreed
start/agreed/asker>started prolong/started/asker>started end/started/asker>ended
cancel/sent/asker>ended cancel/seen/asker>ended cancel/answered/asker>ended cancel/agreed/asker>ended
cancel/sent/employer>ended cancel/seen/employer>ended cancel/answered/employer>ended cancel/agreed/employer>ended`
  .trim()
  .split(/\s+/);

const WITH_VISITOR = ALLOWED.filter((line) => /^(see|write|cancel)/.test(line) && !/agreed|started/.test(line));

test('exactly these steps are possible, from these states, by these sides', () => {
  expect(possible('job-centre')).toEqual(ALLOWED.sort());
  expect(possible('organisation')).toEqual(ALLOWED.sort());
});

test('a visitor and an organisation write to each other, and place nobody', () => {
  expect(possible('visitor').filter((line) => !/agreed|started/.test(line))).toEqual(WITH_VISITOR.sort());
  expect(possible('visitor').filter((line) => /^(agree|start|prolong|end)/.test(line))).toEqual([]);
});

function possible(asker: (typeof ENQUIRY_ASKERS)[number]): string[] {
  const found = STEPS.flatMap((step) =>
    ENQUIRY_STATES.flatMap((state) =>
      SIDES.flatMap((side) => {
        const next = stateAfter(step, { state, asker }, side);
        return next ? [`${step}/${state}/${side}>${next}`] : [];
      }),
    ),
  );
  return found.sort();
}

test('nothing happens to what has ended, and the buttons say the same as the rules', () => {
  expect(SIDES.flatMap((side) => stepsOf({ state: 'ended', asker: 'job-centre' }, side))).toEqual([]);
  expect(stepsOf({ state: 'agreed', asker: 'job-centre' }, 'asker')).toEqual(['write', 'start', 'cancel']);
  expect(stepsOf({ state: 'agreed', asker: 'job-centre' }, 'employer')).toEqual(['write', 'cancel']);
});

describe('reminders', () => {
  // A Monday.
  const sentOn = '2026-11-02';
  const due = (today: string, ...sent: [kind: 'first' | 'second' | 'coordinator', on: string][]) =>
    reminderDue({ sentOn, sent: sent.map(([kind, on]) => ({ kind, on })) }, today);

  test('go out after three and seven days, then to the coordinator after ten', () => {
    expect(due('2026-11-04')).toBeUndefined();
    expect(due('2026-11-05')).toBe('first');
    expect(due('2026-11-06', ['first', '2026-11-05'])).toBeUndefined();
    expect(due('2026-11-09', ['first', '2026-11-05'])).toBe('second');
    expect(due('2026-11-11', ['first', '2026-11-05'], ['second', '2026-11-09'])).toBeUndefined();
    expect(due('2026-11-12', ['first', '2026-11-05'], ['second', '2026-11-09'])).toBe('coordinator');
    const all = [
      ['first', '2026-11-05'],
      ['second', '2026-11-09'],
      ['coordinator', '2026-11-12'],
    ] as const;
    expect(due('2026-12-24', ...all.map(([kind, on]) => [kind, on] as ['first', string]))).toBeUndefined();
  });

  test('wait over a weekend', () => {
    const thursday = { sentOn: '2026-11-05', sent: [] };
    expect(['2026-11-08', '2026-11-09'].map((day) => reminderDue(thursday, day))).toEqual([undefined, 'first']);
    const friday = { sentOn: '2026-11-04', sent: [] };
    expect(['2026-11-07', '2026-11-08', '2026-11-09'].map((day) => reminderDue(friday, day))).toEqual([
      undefined,
      undefined,
      'first',
    ]);
  });

  test('come one at a time where the server was away', () => {
    expect(due('2026-11-20')).toBe('first');
    expect(due('2026-11-20', ['first', '2026-11-20'])).toBeUndefined();
    expect(due('2026-11-23', ['first', '2026-11-20'])).toBe('second');
  });
});
