import type { Text } from '../index.ts';

export const about = {
  'about.title': 'Plads til flere, sammen',
  'about.lead':
    'Plads er stedet, hvor {municipality} og de lokale netværk viser, hvem der tager ansvar, og hvor der er plads til mennesker, som har svært ved at komme ind på arbejdsmarkedet.',
  'about.business.title': 'Driver du en virksomhed?',
  'about.business.text':
    'Din virksomhed kan stå her med det, I gør, og det, I lover. Er du medlem af et netværk, ligger I her allerede: skriv til netværket, hvis noget skal rettes, eller når I vil åbne en plads.',
  'about.jobcenter.title': 'Arbejder du i {jobcenter}?',
  'about.jobcenter.text':
    'Søg efter sted, timer, ordning og den støtte, arbejdspladsen kan give. Hver plads siger, hvordan du spørger.',
  'about.public.title': 'Er du nysgerrig?',
  'about.public.text': 'Find de socialøkonomiske virksomheder, handl hos dem, og se, om de lokale løfter bliver holdt.',
  'about.lines.title': 'Det holder vi fast i',
  'about.lines.citizens':
    'Her står intet om borgere: ingen navne, intet CPR-nummer, intet om helbred eller ydelser. Tekster, der ligner, bliver afvist.',
  'about.lines.slots':
    'En plads siger, hvad den tilbyder. Den siger ikke, hvilken diagnose eller ydelse man skal have.',
  'about.lines.evidence': 'Et løfte viser, hvordan man kan se, om det er holdt.',
  'about.lines.law':
    'Reglerne for hver ordning står med lovhenvisning og den dag, de sidst er tjekket. De vejleder; kommunen afgør.',
  'about.marks.title': 'Hvad mærkerne betyder',
  'about.mark.rsv': 'Registreret socialøkonomisk',
  'about.mark.rsv.text':
    'Virksomheden står i Erhvervsstyrelsens register (RSV). Mærket vises kun med datoen for, hvornår det er tjekket, og af hvem.',
  'about.mark.kept': 'Holdt',
  'about.mark.kept.text': 'Løftet er holdt, og dokumentationen er ét klik væk.',
  'about.mark.late': 'Forsinket',
  'about.mark.late.text': 'Løftet skulle være gennemgået, og det er det ikke. Det viser sig af sig selv.',
  'about.mark.expiry': 'Udløber',
  'about.mark.expiry.text': 'Hver plads har en sidste dag. Så er listen aldrig fuld af noget, der ikke findes mere.',
  'about.schemes.title': 'Ordningerne',
  'about.schemes.text': 'Det kan en plads være. Vælg en for at se de ledige.',
  'about.sources.title': 'Kilder og åbne data',
  'about.sources.icons':
    'Verdensmålene er FN’s; farverne er de officielle, uden FN’s ikoner. Ikoner: Lucide (ISC). Skrifter: Bricolage Grotesque og Figtree (OFL).',
} satisfies Record<string, Text>;
