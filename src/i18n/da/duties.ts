import type { Text } from '../index.ts';

/** Privacy and accessibility: what the law has a public website say. */
export const duties = {
  'contact.ask.title': 'Spørg os',
  'contact.phone': 'Ring på',
  'contact.email': 'Skriv til',
  'contact.other': 'Du kan altid kontakte {municipality}.',
  'privacy.title': 'Privatliv',
  'privacy.lead': 'Her står, hvad Plads gemmer om hvem, og hvor længe. Plads drives af {municipality}.',
  'privacy.citizens.title': 'Borgere',
  'privacy.citizens.none':
    'Plads gemmer intet om borgere: ingen navne, intet CPR-nummer, intet om helbred eller ydelser. Tekster, der ligner, bliver afvist.',
  'privacy.organisations.title': 'Virksomheder',
  'privacy.organisations.what':
    'Vi viser det, virksomheden selv eller dens netværk har skrevet: navn, CVR-nummer, adresse, billeder, pladser og løfter. Det står her, til virksomheden tager det væk.',
  'privacy.organisations.contacts':
    'En kontaktperson står med navn, rolle og kontakt på arbejdet. Virksomheden kan rette eller fjerne det når som helst.',
  'privacy.accounts.title': 'Når du har en konto',
  'privacy.accounts.what':
    'Vi gemmer dit navn, din mailadresse, dit sprog, og hvad du har lov til. Din adgangskode kan vi ikke læse. Har du adgangsnøgler eller en app med koder, gemmer vi det, der skal til for at kende dem igen, aldrig dit fingeraftryk eller dit ansigt. Vi gemmer det, så længe du har kontoen.',
  'privacy.accounts.sessions':
    'Når du er logget ind, gemmer vi hvornår og på hvilken slags enhed. Du bliver logget ud efter {idle} dage, hvor du ikke har været her, og altid efter {longest} dage. Så er det slettet.',
  'privacy.accounts.events':
    'Vi skriver ned, hvad der er ændret og hvornår, med et nummer i stedet for dit navn. Det bliver gemt, så man kan se, hvad der er sket.',
  'privacy.accounts.searches':
    'Gemmer du en søgning, gemmer vi, hvad du har valgt, og hvad søgningen har fundet. Et sted, du søger ud fra, bliver aldrig gemt. Fjerner du søgningen, er det hele slettet.',
  'privacy.accounts.deletion': 'Du kan selv slette din konto. {grace} dage efter er alt, hvad der nævner dig, væk.',
  'privacy.messages.title': 'Beskeder til virksomheder',
  'privacy.messages.what':
    'Skriver du til en virksomhed, gemmer vi beskeden, dit navn og din mailadresse. Virksomheden ser ikke adressen. Det hele er slettet {visitor} dage efter det sidste ord.',
  'privacy.messages.unconfirmed':
    'Trykker du ikke på linket i mailen fra os, bliver beskeden ikke sendt, og er slettet efter et døgn.',
  'privacy.mails.title': 'Mails',
  'privacy.mails.queue': 'En mail ligger krypteret, til den er sendt. Så er den slettet hos os.',
  'privacy.mails.failed': 'Kan den ikke sendes, sletter vi den efter {kept} dage.',
  'privacy.log.title': 'Loggen',
  'privacy.log.what': 'For hvert besøg skriver vi én linje: siden, tidspunktet, og om det gik godt.',
  'privacy.log.not': 'Din IP-adresse, din browser, og hvad du søgte efter, står der ikke.',
  'privacy.searches':
    'Vi tæller, hvilke ord der bliver søgt på, så virksomheder kan se, hvad de bliver fundet på. Et ord skrives først ned, når det er søgt mindst {least} gange på en måned, og aldrig, hvem der søgte. Tal og mailadresser tæller vi ikke.',
  'privacy.cookies.title': 'Cookies',
  'privacy.cookies.needed':
    'Vi bruger kun cookies, som siden ikke kan undvære: én, der husker, at du er logget ind, én, der i et halvt år kender din browser igen, så ingen kan låse dig ude ved at gætte, og nogle, der forsvinder igen, når du har sendt en formular. Derfor spørger vi ikke om lov.',
  'privacy.cookies.not': 'Der er ingen statistik, ingen reklamer og ingen andre firmaer på siden.',
  'privacy.rights.title': 'Dine rettigheder',
  'privacy.rights.ask': 'Du kan se, få rettet og få slettet det, vi har om dig. Skriv eller ring.',
  'privacy.rights.complain': 'Er du ikke tilfreds med svaret, kan du klage til Datatilsynet, www.datatilsynet.dk.',
  'accessibility.title': 'Tilgængelighed',
  'accessibility.lead':
    'Plads skal kunne bruges af alle. Her står, hvordan vi gør, og hvad du gør, hvis noget driller.',
  'accessibility.how.title': 'Sådan er siden lavet',
  'accessibility.how.standard': 'Vi følger WCAG 2.2 på niveau AA. Loven kræver version 2.1.',
  'accessibility.how.keyboard': 'Alt kan gøres med tastaturet, og man kan se, hvor man er.',
  'accessibility.how.script': 'Alt det vigtige virker uden JavaScript.',
  'accessibility.how.display': 'Siden kan forstørres, den findes lys og mørk, og den kan være på en lille telefon.',
  'accessibility.how.words': 'Vi skriver korte sætninger og almindelige ord, på dansk og på engelsk.',
  'accessibility.how.tested':
    'Et program prøver hver slags side efter, hver gang vi ændrer noget. Det finder ikke alt.',
  'accessibility.limits.title': 'Det, vi ved, kan være svært',
  'accessibility.limits.pictures':
    'Virksomhederne skriver selv, hvad deres billeder viser. Det er ikke altid skrevet lige godt.',
  'accessibility.limits.maps': 'Et kort kan være svært at bruge. Alle steder på kortet står også som tekst.',
  'accessibility.statement': 'Tilgængelighedserklæring',
  'accessibility.statement.link': 'Læs tilgængelighedserklæringen hos Digitaliseringsstyrelsen',
  'accessibility.contact': 'Er der noget, du ikke kan bruge?',
  'accessibility.contact.text': 'Sig det til os. Så finder vi en anden måde, og vi retter det, vi kan.',
} satisfies Record<string, Text>;
