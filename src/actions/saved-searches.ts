import { z } from 'zod';
import {
  chooseAlerts,
  removeSavedSearch,
  renameSavedSearch,
  renewFeed,
  saveSearch,
  stopAlerts,
} from '#domain/saved-searches/commands.ts';
import { canSearch } from '#domain/saved-searches/rules.ts';
import { alertFrequency, savedSearchInput, savedSearchName, stopInput } from '#domain/saved-searches/schema.ts';
import { localPath } from '#i18n/index.ts';
import { environment } from '#lib/environment.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { finders, SAVED_SEARCHES } from '#lib/saved-searches.ts';
import { leaveOnce } from '#lib/shown-once.ts';

const search = z.number('not-a-choice');
const back = (key: NonNullable<Done['notice']>['key']): Done => ({ to: SAVED_SEARCHES, notice: { key } });

/** Searches that somebody keeps. */
export const savedSearches = {
  save: defineForm({
    access: 'signed-in',
    schema: savedSearchInput,
    may: (viewer, { kind }) => canSearch(viewer, kind),
    async run({ db, viewer }, input) {
      await saveSearch(db, finders, viewer, input);
      return back('savedSearch.saved');
    },
  }),
  rename: defineForm({
    access: 'signed-in',
    schema: savedSearchName.extend({ search }),
    run({ db, viewer }, { search: id, name }) {
      renameSavedSearch(db, viewer, id, name);
      return back('account.corrected');
    },
  }),
  chooseAlerts: defineForm({
    access: 'signed-in',
    schema: alertFrequency.extend({ search }),
    run({ db, viewer }, { search: id, frequency }) {
      chooseAlerts(db, viewer, id, frequency);
      return back('account.corrected');
    },
  }),
  /** Its address is told once: only the hash of its key is kept. */
  renewFeed: defineForm({
    access: 'signed-in',
    schema: z.object({ search }),
    run({ db, viewer, locale, cookies }, { search: id }) {
      const key = renewFeed(db, viewer, id);
      const address = new URL(localPath(locale, `/soegning.xml?noegle=${key}`), environment.SITE_URL).href;
      leaveOnce(db, cookies, [String(id), address]);
      return back('savedSearch.feed.made');
    },
  }),
  remove: defineForm({
    access: 'signed-in',
    schema: z.object({ search }),
    run({ db, viewer }, { search: id }) {
      removeSavedSearch(db, viewer, id);
      return back('savedSearch.removed');
    },
  }),
  /** By the link in an e-mail: whoever has it needs no session. */
  stop: defineForm({
    access: 'public',
    schema: stopInput,
    run({ db }, { noegle }) {
      stopAlerts(db, noegle);
      return { to: `/soegning?${new URLSearchParams({ noegle })}` };
    },
  }),
};
