/**
 * Why one employer stands before another: five numbers, each from 0 to 1 and each shown, and how much each counts. What
 * a number does not depend on cannot change it; none depends on who asks.
 */
export const FACTORS = ['fit', 'distance', 'freshness', 'answers', 'fairness'] as const;
export type Factor = (typeof FACTORS)[number];
export type Factors = Record<Factor, number>;

export const WEIGHTS = ['none', 'little', 'much'] as const;
export type Weight = (typeof WEIGHTS)[number];
export type Weights = Record<Factor, Weight>;

/** What is near and fits comes first; the other three decide between equals, and never alone. */
export const DEFAULT_WEIGHTS: Weights = {
  fit: 'much',
  distance: 'much',
  freshness: 'little',
  answers: 'little',
  fairness: 'little',
};
const WORTH: Record<Weight, number> = { none: 0, little: 1, much: 3 };

/** So far away counts half of next door, twice as far a quarter. */
export const HALF_DISTANCE_KM = 10;
/** So many days after the last word it counts half. */
export const HALF_LIFE_DAYS = 180;
/** For so long an enquiry counts as one that was received lately. */
export const LATELY_DAYS = 90;

/** @param km from the place that was given */
export const distanceFactor = (km: number): number => 0.5 ** (Math.max(0, km) / HALF_DISTANCE_KM);

/** @param days since something was last heard from it; null where nothing ever was */
export const freshnessFactor = (days: number | null): number =>
  days === null ? 0 : 0.5 ** (Math.max(0, days) / HALF_LIFE_DAYS);

/**
 * The share of enquiries that were answered, as if one more had been answered and one more had not (Laplace’s rule of
 * succession): who was never asked is in the middle, and one answer does not make a certainty.
 */
export const answersFactor = ({ asked, answered }: { asked: number; answered: number }): number =>
  (answered + 1) / (asked + 2);

/** Half after one enquiry, a third after two: the next goes to somebody else who fits as well. @param received lately */
export const fairnessFactor = (received: number): number => 1 / (1 + received);

/** Hours that are reached on the ladder only, and not from the first day. */
export const FIT_LATER = 0.75;
/** The text is found where the slot is, and not in the slot; by law it could be that scheme, but never was. */
export const FIT_PARTLY = 0.5;

/** The mean of what was compared, each part from 0 to 1; whoever asks for nothing in particular is given what fits. */
export const fitFactor = (sum: number, compared: number): number => (compared === 0 ? 1 : sum / compared);

/** How much each factor counts, together 1; all 0 where none counts. @param isPlaced whether there is a distance at all */
export function sharesOf(weights: Weights, isPlaced: boolean): Factors {
  const worth = (factor: Factor) => (factor === 'distance' && !isPlaced ? 0 : WORTH[weights[factor]]);
  const sum = FACTORS.reduce((total, factor) => total + worth(factor), 0);
  return Object.fromEntries(FACTORS.map((factor) => [factor, sum === 0 ? 0 : worth(factor) / sum])) as Factors;
}

/** The mean of the factors by their shares, from 0 to 1. */
export function scoreOf(factors: Factors, shares: Factors): number {
  return (
    factors.fit * shares.fit +
    factors.distance * shares.distance +
    factors.freshness * shares.freshness +
    factors.answers * shares.answers +
    factors.fairness * shares.fairness
  );
}

/** Scores that differ by less are one; equals stand in the order of their ids, so that a page never moves by itself. */
export const rankKey = (score: number): number => -Math.round(score * 100_000);
