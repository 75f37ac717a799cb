import { describe, expect, test } from 'vitest';
import { readTable } from '#domain/imports/table.ts';
import {
  dropEmployer,
  keepEmployer,
  planNextStep,
  RECENT_VIEWS,
  rememberView,
  removeNote,
  tagEmployer,
  writeNote,
} from '#domain/portfolios/commands.ts';
import { exportPortfolio } from '#domain/portfolios/export.ts';
import { importPortfolio } from '#domain/portfolios/import.ts';
import {
  forgetExpiredListLinks,
  publishList,
  putOnList,
  removeList,
  renameList,
  shareList,
  startList,
  takeOffList,
  unpublishList,
} from '#domain/portfolios/list-commands.ts';
import { findList, findPublicList, listsFor } from '#domain/portfolios/list-queries.ts';
import { findPortfolioEmployer, notesOf, portfolioOf, recentEmployers, tagsOf } from '#domain/portfolios/queries.ts';
import { nextStepInput, noteInput, tagsInput } from '#domain/portfolios/schema.ts';
import { isTextKey } from '#i18n/index.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { eventsOf, gevninge, hvalsoeGroent, mette } from '../../fixtures/job-centre.ts';
import { idOf, viewerOf } from '../../fixtures/people.ts';
import { codeOf } from '../../fixtures/refusals.ts';

function stage() {
  const db = smallDirectory();
  return { db, karim: viewerOf(db, 'karim'), colleague: mette(db), at: hvalsoeGroent(db) };
}

describe('a portfolio', () => {
  test('is one consultant’s own: employers, next steps, tags, notes', () => {
    const { db, karim, colleague, at } = stage();
    keepEmployer(db, karim, gevninge(db));
    keepEmployer(db, karim, at);
    keepEmployer(db, karim, at);
    planNextStep(db, karim, at, { nextStep: 'Besøg', nextStepOn: '2026-12-01' });
    tagEmployer(db, karim, at, ['udendørs', 'få timer']);
    const note = writeNote(db, karim, at, { text: 'Tager helst mod besøg om formiddagen' });
    expect(portfolioOf(db, karim).map((one) => one.organisation.name)).toEqual([
      'Hvalsø Grønt',
      'Gevninge Tømrer & Snedker ApS',
    ]);
    expect(findPortfolioEmployer(db, karim, at)).toMatchObject({
      nextStep: 'Besøg',
      nextStepOn: '2026-12-01',
      tags: ['få timer', 'udendørs'],
    });
    expect(portfolioOf(db, karim, 'få timer')).toHaveLength(1);
    expect(tagsOf(db, karim)).toEqual([
      { tag: 'få timer', count: 1 },
      { tag: 'udendørs', count: 1 },
    ]);
    expect(notesOf(db, karim, at)).toMatchObject([{ id: note, text: 'Tager helst mod besøg om formiddagen' }]);

    expect([portfolioOf(db, colleague), notesOf(db, colleague, at), findPortfolioEmployer(db, colleague, at)]).toEqual([
      [],
      [],
      undefined,
    ]);
    expect(codeOf(() => writeNote(db, colleague, at, { text: 'Hej' }))).toBe('NotFound');
    expect(codeOf(() => removeNote(db, colleague, note))).toBe('NotFound');
    expect(codeOf(() => keepEmployer(db, viewerOf(db, 'lone'), at))).toBe('Forbidden');
    expect(codeOf(() => keepEmployer(db, karim, 9999))).toBe('NotFound');

    removeNote(db, karim, note);
    dropEmployer(db, karim, at);
    expect([tagsOf(db, karim), portfolioOf(db, karim).length]).toEqual([[], 1]);
    expect(JSON.stringify(eventsOf(db))).not.toMatch(/formiddag|Besøg|udendørs/);
  });

  test('is about the employer, never about a citizen', () => {
    expect(noteInput.safeParse({ text: 'Birgit er kontakt. De har to mand på pakkeriet.' }).success).toBe(true);
    for (const text of ['010203-0000', 'Mette er sygemeldt med stress', 'født 12.03.1984', ' '])
      expect(noteInput.safeParse({ text }).success).toBe(false);
    expect(nextStepInput.safeParse({ nextStep: 'Ring om Ahmed, der har angst', nextStepOn: null }).success).toBe(false);
    expect(nextStepInput.safeParse({ nextStep: null, nextStepOn: '2026-12-01' }).success).toBe(false);
    expect(tagsInput.parse({ tags: ['Udendørs', ' udendørs', 'a'] })).toEqual({ tags: ['a', 'udendørs'] });
    expect(tagsInput.safeParse({ tags: ['010203-0000'] }).success).toBe(false);
  });

  test('remembers the employers that were looked at, and not more than the newest', () => {
    const { db, karim, colleague, at } = stage();
    const insert = db.$client.prepare(
      `insert into organisations (slug, name, sector, created_at, updated_at) values (?, ?, 'ordinary', '2026-01-01', '2026-01-01') returning id`,
    );
    for (let number = 0; number < RECENT_VIEWS + 5; number++)
      rememberView(db, karim, (insert.get(`firma-${number}`, `Firma ${number}`) as { id: number }).id);
    rememberView(db, karim, at);
    expect(recentEmployers(db, karim)).toHaveLength(RECENT_VIEWS);
    expect(recentEmployers(db, karim)[0]?.name).toBe('Hvalsø Grønt');
    expect(recentEmployers(db, colleague)).toEqual([]);
  });
});

