import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict } from '#domain/errors.ts';
import { issueToken, useToken } from '#domain/tokens/steps.ts';
import { findPasskey, type Passkey, passkeysOf } from './queries.ts';
import { credentialShape, type PasskeyAnswer, QUESTION_MINUTES } from './schema.ts';

/*
 * A browser asks for a question, has a passkey answer it, and sends the answer. Questions are kept here, for five
 * minutes and for one answer. The person is always verified by the device (fingerprint, face, PIN): that is what makes
 * a passkey two factors in one.
 *
 * https://www.w3.org/TR/webauthn-3/#sctn-rp-operations
 */

/** Who a passkey is for. @see relyingParty (lib) */
export interface RelyingParty {
  /** The host's name. */
  id: string;
  origin: string;
  name: string;
}

type Kind = 'register' | 'show';

/** EdDSA, ES256 and RS256 (COSE): what devices have. Asking the library what else there is has Node warn about experiments. */
const ALGORITHMS = [-8, -7, -257];

/** What a browser needs to make a passkey. */
export async function askForNewPasskey(db: Db, viewer: Viewer, party: RelyingParty) {
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: viewer.email,
    userDisplayName: viewer.name,
    userID: new TextEncoder().encode(`account:${viewer.id}`),
    excludeCredentials: passkeysOf(db, viewer.id).map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return { question: keep(db, 'register', options.challenge, viewer.id), options };
}

/** What a browser needs to show a passkey: one of the viewer's, or whichever it has for this site. */
export async function askForPasskey(db: Db, viewer: Viewer | undefined, party: RelyingParty) {
  const own = viewer && passkeysOf(db, viewer.id).map(({ id, transports }) => ({ id, transports }));
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    ...(own && { allowCredentials: own }),
  });
  return { question: keep(db, 'show', options.challenge, viewer?.id), options };
}

/** Checks the answer of a new passkey. @throws Conflict */
export async function checkNewPasskey(db: Db, viewer: Viewer, party: RelyingParty, sent: PasskeyAnswer) {
  const { challenge, accountId } = take(db, 'register', sent.question);
  if (accountId !== viewer.id) refuse();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: read(sent.answer) as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refuse);
  if (!verified) return refuse();
  const { credential, credentialBackedUp } = registrationInfo;
  return { ...credential, transports: credential.transports ?? [], backedUp: credentialBackedUp };
}

/** Checks the answer of a passkey that somebody shows. @returns it, and what it counts to now  @throws Conflict */
export async function checkPasskey(
  db: Db,
  party: RelyingParty,
  sent: PasskeyAnswer,
): Promise<{ passkey: Passkey; newCounter: number; backedUp: boolean }> {
  const { challenge, accountId } = take(db, 'show', sent.question);
  const response = read(sent.answer);
  const passkey = findPasskey(db, response.id) ?? refuse();
  if (accountId !== null && accountId !== passkey.accountId) refuse();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: { ...passkey, publicKey: new Uint8Array(passkey.publicKey) },
    requireUserVerification: true,
  }).catch(refuse);
  if (!verified) refuse();
  return { passkey, newCounter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp };
}

function keep(db: Db, kind: Kind, challenge: string, accountId: number | undefined): string {
  const about = { kind, challenge };
  return issueToken(db, { purpose: 'passkey', minutes: QUESTION_MINUTES, about, ...(accountId && { accountId }) })
    .token;
}

/** A question is used up by whatever answer comes first. */
function take(db: Db, kind: Kind, question: string): { challenge: string; accountId: number | null } {
  const used = useToken(db, 'passkey', question);
  if (used?.about.kind !== kind) return refuse();
  return { challenge: String(used.about.challenge), accountId: used.accountId };
}

function read(answer: string) {
  try {
    return credentialShape.parse(JSON.parse(answer));
  } catch {
    return refuse();
  }
}

/** One refusal for every reason: a passkey that is not known, a question that is too old, an answer that is wrong. */
function refuse(): never {
  throw new Conflict('passkey-wrong');
}
