import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { rememberView } from '#domain/portfolios/commands.ts';

/**
 * A consultant has an employer's page before them. It is their own short list of what they looked at, as a browser
 * keeps one; like a session's last visit it is noted in passing, and nothing that others see changes.
 */
export const rememberOpened = (db: Db, viewer: Viewer, organisationId: number): void =>
  rememberView(db, viewer, organisationId);
