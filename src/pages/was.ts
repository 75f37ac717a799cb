import type { APIRoute } from 'astro';
import { environment } from '#lib/environment.ts';
import { statementAddress } from '#lib/statement-address.ts';

/** The short address that every public website has for its accessibility statement. */
export const GET: APIRoute = ({ redirect }) => redirect(statementAddress(environment.SITE_URL), 302);
