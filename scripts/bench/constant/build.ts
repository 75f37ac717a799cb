import { join } from 'node:path';
import { type AstroInlineConfig, build } from 'astro';
import { BENCH_FOLDER } from '../corpus.ts';
import config from './astro.config.ts';

/** Builds the portal once more, with search pages whose content is constant. Returns the build's folder. */
export async function buildConstant(): Promise<string> {
  const folder = join(BENCH_FOLDER, 'constant');
  const more = { configFile: false, outDir: folder, logLevel: 'error' };
  // The config's own type is narrower than what it may be given as.
  await build({ ...config, ...more } as unknown as AstroInlineConfig);
  return folder;
}
