import { z } from 'zod';
import {
  askToDeleteAccount,
  askToDeleteOrganisation,
  keepAccount,
  keepOrganisation,
} from '#domain/deletions/commands.ts';
import { accountDeletionInput, organisationDeletionInput } from '#domain/deletions/schema.ts';
import { defineForm } from '#lib/forms.ts';
import { memberPath } from '#lib/member-page.ts';
import { closeSession } from '#lib/sessions.ts';
import { lookedAfter } from './organisation.ts';

const organisation = z.string();

export const deletions = {
  askForAccount: defineForm({
    access: 'signed-in',
    schema: accountDeletionInput,
    async run({ db, viewer, cookies }) {
      askToDeleteAccount(db, viewer);
      await closeSession({ db, cookies });
      return { to: '/', notice: { key: 'deletion.account.asked' } };
    },
  }),
  keepAccount: defineForm({
    access: 'signed-in',
    schema: z.object({}),
    run({ db, viewer }) {
      keepAccount(db, viewer);
      return { to: '/konto', notice: { key: 'deletion.account.kept' } };
    },
  }),
  askForOrganisation: defineForm({
    access: 'member',
    schema: organisationDeletionInput.extend({ organisation }),
    run({ db, viewer }, { organisation, name }) {
      askToDeleteOrganisation(db, viewer, lookedAfter(viewer, organisation).organisationId, name);
      return { to: memberPath(organisation, 'slet'), notice: { key: 'deletion.organisation.asked' } };
    },
  }),
  keepOrganisation: defineForm({
    access: 'member',
    schema: z.object({ organisation }),
    run({ db, viewer }, { organisation }) {
      const { organisationId, name } = lookedAfter(viewer, organisation);
      keepOrganisation(db, viewer, organisationId);
      return { to: memberPath(organisation), notice: { key: 'deletion.organisation.kept', values: { name } } };
    },
  }),
};
