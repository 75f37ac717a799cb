import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Forbidden } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { today } from '#domain/time.ts';
import { SETTING } from './queries.ts';
import type { AssumptionInput } from './schema.ts';

/** The municipality puts in what it assumes, and where that is from. @throws Forbidden */
export function assume(db: Db, viewer: Viewer, { assumption, value, source }: AssumptionInput): void {
  inTransaction(db, () => {
    if (!viewer.administrator) throw new Forbidden();
    const key = SETTING + assumption;
    if (value === null) statement(db, 'delete from settings where key = ?').run(key);
    else
      statement(
        db,
        'insert into settings (key, value) values (?, ?) on conflict do update set value = excluded.value',
      ).run(key, JSON.stringify({ value, source, changedOn: today() }));
    recordEvent(db, {
      actor: actorOf(viewer),
      verb: 'assume',
      noun: 'setting',
      nounId: 0,
      detail: { assumption, value },
    });
  });
}
