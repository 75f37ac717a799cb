import { z } from 'zod';
import { message } from '#domain/claims/schema.ts';
import { cvrFrom, emailFrom, phoneFrom, postcodeFrom, websiteFrom } from '#domain/imports/values.ts';
import { isCvr } from '#domain/organisations/rules.ts';
import {
  type OrganisationInput,
  organisationInput,
  type WorkplaceInput,
  workplaceInput,
} from '#domain/organisations/schema.ts';

/** Eight digits, however they are written. */
export const cvrInput = z.string().transform(cvrFrom).pipe(z.string('not-a-cvr').refine(isCvr, 'not-a-cvr'));

const { name, sector, branch, website, email, phone } = organisationInput.shape;

/** What a new organisation says about itself: enough to be found and reached; the rest is told later, on its own page. */
export const newOrganisationInput = z.object({
  /** An association may have none. */
  cvr: z.string().transform(cvrFrom).pipe(organisationInput.shape.cvr),
  name,
  sector,
  branch,
  address: workplaceInput.shape.address,
  postcode: z.string().transform(postcodeFrom).pipe(workplaceInput.shape.postcode.unwrap()),
  website: z.string().transform(websiteFrom).pipe(website),
  email: z.string().transform(emailFrom).pipe(email),
  phone: z.string().transform(phoneFrom).pipe(phone),
});

export const newApplicationInput = newOrganisationInput.extend({ message });

export type NewOrganisationInput = z.output<typeof newOrganisationInput>;

/** As an application keeps it. */
export interface Proposed {
  organisation: OrganisationInput;
  workplace: WorkplaceInput;
}

export function proposedFrom({ address, postcode, ...plain }: NewOrganisationInput): Proposed {
  return {
    organisation: { ...plain, description: '', goals: [], contactName: null },
    workplace: { pNumber: null, address, postcode, town: null, lat: null, lng: null },
  };
}
