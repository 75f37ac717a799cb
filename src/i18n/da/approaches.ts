import type { Text } from '../index.ts';

export const approaches = {
  'approach.channel.phone': 'Telefon',
  'approach.channel.e-mail': 'Mail',
  'approach.channel.visit': 'Besøg',
  'approach.channel.meeting': 'Møde',
  'approach.channel.portal': 'Henvendelse her',
  'approach.subject.slot': 'en ledig plads',
  'approach.subject.new-slot': 'en ny plads',
  'approach.subject.placement': 'et forløb, der er i gang',
  'approach.subject.follow-up': 'opfølgning',
  'approach.subject.partnership': 'en partnerskabsaftale',
  'approach.subject.other': 'noget andet',
  'approach.someone': 'En tidligere kollega',
  'approach.reason.rest': 'De har bedt om ro til og med {until}.',
  'approach.reason.wish':
    'De har bedt om højst én kontakt hver {days}. dag. {who} var i kontakt {day} om {subject}. Du kan kontakte dem fra {freeOn}.',
  'approach.reason.lately':
    '{who} var i kontakt {day} om {subject}. Kommunen venter {days} dage mellem to kontakter. Spørg hellere {who}.',
  'approach.reason.own': 'Du var selv i kontakt {day} om {subject}.',
  'approach.reason.waiting': {
    one: '{count} henvendelse venter på deres svar.',
    other: '{count} henvendelser venter på deres svar.',
  },
  'approach.reason.free': 'Ingen har kontaktet dem for nylig.',
  'form.problem.approach-rest': 'De har bedt om ro. Se kontaktloggen for, hvornår du kan spørge.',
  'form.problem.approach-lately':
    'En kollega har lige været i kontakt med dem. Læs kontaktloggen, spørg kollegaen, eller sæt kryds, hvis du vil spørge alligevel.',
  'form.problem.cool-down-range': 'Skriv et antal dage fra 0 til 365.',
  'form.problem.not-a-colleague': 'Vælg en kollega.',
  'form.problem.colleague-asked': 'Du har allerede spurgt den kollega.',
  'mail.colleagueRequest.subject': '{by} beder dig tale med {organisation}',
  'mail.colleagueRequest.text':
    '{by} beder dig tage noget op med {organisation}, fordi du kender dem. Læs hvad på din tavle.',
  'mail.colleagueRequest.button': 'Se min tavle',
} satisfies Record<string, Text>;
