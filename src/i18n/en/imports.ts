import type { imports as danish } from '../da/imports.ts';
import type { Text } from '../index.ts';

export const imports: Record<keyof typeof danish, Text> = {
  'import.usage':
    'Usage: npm run import -- FILE --network SLUG [--network-name NAME] [--end-missing] [--dry-run]\n   or: npm run import -- FILE --slots [--dry-run]',
  'import.badOption': '“{option}” is nothing that the import can use.',
  'import.noFile': 'The file {file} is not there, or cannot be read.',
  'import.noDatabase': 'There is no database yet. Run npm start first.',
  'import.file.empty': 'The file is empty.',
  'import.file.unreadable': 'The file cannot be read as a list. Save it as CSV or XLSX and try again.',
  'import.file.no-name-column':
    'The list has no column of names. Head it “name”. The headings of the list are: {headings}',
  'import.file.no-cvr-column':
    'The list has no column of CVR numbers. Head it “cvr”. The headings of the list are: {headings}',
  'import.file.no-title-column':
    'The list has no column of titles. Head it “title”. The headings of the list are: {headings}',
  'import.file.no-network': 'There is no network “{network}”. Give it a name with --network-name and it is made.',
  'import.progress': 'Importing',
  'import.dryRun': 'Dry run: nothing was changed.',
  'import.rows': { one: '{count} row read.', other: '{count} rows read.' },
  'import.outcome.added': { one: '{count} new', other: '{count} new' },
  'import.outcome.joined': { one: '{count} known already, now a member', other: '{count} known already, now members' },
  'import.outcome.completed': { one: '{count} completed', other: '{count} completed' },
  'import.outcome.unchanged': { one: '{count} unchanged', other: '{count} unchanged' },
  'import.outcome.skipped': { one: '{count} skipped', other: '{count} skipped' },
  'import.outcome.refused': { one: '{count} refused', other: '{count} refused' },
  'import.unknownColumns': 'Columns that we do not know and left alone: {columns}',
  'import.problems': 'Rows to mend',
  'import.notices': 'Worth knowing',
  'import.finding': 'Row {line}, {column}: {words}',
  'import.finding.list': '{words}',
  'import.reportWritten': 'The refused rows are in {file}. Mend them there and import that file.',
  'import.report.line': 'row',
  'import.report.problem': 'problem',
  'import.problem.missing': 'The field is empty. It has to be filled in.',
  'import.problem.too-long': 'The text is too long. Shorten it.',
  'import.problem.cpr-number':
    'The text holds something that looks like a CPR number. Remove it: nothing about citizens may stand here.',
  'import.problem.names-a-group':
    'The text names a diagnosis or a benefit. Write what the slot offers instead of whom it is for.',
  'import.problem.not-a-cvr': '“{value}” is not a valid CVR number. It has 8 digits; look it up at virk.dk.',
  'import.problem.unknown-sector':
    '“{value}” is not a sector. Write business, social enterprise, public or association.',
  'import.problem.not-a-website': '“{value}” is not a website. Write it as example.com.',
  'import.problem.not-an-email': '“{value}” is not an e-mail address. Write it as name@example.com.',
  'import.problem.not-a-phone': '“{value}” is not a phone number. Write 8 digits, or country code and number.',
  'import.problem.not-a-goal': '“{value}” are not world goals. Write numbers from 1 to 17, such as 8, 12.',
  'import.problem.not-a-p-number': '“{value}” is not a P-number. It has 10 digits.',
  'import.problem.p-number-taken':
    'The P-number {value} belongs to another organisation. Mend the P-number or the CVR number.',
  'import.problem.not-a-postcode': '“{value}” is not a postcode. It has 4 digits.',
  'import.problem.unknown-postcode': 'There is no postcode {value}. Mend it.',
  'import.problem.not-a-point': '“{value}” is not a coordinate in degrees.',
  'import.problem.not-a-date': '“{value}” is not a date. Write it as 31-12-2026.',
  'import.problem.likely-duplicate':
    '“{value}” looks like {name} (CVR {cvr}), who is here already. Write the CVR number to tell whether it is the same.',
  'import.problem.unknown-organisation':
    'No organisation here has the CVR number {value}. Import the member list first, or mend the number.',
  'import.problem.unknown-workplace': 'The organisation has no workplace with the P-number {value}.',
  'import.problem.unknown-scheme': '“{value}” is not a scheme that slots can be opened for now.',
  'import.problem.not-for-this-host': 'This kind of employer cannot use the scheme “{value}”.',
  'import.problem.unknown-support': '“{part}” is not a support fact that we know.',
  'import.problem.not-a-number': '“{value}” is not a number.',
  'import.problem.hours-range': '“{value}” hours will not do. Write more than 0 and at most 37 a week.',
  'import.problem.hours-order': 'The hours go the wrong way: the smaller number belongs in timer_min.',
  'import.problem.weeks-range': '“{value}” weeks will not do. Write a whole number from 1 to 260, or leave it empty.',
  'import.problem.positions-range':
    '“{value}” will not do. Write a whole number from 1 to 100, and no more filled than there are.',
  'import.problem.not-yes-or-no': '“{value}” is neither yes nor no.',
  'import.problem.not-a-ladder': '“{value}” is no ladder. Write it as 2 hours from week 0 | 5 hours from week 4.',
  'import.problem.ladder-order': 'The steps must rise: more hours from a later week.',
  'import.notice.no-cvr': 'Without a CVR number. Added, but it cannot be recognised on other lists.',
  'import.notice.same-name': 'Has nearly the name of {name} (CVR {cvr}). They were not merged.',
  'import.notice.no-postcode': 'Without a postcode. Shown in the list, but on no map and in no search near a place.',
  'import.notice.postcode-found': 'Without a postcode. Found by the town: {postcode}.',
  'import.notice.further-workplace': 'The same organisation with another P-number: added as a further workplace.',
  'import.notice.twice': 'The organisation stands in row {line} too. The first one was used.',
  'import.notice.differs': 'The list says “{value}”, here stands “{known}”. What stood there was kept.',
  'import.notice.missing': '{value} is a member here but not in the list. Use --end-missing to end the membership.',
  'import.notice.missing-ended': '{value} is not in the list. The membership was ended today.',
  'import.notice.expired': 'The slot has expired and is not shown.',
};
