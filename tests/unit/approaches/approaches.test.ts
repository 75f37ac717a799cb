import { describe, expect, test } from 'vitest';
import { APPROACH_CHANNELS, APPROACH_SUBJECTS } from '#db/schema/approaches.ts';
import {
  askColleague,
  logApproach,
  removeApproach,
  setCoolDown,
  settleColleagueRequest,
  wishForRest,
} from '#domain/approaches/commands.ts';
import {
  approachLog,
  coolDownOf,
  DEFAULT_COOL_DOWN_DAYS,
  etiquetteFor,
  requestsFrom,
  requestsTo,
  wishesForMember,
} from '#domain/approaches/queries.ts';
import { type Approach, type CoolDown, mayContact } from '#domain/approaches/rules.ts';
import { approachInput, wishesInput } from '#domain/approaches/schema.ts';
import { writeMessage } from '#domain/enquiries/commands.ts';
import { addDays, today } from '#domain/time.ts';
import { isTextKey } from '#i18n/index.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { ask, eventsOf, hvalsoeGroent, mailsOf, mette } from '../../fixtures/job-centre.ts';
import { viewerOf } from '../../fixtures/people.ts';
import { codeOf } from '../../fixtures/refusals.ts';

describe('whether it is a good moment', () => {
  const ME = 1;
  const now = { day: '2026-11-25', accountId: ME };
  const by = (accountId: number | null, on: string): Approach => ({ accountId, on, channel: 'phone', subject: 'slot' });
  const municipal: CoolDown = { days: 14, setBy: 'municipality', restUntil: null };
  const wished: CoolDown = { days: 30, setBy: 'organisation', restUntil: null };

  test('nobody was in touch, or it is long ago', () => {
    expect(mayContact([], municipal, now)).toEqual({ may: 'yes', reasons: [{ code: 'free', last: null }] });
    const old = by(2, '2026-11-11');
    expect(mayContact([old], municipal, now)).toEqual({ may: 'yes', reasons: [{ code: 'free', last: old }] });
  });

  test('a colleague was in touch within the municipality’s days: read it first', () => {
    const last = by(2, '2026-11-12');
    expect(mayContact([by(3, '2026-10-01'), last], municipal, now)).toEqual({
      may: 'ask-first',
      reasons: [{ code: 'lately', days: 14, last, freeOn: '2026-11-26' }],
    });
  });

  test('somebody whose account is gone counts as a colleague', () => {
    expect(mayContact([by(null, '2026-11-24')], municipal, now).may).toBe('ask-first');
  });

  test('going on with one’s own talk is fine, unless a colleague came between', () => {
    const own = by(ME, '2026-11-24');
    expect(mayContact([own], municipal, now)).toEqual({ may: 'yes', reasons: [{ code: 'own', last: own }] });
    expect(mayContact([own, by(2, '2026-11-20')], municipal, now).may).toBe('ask-first');
  });

  test('what the organisation wishes for binds everybody, oneself included', () => {
    expect(mayContact([by(ME, '2026-11-01')], wished, now)).toMatchObject({
      may: 'no',
      reasons: [{ code: 'wish', freeOn: '2026-12-01' }],
    });
    expect(mayContact([by(ME, '2026-10-26')], wished, now).may).toBe('yes');
    const rest = { ...municipal, restUntil: '2026-11-25' };
    expect(mayContact([], rest, now)).toEqual({ may: 'no', reasons: [{ code: 'rest', until: '2026-11-25' }] });
    expect(mayContact([], rest, { ...now, day: '2026-11-26' }).may).toBe('yes');
  });

  test('no days are no limit, and a day to come is no contact yet', () => {
    expect(mayContact([by(2, '2026-11-25')], { ...municipal, days: 0 }, now).may).toBe('yes');
    expect(mayContact([by(2, '2026-11-26')], municipal, now).may).toBe('yes');
  });

  test('what waits for their answer is named beside the rest', () => {
    const { may, reasons } = mayContact([by(2, '2026-11-24')], municipal, { ...now, waiting: 2 });
    expect([may, reasons.map((one) => one.code)]).toEqual(['ask-first', ['lately', 'waiting']]);
  });

  test('every reason, channel and subject has words', () => {
    const keys = [
      ...['rest', 'waiting', 'free'].map((code) => `approach.reason.${code}`),
      ...['wish', 'lately'].map((code) => `employers.wait.${code}`),
      ...APPROACH_CHANNELS.map((channel) => `employers.did.${channel}`),
      ...APPROACH_CHANNELS.map((channel) => `approach.channel.${channel}`),
      ...APPROACH_SUBJECTS.map((subject) => `approach.subject.${subject}`),
    ];
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
  });
});

