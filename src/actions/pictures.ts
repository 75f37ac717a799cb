import { z } from 'zod';
import { addPicture, changePicture, movePicture, removePicture } from '#domain/pictures/commands.ts';
import { alt, crop, DIRECTIONS, PARTS, pictureInput, WHOLE } from '#domain/pictures/schema.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { memberPath } from '#lib/member-page.ts';
import { picturesFolder } from '#lib/pictures-folder.ts';
import { bytesOf, sentFile } from '#lib/sent-file.ts';
import { lookedAfter } from './organisation.ts';

const organisation = z.string();
const id = z.number('not-a-choice');
const OWN = 'own';
const PART_NAMES = [OWN, ...Object.keys(PARTS)] as [typeof OWN, ...(keyof typeof PARTS)[]];

export const pictures = {
  add: defineForm({
    access: 'member',
    schema: z.object({ organisation, kind: pictureInput.shape.kind, alt, picture: sentFile('picture-too-large') }),
    async run({ db, viewer }, { organisation, kind, alt, picture }) {
      const { organisationId } = lookedAfter(viewer, organisation);
      const input = { kind, alt, crop: WHOLE };
      const id = await addPicture(db, picturesFolder, viewer, organisationId, await bytesOf(picture), input);
      return back(organisation, `/${id}`, 'picture.added');
    },
  }),
  change: defineForm({
    access: 'member',
    schema: z.object({
      organisation,
      id,
      edition: z.number('not-a-choice'),
      alt,
      part: z.enum(PART_NAMES, 'not-a-choice'),
      crop,
    }),
    async run({ db, viewer }, { organisation, id, edition, alt, part, crop }) {
      const shown = part === OWN ? crop : PARTS[part];
      await changePicture(db, picturesFolder, viewer, id, edition, { alt, crop: shown });
      return back(organisation, '', 'picture.changed');
    },
  }),
  move: defineForm({
    access: 'member',
    schema: z.object({ organisation, id, direction: z.enum(DIRECTIONS, 'not-a-choice') }),
    run({ db, viewer }, { organisation, id, direction }) {
      movePicture(db, viewer, id, direction);
      return back(organisation, '', 'picture.moved');
    },
  }),
  remove: defineForm({
    access: 'member',
    schema: z.object({ organisation, id }),
    async run({ db, viewer }, { organisation, id }) {
      await removePicture(db, picturesFolder, viewer, id);
      return back(organisation, '', 'picture.removed');
    },
  }),
};

const back = (slug: string, rest: string, key: NonNullable<Done['notice']>['key']): Done => ({
  to: `${memberPath(slug, 'profil')}/billeder${rest}`,
  notice: { key },
});
