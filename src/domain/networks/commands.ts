import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { networks } from '#db/schema/networks.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';

export interface NetworkInput {
  slug: string;
  name: string;
  descriptionDa?: string;
  descriptionEn?: string;
  website?: string | null;
  demo?: boolean;
}

/** Makes a network. Returns its id. */
export function foundNetwork(db: Db, actor: string, input: NetworkInput): number {
  return inTransaction(db, () => {
    const { id } = db
      .insert(networks)
      .values({ ...input, createdAt: timestamp() })
      .returning({ id: networks.id })
      .get();
    recordEvent(db, { actor, verb: 'foundNetwork', noun: 'network', nounId: id });
    return id;
  });
}

/** Says what the network is, in both languages. */
export function describeNetwork(
  db: Db,
  actor: string,
  id: number,
  texts: Pick<NetworkInput, 'descriptionDa' | 'descriptionEn' | 'website'>,
): void {
  inTransaction(db, () => {
    db.update(networks).set(texts).where(eq(networks.id, id)).run();
    recordEvent(db, { actor, verb: 'describeNetwork', noun: 'network', nounId: id });
  });
}
