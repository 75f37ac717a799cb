import type { Db } from '#db/open.ts';
import { isCvr, slugOf } from '#domain/organisations/rules.ts';
import type { Model } from './model.ts';
import type { Random } from './random.ts';

const SLOTS_EACH = 2;
/** Everything is dated alike wherever it is made, and nothing expires while figures are compared. */
const NOW = '2026-11-01T08:00:00.000Z';
const EXPIRES_ON = '2099-12-31';
const FIRST_CVR = 90_000_000;
const LAST_CVR = 99_999_999;
const COMPANY_FORMS = ['ApS', 'A/S', 'I/S', 'Forening', 'Fonden'];

/** Writes one organisation with its slots, row by row, as the verbs would have. Returns a function that does it. */
export function organisationWriter(db: Db, model: Model, random: Random): () => number {
  const insert = inserts(db);
  let cvr = FIRST_CVR - 1;
  const nextCvr = () => {
    do cvr++;
    while (cvr <= LAST_CVR && !isCvr(String(cvr)));
    return cvr <= LAST_CVR ? String(cvr) : null;
  };
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const day = () => new Date(Date.parse(NOW) - random.below(900) * 86_400_000).toISOString();
  let id = 0;
  let slotId = 0;
  let commitmentId = 0;

  return () => {
    id++;
    const like = model.organisation(random);
    const place = model.place(random, like);
    const name = `${place.town} ${capital(model.compound(random))} ${random.pick(COMPANY_FORMS)}`;
    const slug = slugOf(`${name} ${id}`);
    const [created, checked] = [day(), like.rsv ? [NOW.slice(0, 10), 'Lejre Kommune'] : [null, null]];
    const own = like.sector === 'voluntary' ? null : nextCvr();
    const description = `${capital(model.words(random, 20 + random.below(50)))}.`;
    insert.organisation.run(id, slug, own, name, like.sector, like.branch, description, ...checked, created, created);
    insert.slug.run(slug, id);
    const pNumber = random.next() < 0.3 ? String(9_000_000_000 + id) : null;
    const address = `${capital(model.compound(random))}vej ${1 + random.below(90)}`;
    const { postcode, town, municipality, lat, lng } = place;
    insert.workplace.run(id, pNumber, address, postcode, town, municipality, lat, lng);
    for (const goal of like.goals) insert.goal.run(id, goal);
    for (const network of like.networks) insert.membership.run(id, network, created.slice(0, 10));
    for (const { theme, state, goals } of like.commitments) {
      commitmentId++;
      const promise = capital(model.words(random, 6 + random.below(6)));
      insert.commitment.run(commitmentId, id, theme, promise, model.words(random, 6), created.slice(0, 10), state);
      for (const goal of goals) insert.commitmentGoal.run(commitmentId, goal);
    }
    for (let number = 0; number < SLOTS_EACH; number++) writeSlot();
    return id;
  };

  function writeSlot(): void {
    slotId++;
    const like = model.slot(random);
    const title = capital(`${like.occupation ?? model.compound(random)} ${model.words(random, 1 + random.below(4))}`);
    const tasks = `${capital(model.words(random, 15 + random.below(35)))}.`;
    const { scheme, occupation, hoursMin, hoursMax, weeks, positions, filled, leadsToJob } = like;
    const facts = [occupation, tasks, hoursMin, hoursMax, weeks, positions, filled, EXPIRES_ON, leadsToJob];
    const published = day();
    insert.slot.run(
      slotId,
      slugOf(`${title.slice(0, 60)} ${slotId}`),
      id,
      scheme,
      title,
      ...facts,
      published,
      NOW,
      NOW,
    );
    for (const support of like.support) insert.support.run(slotId, support);
    for (const { fromWeek, hours } of like.steps) insert.step.run(slotId, fromWeek, hours);
  }
}

function inserts(db: Db) {
  const into = (table: string, columns: string, values: string) =>
    db.$client.prepare(`insert into ${table} (${columns}) values (${values})`);
  return {
    organisation: into(
      'organisations',
      'id, slug, cvr, name, sector, branch, description, rsv_checked_on, rsv_checked_by, created_at, updated_at, demo',
      '?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1',
    ),
    slug: into('organisation_slugs', 'slug, organisation_id', '?, ?'),
    workplace: into(
      'workplaces',
      'organisation_id, p_number, address, postcode, town, municipality, lat, lng, main',
      '?, ?, ?, ?, ?, ?, ?, ?, 1',
    ),
    goal: into('organisation_goals', 'organisation_id, goal', '?, ?'),
    membership: into(
      'memberships',
      'organisation_id, network_id, since, verified_on, verified_by',
      `?, ?, ?, '${NOW.slice(0, 10)}', 'Green Network'`,
    ),
    commitment: into(
      'commitments',
      'id, organisation_id, theme, statement, measure, made_on, review_on, state',
      `?, ?, ?, ?, ?, ?, '${EXPIRES_ON}', ?`,
    ),
    commitmentGoal: into('commitment_goals', 'commitment_id, goal', '?, ?'),
    slot: into(
      'slots',
      `id, slug, organisation_id, scheme_id, title, occupation, tasks, hours_min, hours_max, weeks, positions, filled,
        expires_on, leads_to_job, published_at, created_at, updated_at, state`,
      `?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open'`,
    ),
    support: into('slot_support', 'slot_id, support_fact_id', '?, ?'),
    step: into('slot_steps', 'slot_id, from_week, hours', '?, ?, ?'),
  };
}
