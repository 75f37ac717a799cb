import { expect, test } from 'vitest';
import { closeSlot } from '#domain/slots/commands.ts';
import { findSlot } from '#domain/slots/queries.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { importSlotList, noticesOf, problemsOf } from '../../fixtures/lists.ts';

const GOOD = {
  cvr: 'DK 90 00 00 04',
  titel: 'Pakke grøntkasser',
  ordning: 'småjob',
  opgaver: 'Du lægger porrer i kasser sammen med Birgit.',
  timer_min: '2,5',
  timer_max: '8 timer',
  pladser: '3',
  besatte: '1',
  start: '1.2.2099',
  udløb: '31-12-2099',
  støtte: 'få timer, Udendørs; mentor',
  fører_til_job: 'ja',
  uger: '13',
  stilling: 'Gartnerimedhjælper',
  kontaktperson: 'Birgit Holm',
  p_nummer: '90 00 00 00 01',
  trin: '2 timer fra uge 0 | 5 timer fra uge 4 | 12,5@12',
};
type Slot = typeof GOOD;

/** A list of one slot: the good one with some cells changed. */
function listOf(changes: Partial<Slot> = {}): string {
  const slot = { ...GOOD, ...changes };
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return `${Object.keys(slot).join(';')}\n${Object.values(slot).map(quoted).join(';')}\n`;
}

test('a slot arrives as it was meant', async () => {
  const db = smallDirectory();
  const report = await importSlotList(db, listOf());
  expect([problemsOf(report), noticesOf(report), report.unknownColumns, report.outcomes.added]).toEqual([
    [],
    [],
    [],
    1,
  ]);
  expect(findSlot(db, 'pakke-groentkasser')).toMatchObject({
    title: 'Pakke grøntkasser',
    organisation: { slug: 'hvalsoe-groent' },
    scheme: 'smaajob',
    occupation: 'Gartnerimedhjælper',
    hoursMin: 2.5,
    hoursMax: 8,
    weeks: 13,
    positions: 3,
    filled: 1,
    startsOn: '2099-02-01',
    expiresOn: '2099-12-31',
    support: ['few-hours', 'outdoors', 'mentor'],
    leadsToJob: true,
    contactName: 'Birgit Holm',
    ladder: [
      { fromWeek: 0, hours: 2 },
      { fromWeek: 4, hours: 5 },
      { fromWeek: 12, hours: 12.5 },
    ],
    open: true,
  });
});

test.each<[problem: string, Partial<Slot>]>([
  ['cvr: missing', { cvr: '' }],
  ['cvr: unknown-organisation', { cvr: '90000047' }],
  ['cvr: unknown-organisation', { cvr: 'ukendt' }],
  ['titel: missing', { titel: '' }],
  ['titel: too-long', { titel: 'x'.repeat(121) }],
  ['titel: names-a-group', { titel: 'Plads til førtidspensionister' }],
  ['titel: cpr-number', { titel: 'Plads til 010203-0000' }],
  ['ordning: missing', { ordning: '' }],
  ['ordning: unknown-scheme', { ordning: 'gratis arbejde' }],
  // The law has ended it, or it is no scheme that one can open a slot in.
  ['ordning: unknown-scheme', { ordning: 'Jobrotation' }],
  ['ordning: unknown-scheme', { ordning: 'Fastholdelsesfleksjob' }],
  // Only a public employer may.
  ['ordning: not-for-this-host', { ordning: 'Nytteindsats' }],
  ['opgaver: missing', { opgaver: '' }],
  ['opgaver: too-long', { opgaver: 'x'.repeat(4001) }],
  ['opgaver: names-a-group', { opgaver: 'God til en med ADHD' }],
  ['opgaver: cpr-number', { opgaver: 'Spørg efter 0102030000' }],
  ['stilling: names-a-group', { stilling: 'Sygemeldte' }],
  ['kontaktperson: cpr-number', { kontaktperson: '010203-0000' }],
  ['timer_min: not-a-number', { timer_min: 'få' }],
  ['timer_min: hours-range', { timer_min: '0' }],
  ['timer_min: hours-range', { timer_min: '-2' }],
  ['timer_max: hours-range', { timer_max: '37,5' }],
  ['timer_max: hours-order', { timer_min: '10', timer_max: '5' }],
  ['uger: not-a-number', { uger: 'hele sommeren' }],
  ['uger: not-a-number', { uger: '2,5' }],
  ['uger: weeks-range', { uger: '0' }],
  ['uger: weeks-range', { uger: '261' }],
  ['pladser: not-a-number', { pladser: 'mange' }],
  ['pladser: positions-range', { pladser: '0', besatte: '0' }],
  ['pladser: positions-range', { pladser: '101' }],
  ['besatte: positions-range', { besatte: '4' }],
  ['besatte: positions-range', { besatte: '-1' }],
  ['start: not-a-date', { start: 'snart' }],
  ['udløb: not-a-date', { udløb: '30.02.2099' }],
  ['udløb: missing', { udløb: '' }],
  ['støtte: unknown-support', { støtte: 'få timer, gratis is' }],
  ['fører_til_job: not-yes-or-no', { fører_til_job: 'måske' }],
  ['p_nummer: unknown-workplace', { p_nummer: '9999999999' }],
  ['trin: ladder-order', { trin: '5@0 | 2@4' }],
  ['trin: ladder-order', { trin: '2@4 | 5@4' }],
  ['trin: hours-range', { trin: '2@0 | 40@4' }],
  ['trin: not-a-ladder', { trin: 'lidt efter lidt' }],
  ['trin: not-a-ladder', { trin: '2@0 | 5@1,5' }],
])('%s for %j', async (problem, changes) => {
  const db = smallDirectory();
  const slots = () => db.$client.prepare('select count(*) as count from slots').get();
  const before = slots();
  const report = await importSlotList(db, listOf(changes));
  expect([problemsOf(report), report.outcomes.refused]).toEqual([[`2 ${problem}`], 1]);
  expect(slots()).toEqual(before);
});

