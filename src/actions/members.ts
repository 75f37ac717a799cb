import { z } from 'zod';
import { invite, revokeInvitation } from '#domain/invitations/commands.ts';
import { memberInvitationInput } from '#domain/invitations/schema.ts';
import { changeMemberRole, handOverOrganisation, leaveOrganisation, removeMember } from '#domain/members/commands.ts';
import { type Done, defineForm } from '#lib/forms.ts';
import { memberPath } from '#lib/member-page.ts';
import { lookedAfter } from './organisation.ts';

const organisation = z.string();
const account = z.number('not-a-choice');

export const members = {
  invite: defineForm({
    access: 'member',
    schema: memberInvitationInput.extend({ organisation }),
    run({ db, viewer, locale }, { organisation, email, role }) {
      const { organisationId } = lookedAfter(viewer, organisation);
      invite(db, viewer, { email, post: { role, organisationId }, locale });
      return toPeople(organisation, 'people.invited');
    },
  }),
  revokeInvitation: defineForm({
    access: 'member',
    schema: z.object({ organisation, invitation: z.number('not-a-choice') }),
    run({ db, viewer }, { organisation, invitation }) {
      revokeInvitation(db, viewer, invitation);
      return toPeople(organisation, 'people.invitationRevoked');
    },
  }),
  changeRole: defineForm({
    access: 'member',
    schema: z.object({ organisation, account, role: memberInvitationInput.shape.role }),
    run({ db, viewer }, { organisation, account, role }) {
      changeMemberRole(db, viewer, lookedAfter(viewer, organisation).organisationId, account, role);
      return toPeople(organisation, 'people.roleChanged');
    },
  }),
  remove: defineForm({
    access: 'member',
    schema: z.object({ organisation, account }),
    run({ db, viewer }, { organisation, account }) {
      removeMember(db, viewer, lookedAfter(viewer, organisation).organisationId, account);
      return toPeople(organisation, 'people.removed');
    },
  }),
  handOver: defineForm({
    access: 'member',
    schema: z.object({ organisation, account }),
    run({ db, viewer }, { organisation, account }) {
      handOverOrganisation(db, viewer, lookedAfter(viewer, organisation).organisationId, account);
      return toPeople(organisation, 'people.handedOver');
    },
  }),
  leave: defineForm({
    access: 'member',
    schema: z.object({ organisation }),
    run({ db, viewer }, { organisation }) {
      const { organisationId, name } = lookedAfter(viewer, organisation);
      leaveOrganisation(db, viewer, organisationId);
      return { to: '/medlem', notice: { key: 'people.left', values: { name } } };
    },
  }),
};

const toPeople = (slug: string, key: NonNullable<Done['notice']>['key']): Done => ({
  to: memberPath(slug, 'folk'),
  notice: { key },
});
