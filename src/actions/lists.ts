import { z } from 'zod';
import {
  publishList,
  putOnList,
  removeList,
  renameList,
  shareList,
  startList,
  takeOffList,
  unpublishList,
} from '#domain/portfolios/list-commands.ts';
import { linkInput, listInput } from '#domain/portfolios/schema.ts';
import { localPath } from '#i18n/index.ts';
import { environment } from '#lib/environment.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { employerPath, jobCentrePath } from '#lib/job-centre-page.ts';
import { organisationBySlug } from './organisation.ts';

const list = z.number('not-a-choice');
const organisation = z.string();
const toList = (id: number, key: NonNullable<Done['notice']>['key']): Done => ({
  to: jobCentrePath('lister', id),
  notice: { key },
});

/** Lists of employers that a consultant makes. */
export const lists = {
  start: defineForm({
    access: 'consultant',
    schema: listInput,
    run: ({ db, viewer }, input) => toList(startList(db, viewer, input), 'list.started'),
  }),
  rename: defineForm({
    access: 'consultant',
    schema: listInput.extend({ list }),
    run({ db, viewer }, { list: id, name }) {
      renameList(db, viewer, id, { name });
      return toList(id, 'portfolio.saved');
    },
  }),
  remove: defineForm({
    access: 'consultant',
    schema: z.object({ list }),
    run({ db, viewer }, { list: id }) {
      removeList(db, viewer, id);
      return { to: jobCentrePath('lister'), notice: { key: 'list.removed' } };
    },
  }),
  put: defineForm({
    access: 'consultant',
    schema: z.object({ list, organisation }),
    run({ db, viewer }, { list: id, organisation: slug }) {
      putOnList(db, viewer, id, organisationBySlug(db, slug));
      return { to: employerPath(slug), notice: { key: 'portfolio.saved' } };
    },
  }),
  takeOff: defineForm({
    access: 'consultant',
    schema: z.object({ list, organisation }),
    run({ db, viewer }, { list: id, organisation: slug }) {
      takeOffList(db, viewer, id, organisationBySlug(db, slug));
      return toList(id, 'portfolio.saved');
    },
  }),
  share: defineForm({
    access: 'consultant',
    schema: z.object({ list, shared: z.boolean() }),
    run({ db, viewer }, { list: id, shared }) {
      shareList(db, viewer, id, shared);
      return toList(id, 'portfolio.saved');
    },
  }),
  /** Its address is told once: only its hash is kept. */
  publish: defineForm({
    access: 'consultant',
    schema: linkInput.extend({ list }),
    run({ db, viewer, locale }, { list: id, days }) {
      const token = publishList(db, viewer, id, days);
      const address = new URL(localPath(locale, `/liste?noegle=${token}`), environment.SITE_URL).href;
      return { to: jobCentrePath('lister', id), notice: { key: 'list.published', values: { address } } };
    },
  }),
  unpublish: defineForm({
    access: 'consultant',
    schema: z.object({ list }),
    run({ db, viewer }, { list: id }) {
      unpublishList(db, viewer, id);
      return toList(id, 'portfolio.saved');
    },
  }),
};