test('one bad slot does not stop the others, and says everything that is wrong with it', async () => {
  const db = smallDirectory();
  const [headings, cells] = listOf().trimEnd().split('\n') as [string, string];
  const bad = cells.replace('småjob', 'gratis').replace('2,5', 'få').replace('få timer,', 'is og kage,');
  const report = await importSlotList(db, [headings, bad, cells].join('\n'));
  expect(problemsOf(report).sort()).toEqual([
    '2 ordning: unknown-scheme',
    '2 støtte: unknown-support',
    '2 timer_min: not-a-number',
  ]);
  expect(report.problems.find((problem) => problem.code === 'unknown-support')?.values).toEqual({ part: 'is og kage' });
  expect(report.outcomes).toMatchObject({ added: 1, refused: 1 });
});

test('what is left empty has its plain meaning', async () => {
  const db = smallDirectory();
  await importSlotList(db, 'cvr;titel;ordning;opgaver;timer_max;udløb\n90000004;Luge;smaajob;Du luger.;6;2099-01-01\n');
  expect(findSlot(db, 'luge')).toMatchObject({
    hoursMin: 6,
    hoursMax: 6,
    weeks: null,
    positions: 1,
    filled: 0,
    startsOn: null,
    support: [],
    leadsToJob: false,
    ladder: [],
  });
});

test.each([
  ['nytteindsats', '90000020'],
  ['løntilskud offentlig', '90000020'],
])('a public employer may use %s', async (ordning, cvr) => {
  const report = await importSlotList(smallDirectory(), listOf({ ordning, cvr, p_nummer: '' }));
  expect(problemsOf(report)).toEqual([]);
});

test('importing twice changes nothing, however title and scheme are written', async () => {
  const db = smallDirectory();
  await importSlotList(db, listOf());
  const slots = () => db.$client.prepare('select * from slots').all();
  const before = slots();
  const again = await importSlotList(db, listOf({ titel: 'PAKKE GRØNTKASSER', ordning: 'smaajob' }));
  expect(again.outcomes).toMatchObject({ added: 0, unchanged: 1 });
  expect(slots()).toEqual(before);
});

test('a slot that was closed can be opened again by a later list', async () => {
  const db = smallDirectory();
  await importSlotList(db, listOf());
  closeSlot(db, 'test', findSlot(db, 'pakke-groentkasser')?.id ?? 0);
  expect((await importSlotList(db, listOf())).outcomes.added).toBe(1);
});

test('a slot whose last day has passed is taken and said to be hidden, once', async () => {
  const db = smallDirectory();
  const list = listOf({ udløb: addDays(today(), -1) });
  const report = await importSlotList(db, list);
  expect([report.outcomes.added, noticesOf(report)]).toEqual([1, ['2 udløb: expired']]);
  expect(findSlot(db, 'pakke-groentkasser')?.open).toBe(false);
  expect((await importSlotList(db, list)).outcomes).toMatchObject({ added: 0, unchanged: 1 });
});

test.each([
  ['titel;ordning\nx;y\n', 'no-cvr-column'],
  ['cvr;ordning\nx;y\n', 'no-title-column'],
])('a list without its most needed columns is refused as a whole', async (list, code) => {
  await expect(importSlotList(smallDirectory(), list)).rejects.toThrow(code);
});
