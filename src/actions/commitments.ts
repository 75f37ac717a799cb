import { z } from 'zod';
import {
  changeCommitment,
  extendCommitment,
  hideEvidence,
  keepCommitment,
  makeCommitment,
  showEvidence,
  withdrawCommitment,
} from '#domain/commitments/commands.ts';
import { removeEvidence, withEvidence } from '#domain/commitments/evidence.ts';
import {
  commitmentChange,
  commitmentExtension,
  commitmentInput,
  commitmentWithdrawal,
  evidenceForm,
} from '#domain/commitments/schema.ts';
import { today } from '#domain/time.ts';
import { evidenceFolder } from '#lib/evidence-folder.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { memberPath } from '#lib/member-page.ts';
import { bytesOf, sentFile } from '#lib/sent-file.ts';
import { lookedAfter } from './organisation.ts';

const organisation = z.string();
const id = z.number('not-a-choice');
const edition = z.number('not-a-choice');
const evidence = { ...evidenceForm.shape, evidenceFile: sentFile('file-too-large').nullable() };

export const commitments = {
  make: defineForm({
    access: 'member',
    schema: commitmentInput.omit({ madeOn: true }).extend({ ...evidence, organisation }),
    async run({ db, viewer }, { organisation, evidenceFile, ...input }) {
      const { organisationId } = lookedAfter(viewer, organisation);
      const promise = { ...input, madeOn: today() };
      await withEvidence(evidenceFolder, await bytesIn(evidenceFile), (file) =>
        makeCommitment(db, viewer, organisationId, promise, file),
      );
      return toLedger(organisation, 'commitment.made');
    },
  }),
  change: defineForm({
    access: 'member',
    schema: commitmentChange.extend({ organisation, id, edition }),
    run({ db, viewer }, { organisation, id, edition, ...input }) {
      changeCommitment(db, viewer, id, edition, input);
      return toLedger(organisation, 'commitment.changed');
    },
  }),
  keep: defineForm({
    access: 'member',
    schema: z.object({ ...evidence, organisation, id }),
    async run({ db, viewer }, { organisation, id, evidenceFile, ...input }) {
      const replaced = await withEvidence(evidenceFolder, await bytesIn(evidenceFile), (file) =>
        keepCommitment(db, viewer, id, today(), input, file),
      );
      if (replaced) await removeEvidence(evidenceFolder, replaced);
      return toLedger(organisation, 'commitment.kept');
    },
  }),
  show: defineForm({
    access: 'member',
    schema: z.object({ ...evidence, organisation, id, edition }),
    async run({ db, viewer }, { organisation, id, edition, evidenceFile, ...input }) {
      const replaced = await withEvidence(evidenceFolder, await bytesIn(evidenceFile), (file) =>
        showEvidence(db, viewer, id, edition, input, file),
      );
      if (replaced) await removeEvidence(evidenceFolder, replaced);
      return toLedger(organisation, 'commitment.shown');
    },
  }),
  hide: defineForm({
    access: 'member',
    schema: z.object({ organisation, id }),
    async run({ db, viewer }, { organisation, id }) {
      const replaced = hideEvidence(db, viewer, id);
      if (replaced) await removeEvidence(evidenceFolder, replaced);
      return toLedger(organisation, 'commitment.hidden');
    },
  }),
  extend: defineForm({
    access: 'member',
    schema: commitmentExtension.extend({ organisation, id }),
    run({ db, viewer }, { organisation, id, ...input }) {
      extendCommitment(db, viewer, id, input);
      return toLedger(organisation, 'commitment.extended');
    },
  }),
  withdraw: defineForm({
    access: 'member',
    schema: commitmentWithdrawal.extend({ organisation, id }),
    run({ db, viewer }, { organisation, id, reason }) {
      withdrawCommitment(db, viewer, id, today(), reason);
      return toLedger(organisation, 'commitment.withdrawn');
    },
  }),
};

const bytesIn = async (file: File | null): Promise<Buffer | null> => file && bytesOf(file);

const toLedger = (slug: string, key: NonNullable<Done['notice']>['key']): Done => ({
  to: memberPath(slug, 'loefter'),
  notice: { key },
});
