import type { APIRoute } from 'astro';
import { statisticsFile } from '#lib/statistics-file.ts';

export const GET: APIRoute = (context) => statisticsFile(context);
