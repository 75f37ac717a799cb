import type { Text } from '../index.ts';

export const home = {
  'home.title': 'Plads · her er der plads til én mere',
  'home.heading': 'Her er der plads til én mere',
  'home.quick': 'Hurtige valg',
  'home.map': 'Ledige pladser i {municipality}, by for by',
  'home.map.caption': 'Tallene er ledige pladser lige nu.',
  'home.business.title': 'Jeg driver en virksomhed',
  'home.business.text': 'Vis, hvad I gør, og åbn en plads. Vi forklarer reglerne, så I kan bruge dem.',
  'home.business.go': 'Sådan virker det',
  'home.jobcenter.title': 'Jeg arbejder i {jobcenter}',
  'home.jobcenter.text':
    'Find arbejdsgivere, der gerne vil, og som ligger i nærheden. Uden at skrive et ord om borgeren.',
  'home.jobcenter.go': 'Virksomheder med ledige pladser',
  'home.curious.title': 'Jeg er nysgerrig',
  'home.curious.text': 'Se de socialøkonomiske virksomheder, og hvilke løfter der er holdt.',
  'home.curious.go': 'Socialøkonomiske virksomheder',
  'home.empty.title': 'Her er tomt endnu',
  'home.empty.text': 'Hent jeres medlemsliste ind fra Excel, så er kataloget i gang:',
  'home.newest': 'Nye pladser',
  'home.seeAll': { one: 'Se {count} plads', other: 'Se alle {count}' },
  'home.kept': 'Løfter, der er holdt',
} satisfies Record<string, Text>;
