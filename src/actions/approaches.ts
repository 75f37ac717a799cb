import { z } from 'zod';
import {
  askColleague,
  logApproach,
  removeApproach,
  setCoolDown,
  settleColleagueRequest,
  wishForRest,
} from '#domain/approaches/commands.ts';
import {
  approachInput,
  colleagueRequestInput,
  municipalCoolDownInput,
  wishesInput,
} from '#domain/approaches/schema.ts';
import { defineForm } from '#lib/forms.ts';
import { employerPath, jobCentrePath } from '#lib/job-centre-page.ts';
import { memberPath } from '#lib/member-page.ts';
import { lookedAfter, organisationBySlug } from './organisation.ts';

const organisation = z.string();

/** Contacts between the job centre and employers, and what both sides want of them. */
export const approaches = {
  log: defineForm({
    access: 'consultant',
    schema: approachInput.omit({ organisationId: true }).extend({ organisation }),
    run({ db, viewer }, { organisation: slug, ...input }) {
      logApproach(db, viewer, { ...input, organisationId: organisationBySlug(db, slug) });
      return { to: employerPath(slug), notice: { key: 'approach.saved' } };
    },
  }),
  remove: defineForm({
    access: 'consultant',
    schema: z.object({ organisation, approach: z.number('not-a-choice') }),
    run({ db, viewer }, { organisation: slug, approach }) {
      removeApproach(db, viewer, approach);
      return { to: employerPath(slug), notice: { key: 'approach.removed' } };
    },
  }),
  askColleague: defineForm({
    access: 'consultant',
    schema: colleagueRequestInput
      .omit({ organisationId: true, colleagueId: true })
      .extend({ organisation, colleague: colleagueRequestInput.shape.colleagueId }),
    run({ db, viewer }, { organisation: slug, colleague: colleagueId, line }) {
      askColleague(db, viewer, { organisationId: organisationBySlug(db, slug), colleagueId, line });
      return { to: employerPath(slug), notice: { key: 'approach.colleagueAsked' } };
    },
  }),
  settleRequest: defineForm({
    access: 'consultant',
    schema: z.object({ request: z.number('not-a-choice'), state: z.enum(['done', 'declined'], 'not-a-choice') }),
    run({ db, viewer }, { request, state }) {
      settleColleagueRequest(db, viewer, request, state);
      return { to: jobCentrePath(), notice: { key: 'board.request.settled' } };
    },
  }),
  setCoolDown: defineForm({
    access: 'administrator',
    schema: municipalCoolDownInput,
    run({ db, viewer }, { days }) {
      setCoolDown(db, viewer, days);
      return { to: jobCentrePath('skabeloner'), notice: { key: 'coolDown.saved' } };
    },
  }),
  wish: defineForm({
    access: 'member',
    schema: wishesInput.extend({ organisation }),
    run({ db, viewer }, { organisation: slug, ...input }) {
      wishForRest(db, viewer, lookedAfter(viewer, slug).organisationId, input);
      return { to: memberPath(slug, 'henvendelser'), notice: { key: 'wishes.saved' } };
    },
  }),
};
