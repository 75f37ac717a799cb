/** An owner decides who else looks after the organisation; an editor looks after its pages. */
export type MemberRole = 'owner' | 'editor';

/** An organisation that somebody looks after. */
export interface MemberOf {
  organisationId: number;
  slug: string;
  name: string;
  role: MemberRole;
  /** When it is to be deleted, as an ISO time; until then only its own people see it. */
  leavesAt?: string | null;
}

/** Who looks at a page: an account with its roles, as of this request. */
export interface Viewer {
  id: number;
  name: string;
  email: string;
  locale: 'da' | 'en';
  memberOf: MemberOf[];
  /** Ids of the networks that the account coordinates. */
  coordinates: number[];
  consultant: boolean;
  administrator: boolean;
  /** Whether the viewer signed in with a second factor, or with a passkey, which is two in one. */
  secondFactorShown: boolean;
  /** Whether the account has a second factor that could be shown. */
  secondFactorReady: boolean;
  /** Whether its owner switched on an authenticator app: then every sign-in asks for it, whatever the role. */
  secondFactorOn: boolean;
  /** An invented account of the demo network. */
  demo: boolean;
}

/** How an account is named where a verb writes down who did it. */
export const actorOf = (viewer: Pick<Viewer, 'id'>): string => `account:${viewer.id}`;

/** Roles that reach beyond one's own organisation, and ask for a second factor. */
export const isStaff = (viewer: Pick<Viewer, 'coordinates' | 'consultant' | 'administrator'>): boolean =>
  viewer.coordinates.length > 0 || viewer.consultant || viewer.administrator;

/**
 * A viewer with as much as they have shown to be theirs: whoever owes the second factor for a role does not have it yet,
 * wherever the door stands open to others too.
 */
export const asFarAsShown = (viewer: Viewer): Viewer =>
  viewer.secondFactorShown ? viewer : { ...viewer, consultant: false, administrator: false, coordinates: [] };

/** Whether the account looks after that organisation, as `owner` or as whatever may change its pages. */
export function looksAfter(viewer: Viewer, organisationId: number, role?: MemberRole): boolean {
  return viewer.memberOf.some((one) => one.organisationId === organisationId && (!role || one.role === role));
}
