import type { Text } from '../index.ts';

export const mail = {
  'mail.folder.title': 'Mails, der ville være sendt',
  'mail.folder.none': 'Der er ingen endnu. De dukker op her kort efter, at noget har bedt om dem.',
  'mail.folder.to': 'Til {to}',
  'mail.foot': 'Plads · {site}',
  'mail.signIn.subject': 'Log ind på Plads',
  'mail.signIn.text': {
    one: 'Her er dit link. Det virker én gang og i {count} minut.',
    other: 'Her er dit link. Det virker én gang og i {count} minutter.',
  },
  'mail.signIn.code': 'Du kan også skrive denne kode på siden, hvor du begyndte:',
  'mail.signIn.button': 'Log ind',
  'mail.signIn.closing': 'Har du ikke bedt om at logge ind? Så skal du ikke gøre noget. Giv ikke koden til andre.',
  'mail.signUp.subject': 'Vil du have en konto på Plads?',
  'mail.signUp.text':
    'Nogen vil logge ind på Plads med din mailadresse, men den har ingen konto her endnu. Var det dig, så kan du lave en nu.',
  'mail.signUp.button': 'Lav en konto',
  'mail.signUp.closing': 'Var det ikke dig? Så skal du ikke gøre noget. Der sker ikke mere.',
  'mail.invitation.subject.owner': 'Vil du passe {place} på Plads?',
  'mail.invitation.subject.editor': 'Vil du være med til at passe {place} på Plads?',
  'mail.invitation.subject.coordinator': 'Vil du passe netværket {place} på Plads?',
  'mail.invitation.subject.consultant': 'Din adgang til Plads for {place}',
  'mail.invitation.subject.administrator': 'Din adgang til Plads',
  'mail.invitation.text.owner':
    '{by} har inviteret dig til at passe siden for {place}. Du kan fortælle om virksomheden, åbne pladser og invitere kolleger.',
  'mail.invitation.text.editor':
    '{by} har inviteret dig til at hjælpe med siden for {place}. Du kan rette teksterne og åbne pladser.',
  'mail.invitation.text.coordinator':
    '{by} har inviteret dig til at passe netværket {place}: medlemslisten og dem, der vil være med.',
  'mail.invitation.text.consultant': '{by} har givet dig adgang til at finde arbejdspladser for {place}.',
  'mail.invitation.text.administrator': '{by} har givet dig adgang til at passe hele portalen.',
  'mail.invitation.valid': {
    one: 'Invitationen gælder i {count} dag, for denne mailadresse og én gang.',
    other: 'Invitationen gælder i {count} dage, for denne mailadresse og én gang.',
  },
  'mail.invitation.button': 'Sig ja tak',
  'mail.invitation.closing': 'Kender du ikke noget til det? Så skal du ikke gøre noget.',
  'mail.passwordChanged.subject.setPassword': 'Din adgangskode til Plads er ændret',
  'mail.passwordChanged.subject.dropPassword': 'Din adgangskode til Plads er slettet',
  'mail.passwordChanged.text': 'Alle andre steder, hvor du var logget ind, er du nu logget ud.',
  'mail.passwordChanged.button': 'Se din konto',
  'mail.passwordChanged.closing':
    'Var det ikke dig? Så har en anden haft adgang til din konto. Log ind med et link på mail, og vælg en ny adgangskode.',
  'mail.leaveAddress.subject': 'Vil du skifte mailadresse på Plads?',
  'mail.leaveAddress.text':
    'Din konto skal fremover bruge {email}. Det sker først, når du har sagt ja både her og i mailen til den nye adresse.',
  'mail.newAddress.subject': 'Brug denne mailadresse på Plads?',
  'mail.newAddress.text':
    'En konto på Plads skal fremover bruge {email}. Det sker først, når der er sagt ja både her og i mailen til den gamle adresse.',
  'mail.address.valid': {
    one: 'Linket virker én gang og i {count} time.',
    other: 'Linket virker én gang og i {count} timer.',
  },
  'mail.address.button': 'Ja, skift adressen',
  'mail.leaveAddress.closing':
    'Var det ikke dig? Så skal du ikke sige ja. Log ud alle andre steder på siden Din konto, for nogen er inde på den.',
  'mail.newAddress.closing': 'Kender du ikke noget til det? Så skal du ikke gøre noget.',
  'mail.addressTaken.subject': 'Du har allerede en konto på Plads',
  'mail.addressTaken.text':
    'Nogen vil flytte en anden konto til {email}, men den adresse har allerede sin egen konto. Der er ikke ændret noget.',
  'mail.addressTaken.button': 'Log ind',
} satisfies Record<string, Text>;