describe('lists', () => {
  test('are one’s own until shared; colleagues read them and change nothing', () => {
    const { db, karim, colleague, at } = stage();
    const id = startList(db, karim, { name: 'Udendørs' });
    putOnList(db, karim, id, gevninge(db));
    putOnList(db, karim, id, at);
    putOnList(db, karim, id, at);
    expect(findList(db, karim, id)).toMatchObject({ isMine: true, isShared: false, count: 2, owner: 'Karim' });
    expect(findList(db, karim, id)?.organisations.map((one) => one.id)).toEqual([gevninge(db), at]);
    expect([findList(db, colleague, id), listsFor(db, colleague)]).toEqual([undefined, []]);
    shareList(db, karim, id, true);
    expect(listsFor(db, colleague)).toMatchObject([{ id, isMine: false, isShared: true }]);
    for (const verb of [
      () => renameList(db, colleague, id, { name: 'Min' }),
      () => putOnList(db, colleague, id, at),
      () => shareList(db, colleague, id, false),
      () => publishList(db, colleague, id, 7),
      () => removeList(db, colleague, id),
    ])
      expect(codeOf(verb)).toBe('NotFound');
    expect(findList(db, viewerOf(db, 'lone'), id)).toBeUndefined();
    takeOffList(db, karim, id, at);
    renameList(db, karim, id, { name: 'Inde' });
    expect(findList(db, karim, id)).toMatchObject({ name: 'Inde', count: 1 });
    removeList(db, karim, id);
    expect(listsFor(db, karim)).toEqual([]);
  });

  test('can be a public page that runs out, by an address that is not kept', () => {
    const { db, karim, at } = stage();
    const id = startList(db, karim, { name: 'Til mødet' });
    putOnList(db, karim, id, at);
    const token = publishList(db, karim, id, 7);
    expect(findPublicList(db, token)).toMatchObject({ name: 'Til mødet', organisations: [{ name: 'Hvalsø Grønt' }] });
    expect(JSON.stringify(findPublicList(db, token))).not.toContain('Karim');
    expect(JSON.stringify(db.$client.prepare('select * from employer_list_links').all())).not.toContain(token);
    expect(findPublicList(db, 'noget andet')).toBeUndefined();
    const second = publishList(db, karim, id, 7);
    db.$client.prepare(`update employer_list_links set expires_at = '2020-01-01' where rowid = 1`).run();
    expect([findPublicList(db, token), findPublicList(db, second)?.name]).toEqual([undefined, 'Til mødet']);
    forgetExpiredListLinks(db);
    expect(db.$client.prepare('select count(*) as count from employer_list_links').get()).toEqual({ count: 1 });
    unpublishList(db, karim, id);
    expect(findPublicList(db, second)).toBeUndefined();
  });
});

