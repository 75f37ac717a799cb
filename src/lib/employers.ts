import { employerSearch } from '#domain/employers/search.ts';
import { db } from './database.ts';
import { embedded } from './search.ts';

/** By the embedded engine, whichever answers visitors: only it knows all that a text finds. */
export const employers = employerSearch(db, embedded);
