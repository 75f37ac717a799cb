import { describe, expect, test } from 'vitest';
import { findCitizenData, findPersonData, holdsCprNumber, withoutCprNumbers } from '#domain/citizens.ts';

// All invented: no such numbers, no such persons.
describe('must be stopped', () => {
  test.each([
    '010203-0000',
    '01 02 03-0000',
    '01.02.03-0000',
    '01/02/03-0000',
    '010203/0000',
    '010203_0000',
    '010203.0000',
    '010203—0000',
    '010203−0000',
    '010203-xxxx',
    '010203-****',
    '０１０２０３-００００',
    '01\u200b02\u200b03-0000',
    '0\u00ad10203-0000',
    'O1O2O3-0000',
    '0102O3-OOOO',
    '0 1 0 2 0 3 - 0 0 0 0',
    '0 1 0 2 0 3 0 0 0 0',
    'P-nummer 010203-0000',
    'Ring til mig. Personen er 010203 0000, hilsen Lone',
    'se sag 010203-0000/kontanthjælp',
  ])('a CPR number: “%s”', (text) => {
    expect(findPersonData(text)).toBe('cpr');
    expect(holdsCprNumber(text)).toBe(true);
    expect(holdsCprNumber(withoutCprNumbers(text))).toBe(false);
  });

  test.each([
    'Født 12.03.1984',
    'født den 12. marts 1984',
    'Hun er født i 1984',
    'f. 12/3 1984',
    'f. 120384',
    'fødselsdato: 120384',
    'Fødselsdag 12-03-84',
    'årgang 84, fødselsår 1984',
    'Kandidat (12.03.1984) søger få timer',
    '12/3-84',
    '1984-03-12',
    '12. marts 1984',
    'born 12 March 1984',
    'DOB: 12/03/1984',
    'date of birth 1984-03-12',
    'En ung fra 2009, født 4. maj 2009',
  ])('a date of birth: “%s”', (text) => {
    expect(findPersonData(text)).toBe('birth-date');
  });

  test.each([
    'Mette har angst og vil gerne begynde i det små',
    'mette har angst',
    'Jeg har en borger, Mohammed, med PTSD',
    'Kan du bruge Søren? Han har ADHD.',
    'Angst. Det er det, Lone kæmper med.',
    'Xerxes Petersen lider af depression',
    'M.K. er på kontanthjælp',
    'J. H. har skizofreni',
    'Mettes depression er i bedring',
    'Navn: Kirsten\nDiagnose: autisme',
    'En borger med autisme søger en plads',
    'Har I plads til en kvinde på 43 med fibromyalgi?',
    'En 22-årig mand med Asperger',
    'Borgeren er sygemeldt med stress',
    'Hun får førtidspension',
    'Hun har haft kræft',
    'En der har været misbruger',
    'Peter drikker',
    'Han har en hjerneskade',
    'Personen har en spiseforstyrrelse',
    'Ahmed er aktivitetsparat',
    'Kandidaten er fleksjobvisiteret',
    'She has anxiety',
    'I have a woman with schizophrenia',
    'Hej Birgit, har du plads til Jonas? Han er autist. Hilsen Lone',
    'Venlig hilsen til Mette, som har angst',
    'Vi taler om Ｍette, hun har ａngst',
  ])('somebody’s health or benefit: “%s”', (text) => {
    expect(findPersonData(text)).toBe('health');
  });
});

describe('must pass', () => {
  test.each([
    'En person kan klare fire timer om ugen, udendørs, tæt på bus.',
    'Vi leder efter fem pladser med få timer fra marts.',
    'Kan I tage imod nogen fra 1. marts 2027, tirsdag og torsdag kl. 10-14?',
    'Start 01.03.2027, slut 31-05-27',
    'Aftalt den 12/3-26. Vi ses 15.4.',
    'Ring på 46 40 80 12 eller +45 20 12 03 84.',
    'Tlf. 12038455',
    '+311203841234',
    'P-nummer 1003123456',
    'P-nr. 1003123456 og CVR 90000004',
    'EAN 5790000123456',
    'Vi åbnede 1. maj 1998 og har haft åbent siden.',
    'Stiftet 12.03.1984 af to brødre',
    'Virksomheden har ligget her siden 1984',
    'Lov nr. 711 af 25. juni 2014 om registrerede socialøkonomiske virksomheder, lov af 7. maj 2009',
    'Prisen er 12.03 kr. 84 gange',
    'Version 10.11.12 af aftalen',
    'kl. 10.30-12.30, 20 timer om ugen, 13 uger',
    'Har I erfaring med autisme?',
    'Vi har mange års erfaring med medarbejdere med autisme og ADHD.',
    'Hvalsø Grønt har erfaring med angst og depression.',
    'Vi er en demensvenlig arbejdsplads',
    'Du hjælper i køkkenet på demensafsnittet',
    'Autismeforeningen kommer på besøg hos Birgit i maj',
    'Vi arbejder for at undgå stress på holdet.',
    'Det kræver kræfter, og der er en kraftig vind på marken',
    'Hej Birgit, vi er gode til mennesker med angst. Venlig hilsen Lone Holm',
    'Kære Jonas!\nHar I plads til to, der vil være udendørs?\nMvh Lone',
    'Birgit viser rundt på tirsdag. Hun har en mentor med til mødet.',
    'Ejeren hedder Lars og vil gerne ringes op før kl. 12.',
    'Arbejdet er fysisk: der løftes op til 10 kg per gang.',
    'Vi kan tage 2 per hold, helst i maj. Rosa huset, anden sal.',
    'Lønnen følger overenskomsten; fleksjob og løntilskud er fint.',
    'A mentor helps you start; four hours a week from 1 March 2027.',
    '',
  ])('“%s”', (text) => {
    expect(findPersonData(text)).toBeUndefined();
  });

  test.each(['Vi er en demensvenlig arbejdsplads', 'Du dækker bord på demensafsnittet', 'Hold orden i autismecentret'])(
    'a slot may say what place it is at: “%s”',
    (text) => {
      expect(findCitizenData(text)).toBeUndefined();
    },
  );

  test.each(['God til folk med demens', 'For demente', 'Til dig med autisme'])(
    'but not whom it is for: “%s”',
    (text) => {
      expect(findCitizenData(text) ?? findPersonData(text)).toBe(text.includes('demente') ? undefined : 'group');
    },
  );
});