describe('import and export', () => {
  const table = (text: string) => readTable(Buffer.from(text));

  test('what was exported is taken in by a colleague as it was, and twice changes nothing', async () => {
    const { db, karim, colleague, at } = stage();
    keepEmployer(db, karim, at);
    planNextStep(db, karim, at, { nextStep: '=SUM(A1)', nextStepOn: '2026-12-01' });
    tagEmployer(db, karim, at, ['udendørs']);
    writeNote(db, karim, at, { text: '+ gode pauser\nog kaffe; altid' });
    writeNote(db, karim, at, { text: 'Ring før ti' });
    keepEmployer(db, karim, idOf(db, 'organisations', 'Køkkenet på Åsen'));
    const csv = exportPortfolio(db, karim);
    expect(csv).toMatch(/^\ufeffcvr;plads;navn;/);
    expect(csv).toContain("'=SUM(A1)");
    expect(csv).not.toMatch(/(^|;)"?[=+@-]/m);
    const list = await table(csv);
    expect(importPortfolio(db, colleague, list).outcomes).toMatchObject({ added: 2, refused: 0 });
    expect(findPortfolioEmployer(db, colleague, at)).toMatchObject({
      nextStep: '=SUM(A1)',
      nextStepOn: '2026-12-01',
      tags: ['udendørs'],
    });
    expect(notesOf(db, colleague, at).map((note) => note.text)).toEqual([
      'Ring før ti',
      '+ gode pauser og kaffe; altid',
    ]);
    const events = eventsOf(db).length;
    expect(importPortfolio(db, colleague, list).outcomes).toMatchObject({ added: 0, completed: 0, unchanged: 2 });
    expect(importPortfolio(db, karim, list).outcomes).toMatchObject({ unchanged: 2 });
    expect(eventsOf(db)).toHaveLength(events);
  });

  test('as Danish Excel makes lists; bad rows are named and do not stop the others', async () => {
    const { db, karim } = stage();
    const report = importPortfolio(
      db,
      karim,
      await table(
        [
          'CVR-nr.;Firmanavn;Tags;Næste skridt;Dato;Noter;Ukendt',
          '90 00 00 04;Hvalsø Grønt;Få timer, ude;Ring;1.12.2026;;x',
          'DK-90000012;;;;;Mette har angst;',
          '12345678;Findes ikke;;;;;',
          '90000020;;;;1.12.2026;;',
          ';Uden nummer;;;;;',
        ].join('\r\n'),
      ),
    );
    expect(report.outcomes).toMatchObject({ added: 1, refused: 4 });
    expect(report.problems.map((one) => [one.line, one.column, one.code])).toEqual([
      [3, 'Noter', 'persons-health'],
      [4, 'CVR-nr.', 'unknown-organisation'],
      [5, 'Næste skridt', 'missing'],
      [6, 'slug', 'missing'],
    ]);
    expect(report.problems.filter((one) => !isTextKey(`import.problem.${one.code}`))).toEqual([]);
    expect(report.unknownColumns).toEqual(['Ukendt']);
    expect(portfolioOf(db, karim)).toMatchObject([
      { nextStep: 'Ring', nextStepOn: '2026-12-01', tags: ['få timer', 'ude'] },
    ]);
    expect(() => importPortfolio(db, karim, { headings: ['navn'], rows: [] })).toThrow('no-cvr-column');
    expect(codeOf(() => importPortfolio(db, viewerOf(db, 'lone'), { headings: ['cvr'], rows: [] }))).toBe('Forbidden');
  });
});
