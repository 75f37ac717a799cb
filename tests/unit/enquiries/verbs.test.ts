import { describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';

import {
  openEnquiryLink,
  renewEnquiryLink,
  seeEnquiry,
  takeOverEnquiry,
  writeMessage,
} from '#domain/enquiries/commands.ts';
import { findGuest, forgetOldKeys, isLinkUsable } from '#domain/enquiries/links.ts';
import {
  agreeEnquiry,
  cancelEnquiry,
  endPlacement,
  prolongPlacement,
  startPlacement,
} from '#domain/enquiries/placement-commands.ts';
import { answerRecord, enquiriesByAsker, enquiriesToOrganisation, findEnquiry } from '#domain/enquiries/queries.ts';
import { remindOfEnquiries } from '#domain/enquiries/reminder-commands.ts';
import { endInput, enquiryInput, messageInput } from '#domain/enquiries/schema.ts';
import { addTemplate, changeTemplate, removeTemplate } from '#domain/enquiries/template-commands.ts';
import { BUILT_IN_REPLIES, BUILT_IN_TEMPLATES, enquiryTemplates } from '#domain/enquiries/template-queries.ts';
import { closeSlot } from '#domain/slots/commands.ts';
import { addDays, today } from '#domain/time.ts';
import { isTextKey } from '#i18n/index.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { ask, eventsOf, gevninge, hvalsoeGroent, mailsOf, mette, slotOf, tokenIn } from '../../fixtures/job-centre.ts';
import { idOf, viewerOf } from '../../fixtures/people.ts';
import { codeOf } from '../../fixtures/refusals.ts';

const TEXT = 'Har I plads til en, der kan fire timer om ugen, udendørs?';

function stage() {
  const db = smallDirectory();
  const lone = viewerOf(db, 'lone');
  const birgit = viewerOf(db, 'birgit');
  const karim = viewerOf(db, 'karim');
  return { db, lone, birgit, karim };
}

/** A Monday that is so many days after the enquiry was sent, or the next. */
function weekdayAfter(days: number): string {
  let day = addDays(today(), days);
  while ([0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())) day = addDays(day, 1);
  return day;
}

describe('asking', () => {
  test('reaches everybody who looks after the organisation, each with a link, and says nothing of what was written', () => {
    const { db, karim } = stage();
    const id = ask(db, karim, { slotId: slotOf(db, hvalsoeGroent(db)) });
    const mails = mailsOf(db);
    expect(mails.map((mail) => mail.to).sort()).toEqual(['birgit@personer.example', 'lone@personer.example']);
    expect(new Set(mails.map(tokenIn)).size).toBe(2);
    expect(JSON.stringify(mails)).not.toContain('fire timer');
    expect(mails[0]?.values).toMatchObject({ news: 'sent', about: 'Hjælper i drivhuset' });
    expect(findEnquiry(db, karim, id)).toMatchObject({
      state: 'sent',
      side: 'asker',
      slot: { title: 'Hjælper i drivhuset' },
    });
  });

  test('goes to the organisation’s own address where nobody looks after it', () => {
    const db = smallDirectory();
    ask(db, viewerOf(db, 'karim'));
    expect(mailsOf(db).map((mail) => mail.to)).toEqual(['post@hvalsoegroent.example']);
  });

  test('is refused where nobody can be reached, and nothing is left of it', () => {
    const { db, karim } = stage();
    expect(codeOf(() => ask(db, karim, { organisationId: gevninge(db) }))).toBe('no-address');
    expect(count(db, 'enquiries') + count(db, 'enquiry_messages') + count(db, 'approaches')).toBe(0);
  });

  test('is for consultants, and for organisations on their own behalf', () => {
    const { db, lone, karim } = stage();
    const jens = viewerOf(db, 'jens');
    expect(codeOf(() => ask(db, lone))).toBe('Forbidden');
    expect(codeOf(() => ask(db, viewerOf(db, 'ida')))).toBe('Forbidden');
    expect(codeOf(() => ask(db, karim, { fromOrganisationId: gevninge(db) }))).toBe('Forbidden');
    expect(codeOf(() => ask(db, lone, { fromOrganisationId: hvalsoeGroent(db) }))).toBe('Forbidden');
    const id = ask(db, jens, { fromOrganisationId: gevninge(db) });
    expect(findEnquiry(db, jens, id)).toMatchObject({
      side: 'asker',
      fromOrganisation: { name: 'Gevninge Tømrer & Snedker ApS' },
    });
    // Between two businesses: not the job centre's to read, nor in its log.
    expect(findEnquiry(db, karim, id)).toBeUndefined();
    expect(count(db, 'approaches')).toBe(0);
  });

  test('the same thing twice waits for the first answer', () => {
    const { db, karim } = stage();
    ask(db, karim);
    expect(codeOf(() => ask(db, karim, { acknowledged: true }))).toBe('already-asked');
  });

  test('a slot that is not open, not theirs, not there', () => {
    const { db, karim } = stage();
    const slotId = slotOf(db, hvalsoeGroent(db));
    expect(codeOf(() => ask(db, karim, { slotId: slotOf(db, gevninge(db)) }))).toBe('NotFound');
    closeSlot(db, 'system', slotId);
    expect(codeOf(() => ask(db, karim, { slotId }))).toBe('slot-taken');
    expect(codeOf(() => ask(db, karim, { organisationId: 9999 }))).toBe('NotFound');
    expect(codeOf(() => ask(db, karim, { scheme: 'ukendt' }))).toBe('not-a-choice');
  });

  test.each([
    ['Personen er 010203-0000', 'cpr-number'],
    ['Han er født 12.03.1984', 'birth-date'],
    ['Mohammed har PTSD', 'persons-health'],
    ['', 'missing'],
    ['x'.repeat(2001), 'too-long'],
  ])('“%s” is stopped with an explanation', (text, code) => {
    expect(messageInput.safeParse({ text }).error?.issues.map((issue) => issue.message)).toContain(code);
    expect(isTextKey(`form.problem.${code}`)).toBe(true);
    expect(enquiryInput.shape.text.safeParse(text).success).toBe(false);
  });
});

describe('a thread', () => {
  test('is there for its two sides only', () => {
    const { db, lone, birgit, karim } = stage();
    const id = ask(db, karim);
    expect([lone, birgit].map((one) => findEnquiry(db, one, id)?.side)).toEqual(['employer', 'employer']);
    expect([karim, mette(db), viewerOf(db, 'yrsa')].map((one) => findEnquiry(db, one, id)?.side)).toEqual([
      'asker',
      'asker',
      'asker',
    ]);
    for (const name of ['jens', 'ida', 'tove'] as const) {
      const other = viewerOf(db, name);
      expect(findEnquiry(db, other, id)).toBeUndefined();
      for (const verb of [
        () => writeMessage(db, other, id, 'Hej'),
        () => seeEnquiry(db, other, id),
        () => agreeEnquiry(db, other, id),
        () => cancelEnquiry(db, other, id),
        () => takeOverEnquiry(db, other, id),
      ])
        expect(codeOf(verb)).toBe('NotFound');
    }
    expect(findEnquiry(db, { guestOf: id + 1, side: 'employer' }, id)).toBeUndefined();
    expect(enquiriesToOrganisation(db, viewerOf(db, 'jens'), hvalsoeGroent(db))).toEqual([]);
    expect(enquiriesToOrganisation(db, lone, hvalsoeGroent(db)).map((one) => one.id)).toEqual([id]);
    expect(enquiriesByAsker(db, karim, 10).map((one) => one.id)).toEqual([id]);
    expect(enquiriesByAsker(db, lone, 10)).toEqual([]);
  });

  test('goes from sent to ended, and each side hears of the other', () => {
    const { db, lone, karim } = stage();
    const id = ask(db, karim, { slotId: slotOf(db, hvalsoeGroent(db)), places: 2 });
    mailsOf(db);
    const state = () => findEnquiry(db, karim, id)?.state;
    seeEnquiry(db, lone, id);
    expect(state()).toBe('seen');
    writeMessage(db, lone, id, 'Det vil vi gerne.');
    expect(state()).toBe('answered');
    expect(mailsOf(db)).toMatchObject([
      { to: 'karim@personer.example', values: { news: 'message', path: `/jobcenter/henvendelser/${id}` } },
    ]);
    agreeEnquiry(db, karim, id);
    expect(
      mailsOf(db)
        .map((mail) => mail.to)
        .sort(),
    ).toEqual(['birgit@personer.example', 'lone@personer.example']);
    startPlacement(db, karim, id, { startedOn: today(), endsOn: addDays(today(), 91), hoursWeekly: 5 });
    prolongPlacement(db, karim, id, addDays(today(), 182));
    endPlacement(db, karim, id, { outcome: 'ordinary-hours', endedOn: today(), hoursWeekly: 8, stoppedBy: null });
    expect(findEnquiry(db, karim, id)).toMatchObject({
      state: 'ended',
      outcome: 'ordinary-hours',
      endedBy: null,
      prolonged: 1,
    });
    expect(findEnquiry(db, karim, id)?.messages.map((one) => [one.side, one.name, one.text])).toEqual([
      ['asker', 'Karim', TEXT],
      ['employer', 'Lone', 'Det vil vi gerne.'],
    ]);
    const confirmed = db.$client
      .prepare('select kind, persons, hours_weekly as hours, scheme_id as scheme from outcomes order by id')
      .all();
    expect(confirmed).toEqual([
      { kind: 'started', persons: 2, hours: 5, scheme: 'smaajob' },
      { kind: 'prolonged', persons: 2, hours: 5, scheme: 'smaajob' },
      { kind: 'ordinary-hours', persons: 2, hours: 8, scheme: 'smaajob' },
    ]);
    expect(codeOf(() => writeMessage(db, lone, id, 'Tak'))).toBe('enquiry-step');
  });

  test('says who called it off and who stopped it', () => {
    const { db, lone, karim } = stage();
    const first = ask(db, karim);
    cancelEnquiry(db, lone, first);
    expect(findEnquiry(db, karim, first)).toMatchObject({ state: 'ended', outcome: 'cancelled', endedBy: 'employer' });
    const second = ask(db, karim, { acknowledged: true });
    cancelEnquiry(db, karim, second, 'citizen');
    expect(findEnquiry(db, lone, second)).toMatchObject({ outcome: 'cancelled', endedBy: 'citizen' });
    const third = ask(db, karim, { acknowledged: true });
    agreeEnquiry(db, lone, third);
    startPlacement(db, karim, third, { startedOn: addDays(today(), -9), endsOn: null, hoursWeekly: null });
    const stop = { outcome: 'stopped', endedOn: today(), hoursWeekly: null, stoppedBy: 'municipality' } as const;
    expect(codeOf(() => endPlacement(db, lone, third, stop))).toBe('enquiry-step');
    endPlacement(db, karim, third, stop);
    expect(findEnquiry(db, karim, third)).toMatchObject({ outcome: 'stopped', endedBy: 'municipality' });
    expect(endInput.safeParse({ ...stop, stoppedBy: null }).success).toBe(false);
    expect(endInput.safeParse({ ...stop, outcome: 'hired' }).success).toBe(false);
  });

  test('a placement starts no earlier than agreed, no later than today, and ends after it began', () => {
    const { db, lone, karim } = stage();
    const id = ask(db, karim);
    const start = { startedOn: today(), endsOn: null, hoursWeekly: null };
    expect(codeOf(() => startPlacement(db, karim, id, start))).toBe('enquiry-step');
    agreeEnquiry(db, lone, id);
    expect(codeOf(() => startPlacement(db, lone, id, start))).toBe('enquiry-step');
    expect(codeOf(() => startPlacement(db, karim, id, { ...start, startedOn: addDays(today(), 1) }))).toBe(
      'day-to-come',
    );
    expect(codeOf(() => startPlacement(db, karim, id, { ...start, endsOn: today() }))).toBe('days-order');
    startPlacement(db, karim, id, start);
    expect(codeOf(() => prolongPlacement(db, karim, id, today()))).toBe('days-order');
    const end = { outcome: 'completed', hoursWeekly: null, stoppedBy: null } as const;
    expect(codeOf(() => endPlacement(db, karim, id, { ...end, endedOn: addDays(today(), -1) }))).toBe('days-order');
  });

  test('a colleague takes over, and the answer goes to them', () => {
    const { db, lone, karim } = stage();
    const id = ask(db, karim);
    takeOverEnquiry(db, mette(db), id);
    mailsOf(db);
    writeMessage(db, lone, id, 'Ring til mig.');
    expect(mailsOf(db).map((mail) => mail.to)).toEqual(['mette@personer.example']);
  });
});

describe('a link', () => {
  test('opens once, gives this browser a pass to one thread, and counts as seen', () => {
    const { db, karim } = stage();
    const id = ask(db, karim);
    const token = tokenIn(mailsOf(db)[0]);
    expect([isLinkUsable(db, token), isLinkUsable(db, token)]).toEqual([true, true]);
    expect(findEnquiry(db, karim, id)?.state).toBe('sent');
    const { guest, pass } = openEnquiryLink(db, token);
    expect(findEnquiry(db, guest, id)).toMatchObject({ state: 'seen', side: 'employer' });
    expect(findGuest(db, pass)).toEqual({ guestOf: id, side: 'employer' });
    expect(codeOf(() => openEnquiryLink(db, token))).toBe('NotFound');
    // A link is no pass, and a pass no link.
    expect(findGuest(db, token)).toBeUndefined();
    expect(codeOf(() => openEnquiryLink(db, pass))).toBe('NotFound');
    writeMessage(db, guest, id, 'Ja tak, kom forbi.');
    expect(findEnquiry(db, karim, id)?.messages.at(-1)).toMatchObject({ side: 'employer', name: null });
    expect(
      codeOf(() => startPlacement(db, guest as never, id, { startedOn: today(), endsOn: null, hoursWeekly: null })),
    ).toBe('enquiry-step');
  });

  test('runs out, as does the pass, and neither is kept in plain', () => {
    const { db, karim } = stage();
    ask(db, karim);
    const [first, second] = mailsOf(db).map(tokenIn);
    const { pass } = openEnquiryLink(db, first ?? '');
    const kept = JSON.stringify(db.$client.prepare('select * from enquiry_keys').all());
    for (const secret of [first, second, pass]) expect(kept).not.toContain(secret);
    db.$client.exec(`update enquiry_keys set expires_at = '2020-01-01T00:00:00.000Z'`);
    expect([isLinkUsable(db, second ?? ''), findGuest(db, pass)]).toEqual([false, undefined]);
    expect(codeOf(() => openEnquiryLink(db, second ?? ''))).toBe('NotFound');
  });

  test('that was used up can be asked for anew, by e-mail, not too often', () => {
    const { db, karim } = stage();
    ask(db, karim);
    const token = tokenIn(mailsOf(db)[0]);
    openEnquiryLink(db, token);
    renewEnquiryLink(db, token);
    const renewed = mailsOf(db);
    expect(renewed).toHaveLength(2);
    expect(isLinkUsable(db, tokenIn(renewed[0]))).toBe(true);
    expect(codeOf(() => renewEnquiryLink(db, token))).toBe('link-sent-lately');
    expect(codeOf(() => renewEnquiryLink(db, 'nonsense'))).toBe('NotFound');
    forgetOldKeys(db);
    expect(isLinkUsable(db, tokenIn(renewed[0]))).toBe(true);
    forgetOldKeys(db, new Date(Date.now() + 61 * 86_400_000));
    expect(codeOf(() => renewEnquiryLink(db, token))).toBe('NotFound');
  });
});

describe('reminders', () => {
  test('go to the employer twice, then to the coordinator, each once; the consultant sees it late', () => {
    const { db, karim } = stage();
    viewerOf(db, 'tove');
    const id = ask(db, karim);
    mailsOf(db);
    const round = (day: string) => [remindOfEnquiries(db, day), mailsOf(db).map((mail) => [mail.to, mail.name])];
    const employers = ['lone', 'birgit'].map((name) => [`${name}@personer.example`, 'enquiry']);
    expect(round(today())).toEqual([0, []]);
    const first = weekdayAfter(3);
    const [count, mails] = round(first) as [number, unknown[]];
    expect([count, mails.length]).toEqual([1, 2]);
    expect(mails).toEqual(expect.arrayContaining(employers));
    expect(round(first)).toEqual([0, []]);
    const second = weekdayAfter(8);
    expect(round(second)[0]).toBe(1);
    db.$client.prepare('update enquiries set sent_on = ? where id = ?').run(addDays(today(), -7), id);
    expect(findEnquiry(db, karim, id)?.isLate).toBe(true);
    expect(round(weekdayAfter(14))).toEqual([1, [['tove@personer.example', 'enquiry-unanswered']]]);
    expect(round(weekdayAfter(40))).toEqual([0, []]);
  });

  test('stop once there is an answer; with no coordinator those who run the portal hear of it', () => {
    const { db, lone, karim } = stage();
    viewerOf(db, 'yrsa');
    const id = ask(db, karim);
    const other = ask(db, viewerOf(db, 'jens'), {
      fromOrganisationId: gevninge(db),
      organisationId: hvalsoeGroent(db),
    });
    writeMessage(db, lone, other, 'Ja');
    for (const days of [3, 8, 14]) remindOfEnquiries(db, weekdayAfter(days));
    const asked = db.$client.prepare('select enquiry_id as id, kind from enquiry_reminders order by sent_at').all();
    expect(asked).toEqual(['first', 'second', 'coordinator'].map((kind) => ({ id, kind })));
    expect(mailsOf(db).find((mail) => mail.name === 'enquiry-unanswered')?.to).toBe('yrsa@personer.example');
  });
});

test('how an organisation answers is counted without the young and the withdrawn', () => {
  const { db, lone, karim } = stage();
  const at = hvalsoeGroent(db);
  expect(answerRecord(db, at)).toEqual({ asked: 0, answered: 0, medianDays: null });
  const first = ask(db, karim);
  expect(answerRecord(db, at).asked).toBe(0);
  db.$client
    .prepare('update enquiries set sent_on = ?, sent_at = ? where id = ?')
    .run(addDays(today(), -8), new Date(Date.now() - 8 * 86_400_000).toISOString(), first);
  expect(answerRecord(db, at)).toMatchObject({ asked: 1, answered: 0 });
  writeMessage(db, lone, first, 'Ja');
  const record = answerRecord(db, at);
  expect(record).toMatchObject({ asked: 1, answered: 1 });
  expect(record.medianDays).toBeCloseTo(8, 1);
  cancelEnquiry(db, karim, ask(db, karim, { acknowledged: true, slotId: slotOf(db, at) }));
  expect(answerRecord(db, at)).toMatchObject({ asked: 1, answered: 1 });
});

test('templates are the consultants’ own, checked like every text; the built-in ones have words', () => {
  const { db, lone, karim } = stage();
  const input = { name: 'Hej', text: 'Har I plads?' };
  expect(codeOf(() => addTemplate(db, lone, input))).toBe('Forbidden');
  const id = addTemplate(db, karim, input);
  changeTemplate(db, mette(db), id, { name: 'Goddag', text: 'Har I plads?' });
  expect(enquiryTemplates(db, karim)).toEqual([{ id, name: 'Goddag', text: 'Har I plads?' }]);
  expect(enquiryTemplates(db, lone)).toEqual([]);
  removeTemplate(db, karim, id);
  expect(codeOf(() => removeTemplate(db, karim, id))).toBe('NotFound');
  const keys = [
    ...BUILT_IN_TEMPLATES.map((name) => `enquiry.template.${name}`),
    ...BUILT_IN_REPLIES.map((name) => `enquiry.reply.${name}`),
  ];
  expect(keys.flatMap((key) => [`${key}.name`, `${key}.text`]).filter((key) => !isTextKey(key))).toEqual([]);
});

test('events name accounts by number, and hold no word, name or address', () => {
  const { db, lone, karim } = stage();
  const id = ask(db, karim);
  writeMessage(db, lone, id, 'En hemmelig sætning');
  const { guest } = openEnquiryLink(db, tokenIn(mailsOf(db).find((mail) => mail.to.startsWith('lone'))));
  cancelEnquiry(db, guest, id);
  const own = eventsOf(db).filter((event) => event.noun === 'enquiry');
  expect(own.map((event) => [event.actor, event.verb])).toEqual([
    [`account:${karim.id}`, 'sendEnquiry'],
    [`account:${lone.id}`, 'answerEnquiry'],
    ['enquiry-link', 'cancelEnquiry'],
  ]);
  expect(JSON.stringify(own)).not.toMatch(/hemmelig|Lone|Karim|@|timer/);
});

test('with an account goes what names the person; the thread stays', () => {
  const { db, karim, lone } = stage();
  const id = ask(db, karim);
  db.$client.prepare('delete from accounts where id = ?').run(karim.id);
  expect(findEnquiry(db, lone, id)).toMatchObject({ accountId: null, accountName: null, messages: [{ name: null }] });
  expect(idOf(db, 'organisations', 'Hvalsø Grønt')).toBe(hvalsoeGroent(db));
});

function count(db: Db, table: string): number {
  return (db.$client.prepare(`select count(*) as count from ${table}`).get() as { count: number }).count;
}
