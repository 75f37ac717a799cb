import { z } from 'zod';
import { applyAsNew, applyToNetwork, withdrawApplication } from '#domain/applications/commands.ts';
import { approveApplication, declineApplication } from '#domain/applications/decision-commands.ts';
import { type Application, findApplication } from '#domain/applications/queries.ts';
import { cvrInput, newApplicationInput } from '#domain/applications/schema.ts';
import { message, reason, word } from '#domain/claims/schema.ts';
import { NotFound } from '#domain/errors.ts';
import { findNetwork, type Network } from '#domain/networks/queries.ts';
import { type Done, defineForm, type Visit } from '#lib/forms.ts';

/** Its slug. */
const network = z.string();
const application = z.number('not-a-choice');

export const applications = {
  /** Looks whether the organisation is listed; the page says what comes next. */
  find: defineForm({
    access: 'signed-in',
    schema: z.object({ network, cvr: cvrInput }),
    run({ db }, { network, cvr }) {
      return { to: `${pathOf(networkOf(db, network))}?${new URLSearchParams({ cvr })}` };
    },
  }),
  apply: defineForm({
    access: 'signed-in',
    schema: z.object({ network, organisation: z.number('not-a-choice'), message }),
    run({ db, viewer }, { network, organisation, message }) {
      const found = networkOf(db, network);
      applyToNetwork(db, viewer, found.id, organisation, message);
      return sent(found);
    },
  }),
  applyAsNew: defineForm({
    access: 'signed-in',
    schema: newApplicationInput.extend({ network }),
    run({ db, viewer }, { network, message, ...organisation }) {
      const found = networkOf(db, network);
      applyAsNew(db, viewer, found.id, organisation, message);
      return sent(found);
    },
  }),
  withdraw: defineForm({
    access: 'signed-in',
    schema: z.object({ application }),
    run({ db, viewer }, { application }) {
      withdrawApplication(db, viewer, application);
      return { to: '/medlem', notice: { key: 'application.withdrawn' } };
    },
  }),
  approve: defineForm({
    access: 'coordinator',
    schema: z.object({ application, word }),
    run({ db, viewer }, { application, word }) {
      const { name, network, person } = onDesk({ db, viewer }, application);
      approveApplication(db, viewer, application, word);
      return { to: '/koordinator', notice: { key: 'application.approved', values: { name, network, person } } };
    },
  }),
  decline: defineForm({
    access: 'coordinator',
    schema: z.object({ application, reason }),
    run({ db, viewer }, { application, reason }) {
      const { person } = onDesk({ db, viewer }, application);
      declineApplication(db, viewer, application, reason);
      return { to: '/koordinator', notice: { key: 'application.wasDeclined', values: { person } } };
    },
  }),
};

/** @throws NotFound */
function networkOf(db: Visit['db'], slug: string): Network {
  const found = findNetwork(db, slug);
  if (!found) throw new NotFound();
  return found;
}

/** @throws NotFound */
function onDesk({ db, viewer }: Pick<Visit, 'db' | 'viewer'>, id: number): Application {
  const found = findApplication(db, viewer, id);
  if (!found) throw new NotFound();
  return found;
}

const pathOf = ({ slug }: Network): string => `/netvaerk/${slug}/ansoeg`;

const sent = (network: Network): Done => ({ to: pathOf(network), notice: { key: 'application.sent' } });
