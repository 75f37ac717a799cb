import type { Text } from '../index.ts';

export const imports = {
  'import.usage':
    'Sådan: npm run import -- FIL --network KORTNAVN [--network-name NAVN] [--end-missing] [--dry-run]\n   eller: npm run import -- FIL --slots [--dry-run]',
  'import.badOption': '“{option}” kan importen ikke bruge.',
  'import.noFile': 'Filen {file} findes ikke, eller den kan ikke læses.',
  'import.noDatabase': 'Der er ingen database endnu. Kør npm start først.',
  'import.file.empty': 'Filen er tom.',
  'import.file.unreadable': 'Filen kan ikke læses som en liste. Gem den som CSV eller XLSX, og prøv igen.',
  'import.file.no-name-column':
    'Listen har ingen kolonne med navne. Giv den overskriften “navn”. Listens overskrifter er: {headings}',
  'import.file.no-cvr-column':
    'Listen har ingen kolonne med CVR-numre. Giv den overskriften “cvr”. Listens overskrifter er: {headings}',
  'import.file.no-title-column':
    'Listen har ingen kolonne med titler. Giv den overskriften “titel”. Listens overskrifter er: {headings}',
  'import.file.no-network':
    'Netværket “{network}” findes ikke. Giv det et navn med --network-name, så bliver det oprettet.',
  'import.progress': 'Importerer',
  'import.dryRun': 'Prøvekørsel: intet er ændret.',
  'import.rows': { one: '{count} række læst.', other: '{count} rækker læst.' },
  'import.outcome.added': { one: '{count} ny', other: '{count} nye' },
  'import.outcome.joined': {
    one: '{count} kendt i forvejen, nu medlem',
    other: '{count} kendte i forvejen, nu medlemmer',
  },
  'import.outcome.completed': { one: '{count} suppleret', other: '{count} suppleret' },
  'import.outcome.unchanged': { one: '{count} uændret', other: '{count} uændrede' },
  'import.outcome.skipped': { one: '{count} sprunget over', other: '{count} sprunget over' },
  'import.outcome.refused': { one: '{count} afvist', other: '{count} afvist' },
  'import.unknownColumns': 'Kolonner, vi ikke kender og har ladt ligge: {columns}',
  'import.problems': 'Rækker, der skal rettes',
  'import.notices': 'Værd at vide',
  'import.finding': 'Række {line}, {column}: {words}',
  'import.finding.list': '{words}',
  'import.reportWritten': 'De afviste rækker ligger i {file}. Ret dem der, og importér filen igen.',
  'import.report.line': 'række',
  'import.report.problem': 'fejl',
  'import.problem.missing': 'Feltet er tomt. Det skal udfyldes.',
  'import.problem.too-long': 'Teksten er for lang. Kort den af.',
  'import.problem.cpr-number':
    'Teksten indeholder noget, der ligner et CPR-nummer. Fjern det: her må intet stå om borgere.',
  'import.problem.names-a-group':
    'Teksten nævner en diagnose eller en ydelse. Skriv, hvad pladsen tilbyder, i stedet for hvem den er til.',
  'import.problem.not-a-cvr': '“{value}” er ikke et gyldigt CVR-nummer. Det har 8 cifre; slå det op på virk.dk.',
  'import.problem.unknown-sector':
    '“{value}” er ikke en sektor. Skriv virksomhed, socialøkonomisk, offentlig eller forening.',
  'import.problem.not-a-website': '“{value}” er ikke en hjemmeside. Skriv den som eksempel.dk.',
  'import.problem.not-an-email': '“{value}” er ikke en mailadresse. Skriv den som navn@eksempel.dk.',
  'import.problem.not-a-phone': '“{value}” er ikke et telefonnummer. Skriv 8 cifre, eller landekode og nummer.',
  'import.problem.not-a-goal': '“{value}” er ikke verdensmål. Skriv tal fra 1 til 17, fx 8, 12.',
  'import.problem.not-a-p-number': '“{value}” er ikke et P-nummer. Det har 10 cifre.',
  'import.problem.p-number-taken':
    'P-nummeret {value} hører til en anden virksomhed. Ret P-nummeret eller CVR-nummeret.',
  'import.problem.not-a-postcode': '“{value}” er ikke et postnummer. Det har 4 cifre.',
  'import.problem.unknown-postcode': 'Postnummeret {value} findes ikke. Ret det.',
  'import.problem.not-a-point': '“{value}” er ikke en koordinat i grader.',
  'import.problem.not-a-date': '“{value}” er ikke en dato. Skriv den som 31-12-2026.',
  'import.problem.likely-duplicate':
    '“{value}” ligner {name} (CVR {cvr}), som allerede er her. Skriv CVR-nummeret, så ved vi, om det er den samme.',
  'import.problem.unknown-organisation':
    'Ingen virksomhed her har CVR-nummer {value}. Importér medlemslisten først, eller ret nummeret.',
  'import.problem.unknown-workplace': 'Virksomheden har intet arbejdssted med P-nummer {value}.',
  'import.problem.unknown-scheme': '“{value}” er ikke en ordning, der kan åbnes pladser i nu.',
  'import.problem.not-for-this-host': 'Ordningen “{value}” kan denne slags arbejdsgiver ikke bruge.',
  'import.problem.unknown-support': '“{part}” er ikke en støtte, vi kender.',
  'import.problem.not-a-number': '“{value}” er ikke et tal.',
  'import.problem.hours-range': '“{value}” timer går ikke. Skriv mere end 0 og højst 37 om ugen.',
  'import.problem.hours-order': 'Timerne går den forkerte vej: det mindste tal skal stå i timer_min.',
  'import.problem.weeks-range': '“{value}” uger går ikke. Skriv et helt tal fra 1 til 260, eller lad feltet stå tomt.',
  'import.problem.positions-range':
    '“{value}” går ikke. Skriv et helt antal fra 1 til 100, og ikke flere besatte end pladser.',
  'import.problem.not-yes-or-no': '“{value}” er hverken ja eller nej.',
  'import.problem.not-a-ladder': '“{value}” er ikke trin. Skriv dem som 2 timer fra uge 0 | 5 timer fra uge 4.',
  'import.problem.ladder-order': 'Trinnene skal stige: flere timer fra en senere uge.',
  'import.notice.no-cvr': 'Uden CVR-nummer. Oprettet, men kan ikke genkendes på andre lister.',
  'import.notice.same-name': 'Hedder næsten som {name} (CVR {cvr}). De er ikke lagt sammen.',
  'import.notice.no-postcode': 'Uden postnummer. Vises i listen, men ikke på kort og ikke i søgning nær et sted.',
  'import.notice.postcode-found': 'Uden postnummer. Fundet ud fra byen: {postcode}.',
  'import.notice.further-workplace': 'Samme virksomhed med et andet P-nummer: lagt til som et arbejdssted mere.',
  'import.notice.twice': 'Virksomheden står også i række {line}. Den første er brugt.',
  'import.notice.differs': 'Listen siger “{value}”, her står “{known}”. Det, der stod, er beholdt.',
  'import.notice.missing':
    '{value} er medlem her, men står ikke i listen. Brug --end-missing for at afslutte medlemskabet.',
  'import.notice.missing-ended': '{value} står ikke i listen. Medlemskabet er afsluttet i dag.',
  'import.notice.expired': 'Pladsen er udløbet og bliver ikke vist.',
} satisfies Record<string, Text>;
