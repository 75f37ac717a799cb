import type { Template } from '../letter.ts';

/** What one saved search found that is new. Paths are without their language. */
export interface SearchNews {
  name: string;
  hits: { title: string; facts: string[]; path: string }[];
  /** How many more there are. */
  more: number;
  path: string;
  /** Where e-mails about this one search are stopped. */
  stopPath: string;
}

/** To somebody whose saved searches found something new: one e-mail for all of them. */
export const searchNews: Template<{ searches: SearchNews[] }> = (t, { searches }) => {
  const count = searches.reduce((sum, { hits, more }) => sum + hits.length + more, 0);
  return {
    subject: t('mail.searchNews.subject', { count }),
    paragraphs: [t('mail.searchNews.text')],
    sections: searches.map(({ name, hits, more, path, stopPath }) => ({
      title: name,
      lines: hits.map(({ title, facts, path: hit }) => ({ label: [title, ...facts].join(' · '), path: hit })),
      ways: [
        { label: more > 0 ? t('mail.searchNews.more', { count: more }) : t('mail.searchNews.all'), path },
        { label: t('mail.searchNews.stop'), path: stopPath },
      ],
    })),
    button: { label: t('mail.searchNews.button'), path: '/konto/soegninger' },
    closing: t('mail.searchNews.closing'),
  };
};
