import type { Db } from '#db/open.ts';
import { organisationCards } from '#domain/organisations/cards.ts';
import { placesBeginning } from '#domain/places/queries.ts';
import { slotSchemes } from '#domain/schemes/queries.ts';
import { slotCards } from '#domain/slots/cards.ts';
import type { EmbeddedEngine } from './embedded/engine.ts';
import { knowledgeOf } from './knowledge.ts';
import { foundIn } from './text/explain.ts';
import { type Reading, understand } from './text/query.ts';
import { placedWords } from './text/tokens.ts';

export interface Suggestion {
  label: string;
  /** What tells it from its namesakes. */
  hint: string;
  /** Where it leads: a path without its language. */
  path: string;
}

export interface SuggestionGroup {
  kind: keyof typeof MOST;
  items: Suggestion[];
}

/** How many are suggested of each. */
const MOST = { organisations: 4, slots: 4, places: 3, schemes: 3 };
/** One letter begins too much to be a help. */
const LEAST_LETTERS = 2;

/** What a text that is being typed may name, in groups; those without any are left out. */
export function suggest(
  { db, engine }: { db: Db; engine: Pick<EmbeddedEngine, 'named'> },
  text: string,
  locale: 'da' | 'en',
): SuggestionGroup[] {
  if (text.trim().length < LEAST_LETTERS) return [];
  const understood = understand(text, knowledgeOf(db));
  const organisations = organisationCards(db, engine.named('organisations', understood, MOST.organisations));
  const slots = slotCards(db, engine.named('slots', understood, MOST.slots));
  const groups: SuggestionGroup[] = [
    {
      kind: 'organisations',
      items: organisations.map(({ name, branch, town, slug }) =>
        suggestion(name, [branch, town], `/virksomheder/${slug}`),
      ),
    },
    {
      kind: 'slots',
      items: slots.map(({ title, organisation, town, slug }) =>
        suggestion(title, [organisation.name, town], `/pladser/${slug}`),
      ),
    },
    {
      kind: 'places',
      items: placesBeginning(db, text, MOST.places).map(({ label, municipality, postcode, lat, lng }) =>
        suggestion(
          label,
          [municipality],
          `/pladser?${new URLSearchParams(postcode ? { place: postcode } : { near: `${lat},${lng}` })}`,
        ),
      ),
    },
    { kind: 'schemes', items: schemesNamed(db, understood.readings[0], locale) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** By any of its names, in either language. */
function schemesNamed(db: Db, reading: Reading | undefined, locale: 'da' | 'en'): Suggestion[] {
  if (!reading) return [];
  const isNamed = (name: string) => {
    const text = name.normalize('NFC');
    const words = placedWords(text);
    return reading.words.every((word) => words.some((placed) => foundIn(text, placed, word, 1).length > 0));
  };
  return slotSchemes(db)
    .filter(({ nameDa, nameEn, otherNames }) => [nameDa, nameEn, ...otherNames].some(isNamed))
    .slice(0, MOST.schemes)
    .map((scheme) =>
      suggestion(
        locale === 'da' ? scheme.nameDa : scheme.nameEn,
        [locale === 'da' ? scheme.summaryDa : scheme.summaryEn],
        `/pladser?scheme=${encodeURIComponent(scheme.id)}`,
      ),
    );
}

function suggestion(label: string, hints: (string | null)[], path: string): Suggestion {
  return { label, hint: hints.filter(Boolean).join(', '), path };
}
