import type { Db } from '#db/open.ts';

export async function loadDemo(_db: Db): Promise<void> {}
