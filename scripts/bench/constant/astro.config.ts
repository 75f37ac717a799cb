import { join } from 'node:path';
import portal from '../../../astro.config.mjs';
import { ROOT } from '../../lib/prepare.mjs';

/** What is answered by a stand-in that works once and then says the same again. */
const STAND_INS: Record<string, string> = {
  '#domain/organisations/search.ts': 'organisations.ts',
  '#domain/slots/search.ts': 'slots.ts',
  '#lib/search-page.ts': 'search-page.ts',
};

/** The portal, rendering as always, but with nothing to search, read or count. */
export default {
  ...portal,
  root: ROOT,
  vite: {
    plugins: [
      {
        name: 'constant-content',
        enforce: 'pre' as const,
        resolveId(source: string, importer: string | undefined) {
          const standIn = STAND_INS[source];
          if (!standIn || importer?.startsWith(import.meta.dirname)) return null;
          return join(import.meta.dirname, standIn);
        },
      },
    ],
  },
};
