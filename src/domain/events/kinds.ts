/** What happened in an organisation, sorted into what its people look for in the log. */
export const ACTIVITY_KINDS = ['slots', 'commitments', 'enquiries', 'profile', 'people', 'networks'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/**
 * The verbs that come into an organisation's log, and no others: what a consultant or somebody who is not let in yet
 * does about an organisation is not its business.
 */
const VERBS = {
  slots: [
    'openSlot',
    'changeSlot',
    'pauseSlot',
    'resumeSlot',
    'closeSlot',
    'renewSlot',
    'fillPositions',
    'draftSlot',
    'discardDraft',
  ],
  commitments: [
    'makeCommitment',
    'changeCommitment',
    'extendCommitment',
    'keepCommitment',
    'withdrawCommitment',
    'showEvidence',
    'hideEvidence',
  ],
  enquiries: [
    'sendEnquiry',
    'seeEnquiry',
    'answerEnquiry',
    'writeMessage',
    'agreeEnquiry',
    'cancelEnquiry',
    'startPlacement',
    'prolongPlacement',
    'endPlacement',
    'wishForRest',
  ],
  profile: [
    'addOrganisation',
    'renameOrganisation',
    'correctOrganisation',
    'correctWorkplace',
    'addWorkplace',
    'verifyRsv',
    'describeOrganisation',
    'makeOffers',
    'declareWilling',
    'withdrawWilling',
    'addContact',
    'changeContact',
    'removeContact',
    'openWorkplace',
    'changeWorkplace',
    'moveMainWorkplace',
    'removeWorkplace',
    'addPicture',
    'changePicture',
    'removePicture',
    'movePicture',
    'askToDeleteOrganisation',
    'keepOrganisation',
  ],
  people: [
    'invite',
    'acceptInvitation',
    'revokeInvitation',
    'changeMemberRole',
    'removeMember',
    'leaveOrganisation',
    'handOverOrganisation',
  ],
  networks: ['joinNetwork', 'endMembership'],
} as const satisfies Record<ActivityKind, readonly string[]>;

export const LOGGED_VERBS: readonly string[] = Object.values(VERBS).flat();

/** In SQL, over `events`: of that kind, or of any. */
export const isLogged = (kind?: ActivityKind): string =>
  `events.verb in (${(kind ? VERBS[kind] : LOGGED_VERBS).map((verb) => `'${verb}'`).join(', ')})`;
