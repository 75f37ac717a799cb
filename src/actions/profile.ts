import { z } from 'zod';
import { contactForm, profileForm, workplaceForm } from '#domain/organisations/form-schema.ts';
import {
  addContact,
  changeContact,
  changeWorkplace,
  declareWilling,
  describeOrganisation,
  makeOffers,
  moveMainWorkplace,
  openWorkplace,
  removeContact,
  removeWorkplace,
  withdrawWilling,
} from '#domain/organisations/profile-commands.ts';
import { offersInput, willingInput } from '#domain/organisations/schema.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { memberPath } from '#lib/member-page.ts';
import { lookedAfter } from './organisation.ts';

const organisation = z.string();
const edition = z.number('not-a-choice');
const id = z.number('not-a-choice');

export const profile = {
  describe: defineForm({
    access: 'member',
    schema: z.object({ ...profileForm.shape, organisation, edition }),
    run({ db, viewer }, { organisation, edition, ...input }) {
      describeOrganisation(db, viewer, lookedAfter(viewer, organisation).organisationId, edition, input);
      return back(organisation, '', 'profile.saved');
    },
  }),
  offer: defineForm({
    access: 'member',
    schema: z.object({ ...offersInput.shape, organisation, edition }),
    run({ db, viewer }, { organisation, edition, ...input }) {
      makeOffers(db, viewer, lookedAfter(viewer, organisation).organisationId, edition, input);
      return back(organisation, '', 'profile.saved');
    },
  }),
  beWilling: defineForm({
    access: 'member',
    schema: willingInput.safeExtend({ organisation, edition }),
    run({ db, viewer }, { organisation, edition, ...input }) {
      declareWilling(db, viewer, lookedAfter(viewer, organisation).organisationId, edition, input);
      return back(organisation, '/tilbud', 'profile.willing.said');
    },
  }),
  notWilling: defineForm({
    access: 'member',
    schema: z.object({ organisation }),
    run({ db, viewer }, { organisation }) {
      withdrawWilling(db, viewer, lookedAfter(viewer, organisation).organisationId);
      return back(organisation, '/tilbud', 'profile.willing.taken');
    },
  }),
  addContact: defineForm({
    access: 'member',
    schema: contactForm.safeExtend({ organisation }),
    run({ db, viewer }, { organisation, ...input }) {
      addContact(db, viewer, lookedAfter(viewer, organisation).organisationId, input);
      return back(organisation, '/kontakt', 'profile.contact.added');
    },
  }),
  changeContact: defineForm({
    access: 'member',
    schema: contactForm.safeExtend({ organisation, id, edition }),
    run({ db, viewer }, { organisation, id, edition, ...input }) {
      changeContact(db, viewer, id, edition, input);
      return back(organisation, '/kontakt', 'profile.saved');
    },
  }),
  removeContact: defineForm({
    access: 'member',
    schema: z.object({ organisation, id }),
    run({ db, viewer }, { organisation, id }) {
      removeContact(db, viewer, id);
      return back(organisation, '/kontakt', 'profile.contact.removed');
    },
  }),
  openWorkplace: defineForm({
    access: 'member',
    schema: workplaceForm.safeExtend({ organisation }),
    run({ db, viewer }, { organisation, ...input }) {
      openWorkplace(db, viewer, lookedAfter(viewer, organisation).organisationId, unplaced(input));
      return back(organisation, '/steder', 'profile.place.added');
    },
  }),
  changeWorkplace: defineForm({
    access: 'member',
    schema: workplaceForm.safeExtend({ organisation, id, edition }),
    run({ db, viewer }, { organisation, id, edition, ...input }) {
      changeWorkplace(db, viewer, id, edition, unplaced(input));
      return back(organisation, '/steder', 'profile.saved');
    },
  }),
  moveMainWorkplace: defineForm({
    access: 'member',
    schema: z.object({ organisation, id }),
    run({ db, viewer }, { organisation, id }) {
      moveMainWorkplace(db, viewer, id);
      return back(organisation, '/steder', 'profile.saved');
    },
  }),
  removeWorkplace: defineForm({
    access: 'member',
    schema: z.object({ organisation, id }),
    run({ db, viewer }, { organisation, id }) {
      removeWorkplace(db, viewer, id);
      return back(organisation, '/steder', 'profile.place.removed');
    },
  }),
};

/** Nobody types a point: it is where the postcode is, or where it was before. */
const unplaced = <Place extends object>(place: Place) => ({ ...place, lat: null, lng: null });

const back = (slug: string, part: string, key: NonNullable<Done['notice']>['key']): Done => ({
  to: memberPath(slug, 'profil') + part,
  notice: { key },
});
