import { z } from 'zod';
import { declineSuggestion, postNeed, withdrawNeed } from '#domain/needs/commands.ts';
import { needInput } from '#domain/needs/schema.ts';
import { defineForm } from '#lib/forms.ts';
import { jobCentrePath } from '#lib/job-centre-page.ts';
import { memberPath } from '#lib/member-page.ts';
import { lookedAfter } from './organisation.ts';

const need = z.number('not-a-choice');

export const needs = {
  post: defineForm({
    access: 'consultant',
    schema: needInput,
    run({ db, viewer }, input) {
      postNeed(db, viewer, input);
      return { to: jobCentrePath('efterlysninger'), notice: { key: 'need.posted' } };
    },
  }),
  withdraw: defineForm({
    access: 'consultant',
    schema: z.object({ need }),
    run({ db, viewer }, { need: id }) {
      withdrawNeed(db, viewer, id);
      return { to: jobCentrePath('efterlysninger'), notice: { key: 'need.withdrawn' } };
    },
  }),
  decline: defineForm({
    access: 'member',
    schema: z.object({ organisation: z.string(), need }),
    run({ db, viewer }, { organisation, need: id }) {
      declineSuggestion(db, viewer, lookedAfter(viewer, organisation).organisationId, id);
      return { to: memberPath(organisation), notice: { key: 'need.declined' } };
    },
  }),
};
