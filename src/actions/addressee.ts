import { Conflict } from '#domain/errors.ts';
import { openSlotsOf } from '#domain/slots/queries.ts';
import type { Visit } from '#lib/forms.ts';
import { organisationBySlug } from './organisation.ts';

/** Whom an enquiry goes to, and about what. */
export interface Addressee {
  organisationId: number;
  slotId: number | null;
}

/** @param slot slug of an open slot of that organisation @throws NotFound, Conflict `slot-taken` */
export function addresseeOf(db: Visit['db'], organisation: string, slot: string | null): Addressee {
  const organisationId = organisationBySlug(db, organisation);
  if (slot === null) return { organisationId, slotId: null };
  const found = openSlotsOf(db, organisationId).find((one) => one.slug === slot);
  if (!found) throw new Conflict('slot-taken');
  return { organisationId, slotId: found.id };
}
