import type { Text } from '../index.ts';

export const invitations = {
  'invitation.title.owner': 'Vil du passe {place}?',
  'invitation.title.editor': 'Vil du hjælpe med {place}?',
  'invitation.title.coordinator': 'Vil du passe netværket {place}?',
  'invitation.title.consultant': 'Vil du finde arbejdspladser for {place}?',
  'invitation.title.administrator': 'Vil du passe hele portalen?',
  'invitation.by': '{by} inviterer dig, på mailadressen {email}.',
  'invitation.by.portal': 'Invitationen er til mailadressen {email}.',
  'invitation.role.owner': 'Du kan fortælle om virksomheden, åbne pladser og bestemme, hvem der ellers hjælper.',
  'invitation.role.editor': 'Du kan rette teksterne og åbne pladser.',
  'invitation.role.coordinator': 'Du holder medlemslisten ved lige og svarer dem, der vil være med.',
  'invitation.role.consultant': 'Du kan se, hvem der har plads, og spørge dem direkte.',
  'invitation.role.administrator': 'Du kan lukke folk ind og ud og se alt, hvad portalen viser.',
  'invitation.until': 'Du kan svare til og med {day}.',
  'invitation.accept': 'Ja tak',
  'invitation.accept.as': 'Du er logget ind som {name}.',
  'invitation.accepted': 'Velkommen. Nu er du med.',
  'invitation.join': 'Ja tak, lav min konto',
  'invitation.signIn': 'Du har allerede en konto. Log ind først, så kommer du tilbage hertil.',
  'invitation.signIn.button': 'Log ind',
  'invitation.other': 'Du er logget ind som {own}, men invitationen er til {email}. Log ud her, og åbn linket igen.',
  'invitation.over.title': 'Invitationen virker ikke mere',
  'invitation.over.accepted': 'Den er allerede brugt. Var det dig, så log ind.',
  'invitation.over.revoked':
    'Den er taget tilbage, eller du har fået en nyere. Se efter i din indbakke, eller spørg den, der inviterede dig.',
  'invitation.over.expired': 'Den er for gammel. Bed den, der inviterede dig, om at sende en ny.',
  'invitation.over.unknown': 'Linket er ikke helt. Kopiér det hele fra mailen, og prøv igen.',
  'invitation.over.home': 'Gå til forsiden',
  'form.problem.invitation-over':
    'Invitationen virker ikke mere: den er brugt, taget tilbage eller for gammel. Bed om en ny.',
  'form.problem.invitation-for-another':
    'Invitationen er til en anden mailadresse end din. Log ud, og log ind med den rigtige.',
  'form.problem.sign-in-first': 'Du har en konto her. Log ind først, og åbn så linket igen.',
  'form.problem.already-member': 'Den person er allerede med.',
} satisfies Record<string, Text>;
