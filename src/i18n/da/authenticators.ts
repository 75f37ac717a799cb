import type { Text } from '../index.ts';

export const authenticators = {
  'authenticator.title': 'Log ind i to trin',
  'authenticator.intro':
    'Et ekstra trin, når du logger ind, så ingen kan bruge din konto, selv om de kan læse dine mails.',
  'authenticator.due':
    'Du kan se og rette mere end din egen virksomhed. Derfor skal du logge ind i to trin. Det tager et par minutter at slå til.',
  'authenticator.app': 'Kode fra en app',
  'authenticator.app.intro':
    'Du skal bruge en app på telefonen, der laver koder, for eksempel Google Authenticator, Microsoft Authenticator eller din adgangskodehusker.',
  'authenticator.begin': 'Brug en app',
  'authenticator.step.open': 'Åbn appen på din telefon, og vælg at tilføje en konto.',
  'authenticator.step.scan': 'Scan billedet her med appen.',
  'authenticator.step.type': 'Kan du ikke scanne? Så skriv denne nøgle i appen:',
  'authenticator.step.code': 'Skriv den kode, appen viser.',
  'authenticator.picture': 'QR-kode med nøglen, der også står herunder',
  'authenticator.code': 'Kode fra appen',
  'authenticator.code.hint': '6 cifre',
  'authenticator.switchOn': 'Slå til',
  'authenticator.switchedOn': 'Det er slået til. Gem koderne herunder, før du går videre.',
  'authenticator.on': 'Slået til',
  'authenticator.on.text': 'Når du logger ind, beder vi om en kode fra appen.',
  'authenticator.left': {
    one: 'Du har {count} nødkode tilbage, til hvis du mister telefonen.',
    other: 'Du har {count} nødkoder tilbage, til hvis du mister telefonen.',
  },
  'authenticator.renew': 'Lav nye nødkoder',
  'authenticator.codesRenewed': 'Her er dine nye nødkoder. De gamle virker ikke mere.',
  'authenticator.off.hint': 'Skifter du telefon? Slå fra her, og slå til igen med den nye.',
  'authenticator.switchOff': 'Slå fra',
  'authenticator.switchedOff': 'Koden fra appen er slået fra.',
  'authenticator.goOn': 'Gå videre',
  'recovery.title': 'Dine nødkoder',
  'recovery.intro':
    'Mister du telefonen, kan du logge ind med en af dem. Hver kode virker én gang. Skriv dem ned, eller print siden: vi viser dem kun nu.',
  'recovery.for': 'Til {email} på Plads',
  'secondFactor.title': 'Et trin mere',
  'secondFactor.intro': 'Åbn appen på din telefon, og skriv koden til Plads.',
  'secondFactor.code': 'Kode',
  'secondFactor.code.hint': '6 cifre fra appen, eller en af dine nødkoder på 12 cifre',
  'secondFactor.submit': 'Gå videre',
  'secondFactor.lost': 'Kan du hverken komme til telefonen eller nødkoderne? Skriv til dem, der driver Plads.',
  'form.problem.authenticator-on': 'Det er allerede slået til.',
  'form.problem.authenticator-over': 'Det er ændret imens. Begynd forfra.',
  'form.problem.second-factor-wrong':
    'Koden passer ikke, eller den er brugt. Vent på den næste kode i appen, og prøv igen.',
  'form.problem.not-an-app-code': 'Skriv de 6 cifre fra appen.',
  'form.problem.not-a-second-factor': 'Skriv de 6 cifre fra appen, eller de 12 cifre i en nødkode.',
} satisfies Record<string, Text>;
