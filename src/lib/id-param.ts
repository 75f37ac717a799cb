/** A row's id as it stands in an address; 0, which no row has, for everything else. */
export const idParam = (param: string | undefined): number => (/^[1-9]\d{0,14}$/.test(param ?? '') ? Number(param) : 0);