describe('the log', () => {
  const call = (organisationId: number) =>
    ({ organisationId, on: today(), channel: 'phone', subject: 'slot', line: 'Ringer igen' }) as const;

  test('is one for all consultants, and for nobody else', () => {
    const db = smallDirectory();
    const karim = viewerOf(db, 'karim');
    const lone = viewerOf(db, 'lone');
    const at = hvalsoeGroent(db);
    const id = logApproach(db, karim, call(at));
    expect(approachLog(db, mette(db), at)).toMatchObject([
      { id, name: 'Karim', channel: 'phone', on: today(), line: 'Ringer igen' },
    ]);
    expect(approachLog(db, lone, at)).toEqual([]);
    expect(codeOf(() => etiquetteFor(db, lone, at))).toBe('Forbidden');
    expect(codeOf(() => logApproach(db, lone, call(at)))).toBe('Forbidden');
    expect(codeOf(() => logApproach(db, karim, call(9999)))).toBe('NotFound');
    expect(codeOf(() => logApproach(db, karim, { ...call(at), on: addDays(today(), 1) }))).toBe('day-to-come');
    expect(codeOf(() => removeApproach(db, mette(db), id))).toBe('NotFound');
    removeApproach(db, karim, id);
    expect(approachLog(db, karim, at)).toEqual([]);
    expect(JSON.stringify(eventsOf(db))).not.toContain('Ringer');
  });

  test('holds no citizen, and the portal’s own lines stay', () => {
    expect(approachInput.safeParse({ ...call(1), line: 'Om Mohammed, der har PTSD' }).success).toBe(false);
    expect(approachInput.safeParse({ ...call(1), channel: 'portal' }).success).toBe(false);
    expect(approachInput.safeParse(call(1)).success).toBe(true);
    const db = smallDirectory();
    const karim = viewerOf(db, 'karim');
    ask(db, karim);
    const [entry] = approachLog(db, karim, hvalsoeGroent(db));
    expect(entry).toMatchObject({ channel: 'portal', subject: 'new-slot' });
    expect(codeOf(() => removeApproach(db, karim, entry?.id ?? 0))).toBe('NotFound');
  });

  test('keeps a colleague from asking at once: they have to know first', () => {
    const db = smallDirectory();
    const karim = viewerOf(db, 'karim');
    const lone = viewerOf(db, 'lone');
    const id = ask(db, karim);
    writeMessage(db, lone, id, 'Ja');
    expect(etiquetteFor(db, mette(db), hvalsoeGroent(db)).may).toBe('ask-first');
    expect(codeOf(() => ask(db, mette(db)))).toBe('approach-lately');
    expect(ask(db, mette(db), { acknowledged: true })).toBeGreaterThan(id);
  });

  test('the organisation’s wish stops everybody; only those who look after it can set it', () => {
    const db = smallDirectory();
    const [lone, karim] = [viewerOf(db, 'lone'), viewerOf(db, 'karim')];
    const at = hvalsoeGroent(db);
    expect(coolDownOf(db, at)).toEqual({ days: DEFAULT_COOL_DOWN_DAYS, setBy: 'municipality', restUntil: null });
    const wish = { coolDownDays: 60, restUntil: addDays(today(), 10) };
    expect(codeOf(() => wishForRest(db, karim, at, wish))).toBe('NotFound');
    expect(codeOf(() => wishForRest(db, lone, at, { ...wish, restUntil: addDays(today(), -1) }))).toBe('day-past');
    wishForRest(db, lone, at, wish);
    expect(wishesForMember(db, lone, at)).toEqual(wish);
    expect(wishesForMember(db, karim, at)).toBeUndefined();
    expect(codeOf(() => ask(db, karim, { acknowledged: true }))).toBe('approach-rest');
    wishForRest(db, lone, at, { coolDownDays: null, restUntil: null });
    expect(ask(db, karim)).toBe(1);
    expect(wishesInput.safeParse({ coolDownDays: 366, restUntil: null }).success).toBe(false);
  });

  test('the municipality sets its days', () => {
    const db = smallDirectory();
    expect(codeOf(() => setCoolDown(db, viewerOf(db, 'karim'), 3))).toBe('Forbidden');
    setCoolDown(db, viewerOf(db, 'yrsa'), 3);
    expect(coolDownOf(db, hvalsoeGroent(db)).days).toBe(3);
  });
});

describe('a colleague', () => {
  test('is asked instead, hears of it by e-mail, and settles it', () => {
    const db = smallDirectory();
    const karim = viewerOf(db, 'karim');
    const colleague = mette(db);
    const request = { organisationId: hvalsoeGroent(db), colleagueId: colleague.id, line: 'Spørg om en plads mere' };
    const id = askColleague(db, karim, request);
    expect(mailsOf(db)).toMatchObject([{ to: 'mette@personer.example', name: 'colleague-request' }]);
    expect(requestsTo(db, colleague)).toMatchObject([{ id, fromName: 'Karim', line: 'Spørg om en plads mere' }]);
    expect(codeOf(() => askColleague(db, karim, request))).toBe('colleague-asked');
    expect(codeOf(() => settleColleagueRequest(db, karim, id, 'done'))).toBe('NotFound');
    settleColleagueRequest(db, colleague, id, 'done');
    expect(requestsTo(db, colleague)).toEqual([]);
    expect(requestsFrom(db, karim)).toMatchObject([{ id, state: 'done', toName: 'Mette' }]);
    expect(JSON.stringify(eventsOf(db))).not.toContain('Spørg');
  });

  test('is somebody else who works there', () => {
    const db = smallDirectory();
    const karim = viewerOf(db, 'karim');
    const request = { organisationId: hvalsoeGroent(db), line: 'Spørg' };
    for (const colleagueId of [karim.id, viewerOf(db, 'lone').id, 9999])
      expect(codeOf(() => askColleague(db, karim, { ...request, colleagueId }))).toBe('not-a-colleague');
  });
});
