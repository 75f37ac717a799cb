import { z } from 'zod';
import { phoneFrom, pNumberFrom, postcodeFrom, websiteFrom } from '#domain/imports/values.ts';
import { contactInput, MOST_LINKS, profileInput, willingInput, workplaceInput } from './schema.ts';

/* The schemas as people fill them in: numbers with spaces, addresses without https. */

const typed = (read: (text: string) => string | null) =>
  z
    .string()
    .nullable()
    .transform((text) => text && read(text.trim()));

const phone = typed(phoneFrom).pipe(profileInput.shape.phone);
const website = typed(websiteFrom).pipe(profileInput.shape.website);
const link = profileInput.shape.links.element;

export const profileForm = profileInput.extend({
  website,
  phone,
  links: z
    .array(
      link.extend({
        url: z
          .string()
          .transform((text) => websiteFrom(text.trim()) ?? '')
          .pipe(link.shape.url),
      }),
    )
    .max(MOST_LINKS, 'too-many-links'),
});

export const contactForm = z
  .object({ ...contactInput.shape, phone })
  .refine(({ email, phone: number }) => email !== null || number !== null, {
    path: ['email'],
    message: 'contact-unreachable',
  });

export const workplaceForm = z.object({
  ...workplaceInput.omit({ lat: true, lng: true }).shape,
  pNumber: typed(pNumberFrom).pipe(workplaceInput.shape.pNumber),
  postcode: typed(postcodeFrom).pipe(workplaceInput.shape.postcode.unwrap()),
});

export const willingForm = willingInput;
