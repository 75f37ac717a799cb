/**
 * Where the portal's accessibility statement stands: the authorities' tool keeps one for each domain, under its name
 * with dashes for dots (executive order 904 of 22 August 2019, https://was.digst.dk).
 */
export const statementAddress = (siteUrl: string): string =>
  `https://was.digst.dk/${new URL(siteUrl).hostname.replaceAll('.', '-')}`;
