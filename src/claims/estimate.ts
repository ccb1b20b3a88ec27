import { Type, type Static } from "typebox";
import { Claim } from "./claim.ts";

/** Which way the numbers of a source tend to lean, as far as one knows; see docs/estimate.md for what each means to the model. */
export const LEANINGS = ["neutral", "intelligence", "media", "overstates", "understates", "unknown"] as const;
export type Leaning = (typeof LEANINGS)[number];

const text = (description: string) => Type.String({ minLength: 1, description });
const optional = (description: string) => Type.Optional(Type.Union([Type.String({ minLength: 1 }), Type.Null()], { description }));

/** A claim as the estimate takes it: without the words that carry it, and with the statement that it belongs to. */
export const StatedClaim = Type.Object(
  {
    ...Type.Pick(Claim, [
      "kind", "polarity", "certainty", "reality", "force", "unitName", "place", "country", "scope", "basis", "quantity", "source", "attribution",
      "said", "asOf", "size", "direction",
    ]).properties,
    id: optional("Stable name of the claim; one is made from its content where it is missing."),
    statement: optional("Claims with the same value are one statement, however many documents carry it."),
    published: optional("When the document was published. EDTF."),
  },
  { title: "StatedClaim", description: "A claim, the statement it belongs to and when it was published" },
);
export type StatedClaim = Static<typeof StatedClaim>;

/** What is known of a source besides its claims. */
export const SourceLeaning = Type.Object({ name: text("Person, organisation or role."), leaning: Type.Enum([...LEANINGS]) });
export type SourceLeaning = Static<typeof SourceLeaning>;

const men = (description: string) => Type.Integer({ minimum: 0, description });
const day = (description: string) => Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$", description });
const probability = (description: string) => Type.Number({ minimum: 0.001, maximum: 0.999, description });
const names = (description = "Ids of the statements behind it.") => Type.Array(Type.String(), { description });

export const DayEstimate = Type.Object({
  date: day("The day."),
  median: men("As likely above as below."),
  p05: men("Lower end of the 90 % band."),
  p25: men("Lower end of the 50 % band."),
  p75: men("Upper end of the 50 % band."),
  p95: men("Upper end of the 90 % band."),
  drawdown: probability("That the force is being drawn down over weeks."),
  buildup: probability("That the force is being built up over weeks."),
  below: Type.Optional(probability("That there are fewer than the number asked about.")),
});
export type DayEstimate = Static<typeof DayEstimate>;

export const Change = Type.Object({
  from: day("Last day before the change."),
  to: day("First day after it."),
  direction: Type.Enum(["up", "down"]),
  factor: Type.Number({ description: "Median after through median before, both with 50 added, which keeps zero in reach." }),
  probability: probability("That the number changed by half or more in that direction."),
  likelihood: Type.String({ description: "The same as an ICD 203 word." }),
  statements: names(),
});
export type Change = Static<typeof Change>;

export const Conflict = Type.Object({
  date: day("Day between the two, by which they are compared."),
  sources: Type.Array(Type.String(), { minItems: 2, maxItems: 2, description: "Who disagrees." }),
  medians: Type.Array(men("What the statements of one side would give alone."), { minItems: 2, maxItems: 2 }),
  strength: Type.Number({ minimum: 0, maximum: 1, description: "|2 P(A > B) - 1|; 0 no conflict." }),
  statements: names("Ids of the statements on either side."),
});
export type Conflict = Static<typeof Conflict>;

export const UNCLEAR_KINDS = [
  "wide", "silence", "conflict", "surprise", "unknown", "no-magnitude", "two-answers", "one-source",
] as const;

export const Unclear = Type.Object({
  kind: Type.Enum([...UNCLEAR_KINDS], {
    description:
      "wide: 90 % band above a factor of ten; silence: no new statement for long; conflict; surprise: a statement more likely wrong than right; " +
      "unknown: a source says that nobody knows; no-magnitude: a movement without a size; two-answers: two separate peaks; " +
      "one-source: without this source the median leaves the 50 % band, or there is no other.",
  }),
  from: day("First day concerned."),
  to: day("Last day concerned."),
  days: Type.Optional(Type.Integer({ minimum: 0, description: "Days of silence, or with a wide band." })),
  source: Type.Optional(Type.String()),
  median: Type.Optional(men("one-source: the median without it on the last day concerned; missing where no other source gives a number.")),
  statements: names(),
});
export type Unclear = Static<typeof Unclear>;

export const Influence = Type.Object({
  statement: Type.String({ description: "Id of the statement." }),
  source: Type.String(),
  words: Type.String({ description: "What it says, in short." }),
  date: day("Day on which it weighs most."),
  shift: Type.Number({ description: "What it does to the median there, in powers of ten; above 0 it raises." }),
  information: Type.Number({ description: "Kullback-Leibler divergence, in bits, of the estimate with it from the one without." }),
  surprise: Type.Optional(probability("That the statement is simply off, given all the others.")),
  happened: Type.Optional(probability("For an arrival, a departure or a change: that it took place.")),
  weight: Type.Number({ minimum: 0, maximum: 1, description: "Below 1 where it may repeat another statement." }),
});
export type Influence = Static<typeof Influence>;

/** What was said to be planned or feared: kept apart, since it says nothing of what is. */
export const Announced = Type.Object({
  statement: Type.String(),
  source: Type.String(),
  words: Type.String(),
  reality: Type.Enum(["planned", "hypothetical"]),
  asOf: Type.Union([Type.String(), Type.Null()]),
});
export type Announced = Static<typeof Announced>;

export const Unused = Type.Object({ statement: Type.String(), reason: Type.String() });
export type Unused = Static<typeof Unused>;

export const SourceEstimate = Type.Object({
  source: Type.String(),
  leaning: Type.Enum([...LEANINGS]),
  statements: Type.Integer({ minimum: 0, description: "With a level; movements are not counted." }),
  bias: Type.Number({ description: "Mean, in powers of ten: 0.3 is twice as many as there are." }),
  biasSd: Type.Number({ description: "Its standard deviation." }),
});
export type SourceEstimate = Static<typeof SourceEstimate>;

/** For each day the posterior of the strength, with what moved it. */
export const Estimate = Type.Object(
  {
    from: day("First day."),
    to: day("Last day."),
    days: Type.Array(DayEstimate),
    recent: Type.Object(
      { days: Type.Integer(), factor: Type.Number(), up: probability("That it grew."), down: probability("That it fell."), alarm: probability("Either.") },
      { description: "Whether the number changed by the factor in so many days before the last day." },
    ),
    changes: Type.Array(Change),
    conflicts: Type.Array(Conflict),
    unclear: Type.Array(Unclear),
    influence: Type.Array(Influence),
    announced: Type.Array(Announced),
    sources: Type.Array(SourceEstimate),
    unused: Type.Array(Unused),
  },
  { title: "Estimate", description: "A posterior of the strength of one force in one place for each day, with what moved it" },
);
export type Estimate = Static<typeof Estimate>;
