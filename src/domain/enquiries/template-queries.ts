import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';

/** A text to begin from. */
export interface EnquiryTemplate {
  id: number;
  name: string;
  text: string;
}

/** Those that the portal brings, by the keys of their texts (`enquiry.template.…`, `enquiry.reply.…`). */
export const BUILT_IN_TEMPLATES = ['few-hours', 'visit', 'placement'] as const;
export const BUILT_IN_REPLIES = ['yes', 'call', 'not-now'] as const;

/** The job centre’s own templates, by name. */
export function enquiryTemplates(db: Db, viewer: Viewer): EnquiryTemplate[] {
  if (!isConsultant(viewer)) return [];
  return statement<EnquiryTemplate>(db, 'select id, name, text from enquiry_templates order by name, id').all();
}
