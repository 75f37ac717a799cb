import type { Db } from '#db/open.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { recordEvent } from '#domain/events/commands.ts';

/** Writes down what was done about an application, with the network that it is about. */
export function record(
  db: Db,
  viewer: Viewer,
  verb: string,
  { id, networkId }: { id: number; networkId: number },
  detail: Record<string, unknown> = {},
): void {
  const event = { actor: actorOf(viewer), verb, noun: 'network', nounId: networkId } as const;
  recordEvent(db, { ...event, detail: { application: id, ...detail } });
}
