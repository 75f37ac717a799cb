/** How long somebody can change their mind about deleting their account. */
export const ACCOUNT_GRACE_DAYS = 14;
/** The same for an organisation, which several people look after. */
export const ORGANISATION_GRACE_DAYS = 30;

/** Whether what was typed names the organisation: spaces at the ends and the case of letters say nothing. */
export const namesIt = (typed: string, name: string): boolean => plain(typed) === plain(name);

const plain = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('da');
