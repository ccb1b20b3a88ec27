/** Nothing is told to be certain. */
const LEAST_DOUBT = 0.001;

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

/** A probability for the output: three digits, and never 0 or 1. */
export const toProbability = (value: number): number => rounded(Math.min(1 - LEAST_DOUBT, Math.max(LEAST_DOUBT, value)), 3);
