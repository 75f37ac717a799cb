import type { APIRoute } from 'astro';
import { notFound } from '#lib/api/respond.ts';

/** Every address of the API that is none, so that programs get an answer that they can read. */
export const ALL: APIRoute = () => notFound('resource');
