/** Ways in that prove more than knowing the password, so that it may be replaced unseen. */
const PROOFS: readonly string[] = ['link', 'code', 'passkey'];
/** For so long after signing in that way. */
const FRESH_MINUTES = 15;

/** Whether whoever just signed in may replace a password without knowing it: that is how a forgotten one is mended. */
export function maySkipCurrent(session: { method: string; startedAt: string } | undefined, now = Date.now()): boolean {
  if (!session || !PROOFS.includes(session.method)) return false;
  return now - Date.parse(session.startedAt) < FRESH_MINUTES * 60_000;
}
