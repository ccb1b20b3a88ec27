import { boundsOf, type Quantity, type Source, type StatedClaim } from "../../src/claims/index.ts";

/** A claim that says nothing, of Russia in Belarus, on the day that it was said or published; what matters to a test is given. */
export function claim(given: Partial<StatedClaim> = {}): StatedClaim {
  return {
    kind: "strength", polarity: "affirmed", certainty: "certain", reality: "actual", force: "Russia", unitName: null, place: "Belarus", country: "BY",
    scope: null, basis: null, quantity: null, source: null, attribution: "paraphrase", said: null, asOf: given.said ?? given.published ?? null, size: null, direction: null, ...given,
  };
}

export const men = (modifier: Parameters<typeof boundsOf>[0], value: number, words = `${modifier} ${value}`): Quantity => ({ ...boundsOf(modifier, value), unit: "personnel", words });
export const between = (low: number | null, high: number | null, modifier: "range" | "vague" | "share" = "range"): Quantity => ({ low, high, point: null, modifier, unit: "personnel", words: `${low}–${high}` });
export const source = (organisation: string): Source => ({ person: null, role: null, organisation });

/** A strength said by somebody on a day. */
export const level = (quantity: Quantity, said: string, who = "A", more: Partial<StatedClaim> = {}): StatedClaim =>
  claim({ quantity, said, asOf: said, source: source(who), ...more });
