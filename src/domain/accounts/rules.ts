import type { Viewer } from './viewer.ts';

/** Who has a second factor shows it before changing how one gets in: a session that was left open is not enough. */
export const mayChangeWaysIn = (viewer: Viewer): boolean => viewer.secondFactorShown || !viewer.secondFactorReady;
