import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Locale, TextKey, Translate } from '#i18n/index.ts';
import type { Facet } from '#search/engine.ts';

/** A word for a facet's value: from the reference data in the reader's language, or from the texts. */
export type Label = (facet: Facet, value: string) => string;

/** Facets whose values are rows with a name in each language. */
const ROWS = {
  network: 'select slug as value, name as da, name as en from networks',
  municipality: 'select code as value, name as da, name as en from municipalities',
  scheme: 'select id as value, name_da as da, name_en as en from schemes',
  support: 'select id as value, label_da as da, label_en as en from support_facts',
  theme: 'select id as value, label_da as da, label_en as en from themes',
  sdg: "select nr as value, nr || ' ' || da as da, nr || ' ' || en as en from goals",
} as const satisfies Partial<Record<Facet, string>>;

type NamedRow = { value: string | number } & Record<Locale, string>;

/** Reads each list of names once, when it is first asked for. */
export function labels(db: Db, locale: Locale, t: Translate): Label {
  const names = new Map<string, Map<string, string>>();
  return (facet, value) => {
    if (!(facet in ROWS)) return t(`${facet}.${value}` as TextKey);
    let known = names.get(facet);
    if (!known) {
      const rows = statement<NamedRow>(db, ROWS[facet as keyof typeof ROWS]).all();
      known = new Map(rows.map((row) => [String(row.value), row[locale]]));
      names.set(facet, known);
    }
    return known.get(value) ?? value;
  };
}
