import type { Db } from '#db/open.ts';
import type { REMINDER_KINDS } from '#db/schema/reminders.ts';
import { statement } from '#db/statement.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { today } from '#domain/time.ts';
import { distanceDue } from './rules.ts';

export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Somebody should hear that a day comes near. */
export interface Reminder {
  kind: ReminderKind;
  /** Id of the slot or commitment. */
  nounId: number;
  organisationId: number;
  /** The slot's title, or what was promised. */
  subject: string;
  /** YYYY-MM-DD */
  dueOn: string;
  /** Which of the reminders of this deadline it is. */
  daysBefore: number;
}

/** The reminders that should go out and have not, the most urgent first. */
export function dueReminders(db: Db, day = today()): Reminder[] {
  const rows = statement<Row>(db, DEADLINES).all({ today: day });
  return rows.flatMap(({ setOn, sent, ...row }) => {
    const daysBefore = distanceDue(row.kind, { dueOn: row.dueOn, setOn, today: day });
    return daysBefore === undefined || JSON.parse(sent).includes(daysBefore) ? [] : [{ ...row, daysBefore }];
  });
}

interface Row extends Omit<Reminder, 'daysBefore'> {
  /** When the deadline was set, YYYY-MM-DD. */
  setOn: string;
  sent: string;
}

/** The farthest reminder of all is 30 days before. A slot that is full needs no more time. */
const DEADLINES = `
  with deadlines as (
    select 'slot-expires' as kind, id as nounId, organisation_id as organisationId, title as subject, expires_on as dueOn,
      substr(coalesce(renewed_at, published_at, created_at), 1, 10) as setOn
    from slots where state in ('open', 'paused') and filled < positions and expires_on between @today and date(@today, '+30 days')
    union all
    select 'commitment-review', id, organisation_id, statement, review_on,
      coalesce((select max("on") from commitment_changes where commitment_id = commitments.id), made_on)
    from commitments where state = 'active' and review_on between @today and date(@today, '+30 days'))
  select deadlines.*,
    (select json_group_array(days_before) from reminders
      where reminders.kind = deadlines.kind and noun_id = nounId and due_on = dueOn) as sent
  from deadlines where ${isShown('organisationId')} order by dueOn, kind, nounId`;

/** Somebody who hears of an organisation's deadlines. */
export interface Reminded {
  email: string;
  locale: 'da' | 'en';
}

/** Everybody who looks after the organisation and may sign in. */
export function remindedOf(db: Db, organisationId: number): Reminded[] {
  return statement<Reminded>(db, REMINDED).all(organisationId);
}

const REMINDED = `
  select accounts.email, accounts.locale from organisation_members
    join accounts on accounts.id = organisation_members.account_id
  where organisation_members.organisation_id = ? and accounts.state = 'active' order by accounts.id`;
