import { Type, type Static } from "typebox";

/** How the words bound the number. `under` 1000 is 0–999, `upto` 2000 is 0–2000, `over` 4000 starts at 4001. */
export const MODIFIERS = ["exact", "about", "under", "upto", "over", "atleast", "range", "vague", "share"] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** Echelons in ascending order (APP-6). A count of echelons is kept as such and never turned into people. */
export const ECHELONS = ["squad", "platoon", "company", "battalion", "regiment", "brigade", "division", "corps", "army"] as const;
export const THINGS = ["vehicle", "tank", "artillery", "aircraft", "helicopter", "ship", "train", "tent", "site"] as const;
export const UNITS = ["personnel", ...ECHELONS, ...THINGS] as const;
export type Unit = (typeof UNITS)[number];

const bound = (description: string) => Type.Union([Type.Number({ minimum: 0 }), Type.Null()], { description });

export const Quantity = Type.Object(
  {
    low: bound("Least value the words allow, inclusive; null when open. Percent when the modifier is share."),
    high: bound("Greatest value the words allow, inclusive; null when open. Percent when the modifier is share."),
    point: bound("The number named (1000 in 'fewer than a thousand'); null for range, vague and share."),
    modifier: Type.Enum([...MODIFIERS]),
    unit: Type.Enum([...UNITS], { description: "What is counted; a share takes the unit of what it is a share of." }),
    words: Type.String({ minLength: 1, description: "The exact words of the text." }),
  },
  { additionalProperties: false, description: "How many, as literally as the words say it" },
);
export type Quantity = Static<typeof Quantity>;
export type Bounds = Pick<Quantity, "low" | "high" | "point" | "modifier">;

/**
 * The literal bounds that a modifier puts around a number.
 *
 * @param modifier  one of the modifiers that go with a single number
 * @param value     the number named, >= 0
 * @example boundsOf("under", 1000)  // { low: 0, high: 999, point: 1000, modifier: "under" }
 */
export function boundsOf(modifier: "exact" | "about" | "under" | "upto" | "over" | "atleast", value: number): Bounds {
  switch (modifier) {
    case "exact":
    case "about":
      return { low: value, high: value, point: value, modifier };
    case "under":
      return { low: 0, high: Math.max(0, Math.ceil(value) - 1), point: value, modifier };
    case "upto":
      return { low: 0, high: value, point: value, modifier };
    case "over":
      return { low: Math.floor(value) + 1, high: null, point: value, modifier };
    case "atleast":
      return { low: value, high: null, point: value, modifier };
  }
}

/** Bounds for a range; the ends are put in order, so that "between 190,000 and 169,000" reads the same. */
export function rangeOf(a: number, b: number): Bounds {
  return { low: Math.min(a, b), high: Math.max(a, b), point: null, modifier: "range" };
}
