import type { Text } from '../index.ts';

export const returns = {
  'jobCentre.nav.returns': 'Regnestykke',
  'returns.intro':
    'Hvad kan det være værd, når et forløb bliver til lønnede timer? Alle antagelser står her. Ret dem, og se, hvad der sker.',
  'returns.persons': 'Personer',
  'returns.hoursWeekly': 'Lønnede timer om ugen',
  'returns.savedPerHour': 'Sparet ydelse for hver lønnet time, kr.',
  'returns.taxPerHour': 'Skat af hver lønnet time, kr.',
  'returns.costPerWeek': 'Forløbet koster om ugen, kr.',
  'returns.placementWeeks': 'Forløbet varer, uger',
  'returns.weeksAYear': 'Uger med løn om året',
  'returns.lastingPercent': 'Så mange har stadig timerne, procent',
  'returns.calculate': 'Regn ud',
  'returns.result': 'Resultat',
  'returns.gainAYear': 'Gevinst på et år',
  'returns.cost': 'Forløbets pris',
  'returns.net': 'Tilbage efter et år',
  'returns.paidBack': 'Tjent hjem',
  'returns.paidBack.weeks': { one: 'efter {count} uge med løn', other: 'efter {count} uger med løn' },
  'returns.paidBack.never': 'aldrig med de tal',
  'returns.kroner': '{amount} kr.',
  'returns.missing': 'Der mangler tal. Plads finder ikke på dem: kommunen skriver dem ind med kilde.',
  'returns.formula':
    'Gevinst: personer × timer × uger × (ydelse + skat) × andel, der har timerne. Pris: personer × uger × pris om ugen.',
  'returns.source': 'Kilde: {source} ({day})',
  'returns.assumptions': 'Kommunens antagelser',
  'returns.assumptions.hint': 'Alle konsulenter ser dem. Skriv altid, hvor tallet er fra.',
  'returns.value': 'Tal',
  'returns.sourceField': 'Kilde',
  'returns.sourceField.hint': 'En rapport, en lov eller kommunens egne tal, med årstal.',
  'form.problem.assumption-range': 'Skriv et tal fra 0 til 1.000.000.',
} satisfies Record<string, Text>;
