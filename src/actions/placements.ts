import { z } from 'zod';
import { sendEnquiry, takeOverEnquiry } from '#domain/enquiries/commands.ts';
import { endPlacement, prolongPlacement, startPlacement } from '#domain/enquiries/placement-commands.ts';
import { endInput, enquiryInput, startInput, templateInput } from '#domain/enquiries/schema.ts';
import { addTemplate, changeTemplate, removeTemplate } from '#domain/enquiries/template-commands.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { jobCentrePath } from '#lib/job-centre-page.ts';
import { addresseeOf } from './addressee.ts';

const enquiry = z.number('not-a-choice');
const template = z.number('not-a-choice');
const toThread = (id: number, key: NonNullable<Done['notice']>['key']): Done => ({
  to: jobCentrePath('henvendelser', id),
  notice: { key },
});
const toTemplates = (key: NonNullable<Done['notice']>['key']): Done => ({
  to: jobCentrePath('skabeloner'),
  notice: { key },
});

/** What consultants do with enquiries, beside writing in them: from the question to what came of it. */
export const consultantEnquiries = {
  ask: defineForm({
    access: 'consultant',
    schema: enquiryInput
      .omit({ organisationId: true, slotId: true, fromOrganisationId: true })
      .extend({ organisation: z.string(), slot: z.string().nullable() }),
    run({ db, viewer }, { organisation, slot, ...input }) {
      const to = addresseeOf(db, organisation, slot);
      return toThread(sendEnquiry(db, viewer, { ...input, ...to, fromOrganisationId: null }), 'enquiry.sent');
    },
  }),
  takeOver: defineForm({
    access: 'consultant',
    schema: z.object({ enquiry }),
    run({ db, viewer }, { enquiry: id }) {
      takeOverEnquiry(db, viewer, id);
      return toThread(id, 'enquiry.takenOver');
    },
  }),
  start: defineForm({
    access: 'consultant',
    schema: startInput.extend({ enquiry }),
    run({ db, viewer }, { enquiry: id, ...input }) {
      startPlacement(db, viewer, id, input);
      return toThread(id, 'enquiry.started');
    },
  }),
  prolong: defineForm({
    access: 'consultant',
    schema: z.object({ enquiry, endsOn: startInput.shape.startedOn }),
    run({ db, viewer }, { enquiry: id, endsOn }) {
      prolongPlacement(db, viewer, id, endsOn);
      return toThread(id, 'enquiry.prolonged');
    },
  }),
  end: defineForm({
    access: 'consultant',
    schema: endInput.safeExtend({ enquiry }),
    run({ db, viewer }, { enquiry: id, ...input }) {
      endPlacement(db, viewer, id, input);
      return toThread(id, 'enquiry.ended');
    },
  }),
  addTemplate: defineForm({
    access: 'consultant',
    schema: templateInput,
    run({ db, viewer }, input) {
      addTemplate(db, viewer, input);
      return toTemplates('template.added');
    },
  }),
  changeTemplate: defineForm({
    access: 'consultant',
    schema: templateInput.extend({ template }),
    run({ db, viewer }, { template: id, ...input }) {
      changeTemplate(db, viewer, id, input);
      return toTemplates('portfolio.saved');
    },
  }),
  removeTemplate: defineForm({
    access: 'consultant',
    schema: z.object({ template }),
    run({ db, viewer }, { template: id }) {
      removeTemplate(db, viewer, id);
      return toTemplates('template.removed');
    },
  }),
};
