import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import { IS_OPEN } from '#domain/slots/rules.ts';
import { today } from '#domain/time.ts';

/** A document as it stands on its page, its parts by name, nothing done to the words. */
export interface PlainText {
  id: number;
  slug: string;
  /** What its page is headed by. */
  name: string;
  /** All else that a visitor reads there. */
  parts: Record<string, string>;
}

/** The texts that somebody who knows nothing of this project's search would index. */
export function plainTexts(db: Db, kind: SearchKind): PlainText[] {
  const rows = statement<Record<string, string | null> & { id: number; slug: string; name: string }>(
    db,
    kind === 'organisations' ? ORGANISATIONS : SLOTS,
  ).all({ today: today() });
  return rows.map(({ id, slug, name, ...parts }) => ({
    id,
    slug,
    name,
    parts: Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, text ?? ''])),
  }));
}

const ORGANISATIONS = `
  select organisations.id, organisations.slug, organisations.name, organisations.branch, organisations.description,
    organisations.cvr, workplaces.p_number as pNumber, workplaces.address, workplaces.postcode, workplaces.town,
    (select group_concat(statement, '. ') from commitments
      where organisation_id = organisations.id and state <> 'withdrawn') as commitments,
    (select group_concat(networks.name, ', ') from memberships join networks on networks.id = memberships.network_id
      where memberships.organisation_id = organisations.id and memberships.until is null) as networks,
    (select group_concat(title, '. ') from slots where organisation_id = organisations.id and ${IS_OPEN}) as slots
  from organisations
    left join workplaces on workplaces.organisation_id = organisations.id and workplaces.main = 1
  order by organisations.id`;

const SLOTS = `
  select slots.id, slots.slug, slots.title as name, slots.occupation, slots.tasks, schemes.name_da as scheme,
    organisations.name as organisation, organisations.cvr, workplaces.address, workplaces.postcode, workplaces.town,
    (select group_concat(support_facts.label_da, ', ') from slot_support
      join support_facts on support_facts.id = slot_support.support_fact_id where slot_support.slot_id = slots.id) as support
  from slots
    join organisations on organisations.id = slots.organisation_id
    join schemes on schemes.id = slots.scheme_id
    left join workplaces on workplaces.id = coalesce(slots.workplace_id,
      (select id from workplaces as main where main.organisation_id = slots.organisation_id and main.main = 1))
  where ${IS_OPEN}
  order by slots.id`;
