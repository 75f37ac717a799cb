import type { EnquiryCard } from '#domain/enquiries/queries.ts';
import type { Translate } from '#i18n/index.ts';
import { environment } from '#lib/environment.ts';

type Asking = Pick<EnquiryCard, 'asker' | 'accountName' | 'fromOrganisation' | 'visitorName'>;

/** Who asks, in words: "Karim, Jobcenter Lejre". */
export function askerName(t: Translate, { asker, accountName, fromOrganisation, visitorName }: Asking): string {
  if (asker === 'visitor') return visitorName ?? t('enquiry.visitor');
  const house = asker === 'job-centre' ? environment.JOBCENTER_NAME : fromOrganisation?.name;
  return [accountName, house].filter(Boolean).join(', ') || t('enquiry.visitor');
}
