/** What an organisation's own people did, sorted into what they look for in the log. */
export const ACTIVITY_KINDS = ['slots', 'commitments', 'profile', 'people', 'networks'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Verbs about an organisation that are about its people. Everything else about one is about its profile. */
const ABOUT_PEOPLE = [
  'invite',
  'acceptInvitation',
  'revokeInvitation',
  'changeMemberRole',
  'removeMember',
  'leaveOrganisation',
  'handOverOrganisation',
];

const people = `noun = 'organisation' and verb in (${ABOUT_PEOPLE.map((verb) => `'${verb}'`).join(', ')})`;

/** In SQL, over `events`. */
export const IS_OF_KIND: Record<ActivityKind, string> = {
  slots: "noun in ('slot', 'slot-draft')",
  commitments: "noun = 'commitment'",
  profile: `noun = 'organisation' and not (${people})`,
  people,
  networks: "noun = 'membership'",
};
