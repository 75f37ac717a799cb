import { contentVersion } from '#db/content-version.ts';
import type { Db } from '#db/open.ts';
import { today } from '#domain/time.ts';

/**
 * The version of everything that a public page shows: the content and the day, for slots end at midnight.
 *
 * The database is asked once for all requests that arrived together: what a client was told to be saved before it sent
 * its request is in the answer. `data_version` is the cheap question; only after a commit, by whatever process, is the
 * content's own version read.
 *
 * @param db a connection that nothing is written through, since `data_version` does not tell of its own changes
 */
export function publicVersion(db: Db, now: () => number = Date.now): () => string {
  const dataVersion = db.$client.prepare('pragma data_version').pluck();
  let [commit, content, day]: [unknown, string, string] = [undefined, '', ''];
  let asked = false;
  return () => {
    if (asked) return `${content} ${day}`;
    asked = true;
    setImmediate(() => {
      asked = false;
    });
    const current = dataVersion.get();
    if (current !== commit) {
      commit = current;
      content = contentVersion(db);
    }
    day = today(now());
    return `${content} ${day}`;
  };
}
