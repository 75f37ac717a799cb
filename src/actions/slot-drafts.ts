import { z } from 'zod';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { findSuggestion } from '#domain/needs/queries.ts';
import { slotFromNeed } from '#domain/needs/rules.ts';
import { schemeFindings } from '#domain/scheme-check/queries.ts';
import { discardDraft, draftSlot, duplicateSlot, publishSlot, saveDraft } from '#domain/slots/draft-commands.ts';
import { type Draft, findDraftForMember, findSlotOfDraft, slotDefaults } from '#domain/slots/member-queries.ts';
import type { SlotDraft } from '#domain/slots/schema.ts';
import { type SlotStep, stepProblems, stepsOf, unfinishedStep } from '#domain/slots/steps.ts';
import { today } from '#domain/time.ts';
import { type Done, defineForm, type Visit } from '#lib/forms.ts';
import { answered, said, slotFields } from '#lib/slot-fields.ts';
import { type DraftPage, draftPath, LACKING, slotPath, slotsPath } from '#lib/slot-pages.ts';
import { lookedAfter, slugOf } from './organisation.ts';

const id = z.number('not-a-choice');
/** Where to go from a step: to the next or the last one, to one by its name, to look at it all, or away for now. */
const ways = ['next', 'back', 'later', 'check', 'scheme', 'work', 'hours', 'place', 'support', 'rules'] as const;
const step = z.object({ draft: id, edition: id, go: z.enum(ways, 'not-a-choice') });
type Step = z.output<typeof step>;

export const slotDrafts = {
  /** From a template, or empty with a scheme. */
  begin: defineForm({
    access: 'member',
    schema: z.object({ organisation: z.string(), template: z.string().nullable(), ...slotFields.scheme }),
    run({ db, viewer }, { organisation, template, scheme }) {
      const { organisationId, slug } = lookedAfter(viewer, organisation);
      const data = { ...slotDefaults(db, organisationId), ...(scheme && { scheme }) };
      if (!template) refuse(stepProblems(db, organisationId, data, 'scheme'));
      const draft = draftSlot(db, viewer, organisationId, { ...(template && { templateId: template }), data });
      return { to: draftPath(slug, draft, 'work') };
    },
  }),
  /** With what a need asks for filled in. */
  answerNeed: defineForm({
    access: 'member',
    schema: z.object({ organisation: z.string(), need: id }),
    run({ db, viewer }, { organisation, need: needId }) {
      const { organisationId, slug } = lookedAfter(viewer, organisation);
      const need = findSuggestion(db, viewer, organisationId, needId);
      if (!need) throw new Conflict('need-closed');
      const data = { ...slotDefaults(db, organisationId), ...slotFromNeed(need, today()) };
      const draft = draftSlot(db, viewer, organisationId, { data });
      return { to: draftPath(slug, draft, need.schemeId ? 'work' : 'scheme'), notice: { key: 'need.answered' } };
    },
  }),
  copy: defineForm({
    access: 'member',
    schema: z.object({ slot: id }),
    run({ db, viewer }, { slot }) {
      const { slug, draft } = ownDraft(db, viewer, duplicateSlot(db, viewer, slot));
      return { to: draftPath(slug, draft.id, 'work'), notice: { key: 'slots.copied' } };
    },
  }),
  scheme: defineForm({
    access: 'member',
    schema: step.extend(slotFields.scheme),
    run: (visit, { draft, edition, go, ...fields }) => keep(visit, 'scheme', { draft, edition, go }, said(fields)),
  }),
  work: defineForm({
    access: 'member',
    schema: step.extend(slotFields.work),
    run: (visit, { draft, edition, go, ...fields }) => keep(visit, 'work', { draft, edition, go }, said(fields)),
  }),
  hours: defineForm({
    access: 'member',
    schema: step.extend(slotFields.hours),
    run: (visit, { draft, edition, go, ...fields }) => keep(visit, 'hours', { draft, edition, go }, said(fields)),
  }),
  place: defineForm({
    access: 'member',
    schema: step.extend(slotFields.place),
    run: (visit, { draft, edition, go, ...fields }) => keep(visit, 'place', { draft, edition, go }, said(fields)),
  }),
  support: defineForm({
    access: 'member',
    schema: step.extend(slotFields.support),
    run: (visit, { draft, edition, go, ...fields }) => keep(visit, 'support', { draft, edition, go }, said(fields)),
  }),
  rules: defineForm({
    access: 'member',
    schema: step.extend(slotFields.rules),
    run(visit, { answers, ...sent }) {
      const { draft } = ownDraft(visit.db, visit.viewer, sent.draft);
      const findings = schemeFindings(visit.db, draft.organisationId, draft.data);
      return keep(visit, 'rules', sent, { answers: answered(draft.data.answers ?? {}, answers, findings) });
    },
  }),
  /** For everybody to see. A draft that lacks something is led to the step that asks for it. */
  publish: defineForm({
    access: 'member',
    schema: step.omit({ go: true }),
    run({ db, viewer }, { draft: draftId, edition }) {
      const published = findDraftForMember(db, viewer, draftId) ? undefined : findSlotOfDraft(db, viewer, draftId);
      if (published) return { to: slotPath(slugOf(viewer, published.organisationId), published.id) };
      const { slug, draft } = ownDraft(db, viewer, draftId);
      const unfinished = unfinishedStep(db, draft.organisationId, draft.data);
      if (unfinished) return { to: `${draftPath(slug, draftId, unfinished)}?${LACKING}=1` };
      return { to: slotPath(slug, publishSlot(db, viewer, draftId, edition)), notice: { key: 'slots.published' } };
    },
  }),
  discard: defineForm({
    access: 'member',
    schema: z.object({ draft: id }),
    run({ db, viewer }, { draft }) {
      const { slug } = ownDraft(db, viewer, draft);
      discardDraft(db, viewer, draft);
      return { to: slotsPath(slug), notice: { key: 'slots.discarded' } };
    },
  }),
};

/** Keeps a step, whole or not; on to the next one goes only what has no problem. */
function keep({ db, viewer }: Visit, current: SlotStep, { draft: id, edition, go }: Step, data: SlotDraft): Done {
  saveDraft(db, viewer, id, edition, data);
  const { slug, draft } = ownDraft(db, viewer, id);
  if (go === 'later') return { to: slotsPath(slug), notice: { key: 'slots.keptForLater' } };
  if (go === 'next' || go === 'check') refuse(stepProblems(db, draft.organisationId, draft.data, current));
  const steps: DraftPage[] = [...stepsOf(db, draft.organisationId, draft.data), 'check'];
  const at = steps.indexOf(current);
  const beside = { next: steps[at + 1], back: steps[at - 1] };
  return { to: draftPath(slug, id, (go === 'next' || go === 'back' ? beside[go] : go) ?? current) };
}

/** @throws NotFound for a draft of somebody else’s */
function ownDraft(db: Visit['db'], viewer: Viewer, id: number): { slug: string; draft: Draft } {
  const draft = findDraftForMember(db, viewer, id);
  if (!draft) throw new NotFound();
  return { slug: slugOf(viewer, draft.organisationId), draft };
}

function refuse(problems: Record<string, string>): void {
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
}
