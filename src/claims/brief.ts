import { Type, type Static } from "typebox";
import type { Claim } from "./claim.ts";
import type { DocumentRef } from "./document.ts";
import { Estimate } from "./estimate.ts";

const closed = { additionalProperties: false };
const text = (description = "") => Type.String(description === "" ? { minLength: 1 } : { minLength: 1, description });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, description = "") =>
  Type.Union([schema, Type.Null()], description === "" ? {} : { description });
const day = (description: string) => Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$", description });
const sha256 = Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the document's bytes." });
const list = <T extends Parameters<typeof Type.Array>[0]>(schema: T, description = "") => Type.Array(schema, description === "" ? {} : { description });
const literal = <const T extends string>(value: T) => Type.Literal(value);

/** Where a number comes from; without one of these no number may stand in a brief. */
export const Tie = Type.Union([
  Type.Object({ kind: literal("claim"), claim: text("Id of the claim whose quantity it is.") }, closed),
  Type.Object({ kind: literal("estimate"), path: Type.String({ pattern: "^(?:/[A-Za-z0-9]+)+$", description: "JSON pointer (RFC 6901) into the brief's estimate." }) }, closed),
  Type.Object({ kind: literal("band"), level: Type.Union([Type.Literal(50), Type.Literal(90)], { description: "Percent that a band of the estimate holds." }) }, closed),
  Type.Object({ kind: literal("count"), of: list(text(), "Ids of the statements, claims, documents or sources that are counted.") }, closed),
]);
export type Tie = Static<typeof Tie>;

/** Reliability of a source and credibility of what it says (Admiralty code). Letters and digits are names, never numbers. */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];
export const CREDIBILITIES = ["1", "2", "3", "4", "5", "6"] as const;
export type Credibility = (typeof CREDIBILITIES)[number];
const reliability = Type.Enum([...RELIABILITIES], { description: "A person's grade; F, cannot be judged, until someone gives one." });
const credibility = Type.Enum([...CREDIBILITIES], { description: "Worked out from independent statements and the estimate; 6, cannot be judged." });
export const Grade = Type.Object({ reliability, credibility }, closed);
export type Grade = Static<typeof Grade>;

/** Confidence in a judgement: how good what it rests on is. Never in one sentence with a likelihood. */
export const CONFIDENCES = ["low", "moderate", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A piece of a sentence. What is more than plain words says what it is, so that it can be checked and linked. */
export const Segment = Type.Union([
  Type.Object({ kind: literal("text"), text: text() }, closed),
  Type.Object({ kind: literal("number"), text: text(), tie: Tie }, closed),
  Type.Object(
    {
      kind: literal("likelihood"), text: text("A word of ICD 203."), probability: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }),
      path: orNull(text(), "Where in the estimate the probability stands; null for what a band holds."),
    },
    closed,
  ),
  Type.Object({ kind: literal("confidence"), text: Type.Enum([...CONFIDENCES]) }, closed),
  Type.Object({ kind: literal("date"), text: text("In words."), date: text("EDTF (ISO 8601-2).") }, closed),
  Type.Object({ kind: literal("name"), text: text("A name that a claim or a document gives.") }, closed),
  Type.Object({ kind: literal("term"), text: text("A fixed term of the field that holds a digit.") }, closed),
  Type.Object(
    {
      kind: literal("quotation"), text: text("Word for word, white space and all."), document: sha256,
      start: Type.Integer({ minimum: 0, description: "UTF-16 offset into the document's text." }), end: Type.Integer({ minimum: 0, description: "Exclusive." }),
      cut: Type.Boolean({ description: "Whether the claim's words go on after it." }),
    },
    closed,
  ),
  Type.Object({ kind: literal("reference"), number: Type.Integer({ minimum: 1, description: "Of the list of references." }) }, closed),
  Type.Object({ kind: literal("grade"), ...Grade.properties }, closed),
]);
export type Segment = Static<typeof Segment>;

export const Sentence = Type.Array(Segment, { minItems: 1 });
export type Sentence = Static<typeof Sentence>;

export const SECTIONS = ["known", "changed", "conflicts", "denied", "announced", "unknown"] as const;
export type SectionId = (typeof SECTIONS)[number];

/** A paragraph, or the points of a list, each of one or more sentences. */
export const Block = Type.Object(
  { kind: Type.Enum(["paragraph", "point"]), sentences: list(Sentence) },
  closed,
);
export type Block = Static<typeof Block>;

export const Section = Type.Object({ id: Type.Enum([...SECTIONS]), title: text(), blocks: list(Block) }, closed);
export type Section = Static<typeof Section>;

export const Reference = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    claims: list(text(), "Ids of the claims that these words carry."),
    document: sha256,
    outlet: orNull(text(), "Who published it; of a digest, the outlet that it summarises and whose words it has."),
    title: orNull(text()),
    published: orNull(text(), "EDTF."),
    url: orNull(text(), "Of the document, or of the report that a digest summarises; http or https."),
    isDigest: Type.Boolean({ description: "Whether the words are a desk's summary and not the outlet's." }),
    quotation: Type.Object({ text: text(), start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }, closed),
    relays: list(
      Type.Object({ document: sha256, outlet: orNull(text()), published: orNull(text()), url: orNull(text()), isDigest: Type.Boolean() }, closed),
      "Other documents that carry the same statement: they confirm nothing.",
    ),
  },
  closed,
);
export type Reference = Static<typeof Reference>;

/** A statement as a row of the table of claims. */
export const Row = Type.Object(
  {
    statement: text("Its id."),
    claim: text("Id of the claim that is nearest to the origin."),
    source: text("Who said it."),
    says: Sentence,
    certainty: text("How firmly the source says it."),
    asOf: orNull(text(), "When it holds, EDTF."),
    said: orNull(text(), "When it was said, else published, EDTF."),
    place: orNull(text()),
    ...Grade.properties,
    why: Type.Array(Segment, { description: "Why it has this credibility." }),
    reports: list(sha256, "The documents that carry it."),
    reference: Type.Integer({ minimum: 1 }),
    use: text("What the estimate makes of it."),
  },
  closed,
);
export type Row = Static<typeof Row>;

/** A source with a person's grade and, beside it, its record: a hint, and no grade. */
export const SourceRecord = Type.Object(
  { source: text(), reliability, isGraded: Type.Boolean(), statements: list(text(), "Their ids."), record: Type.Array(Segment) },
  closed,
);
export type SourceRecord = Static<typeof SourceRecord>;

/** What a brief leans on; `muster brief check` holds it against the ledger. */
export const LeanedOn = Type.Object(
  {
    format: literal("muster-brief/1"),
    situation: text(), asOf: day("The day of the brief."),
    ledger: Type.Object({ origin: text(), size: Type.Integer({ minimum: 0 }), root: Type.String({ pattern: "^[0-9a-f]{64}$" }) }, { ...closed, description: "Head of the ledger (RFC 9162) when the brief was made." }),
    until: Type.Integer({ minimum: 0, description: "The last entry that was taken into account." }),
    documents: list(Type.Object({ sha256, claims: list(text(), "Ids.") }, closed)),
  },
  { ...closed, title: "LeanedOn", description: "The documents and claims that a brief leans on, and the ledger they were in" },
);
export type LeanedOn = Static<typeof LeanedOn>;

const PlacedQuantity = Type.Object(
  { low: orNull(Type.Number()), high: orNull(Type.Number()), point: orNull(Type.Number()), words: Type.String() }, closed,
);

/** What the chart shows of one statement: where it stands, and whose it is. */
export const ChartMark = Type.Object(
  {
    statement: text(), source: text(), reference: Type.Integer({ minimum: 1 }), label: text("What it says, in a few words."),
    kind: Type.Enum(["level", "part", "up", "down", "announced"]),
    from: day("First day that it may mean."), to: day("Last day that it may mean."),
    quantity: orNull(PlacedQuantity),
  },
  closed,
);
export type ChartMark = Static<typeof ChartMark>;

export const Brief = Type.Object(
  {
    format: literal("muster-brief/1"),
    situation: Type.Object({ name: text(), force: text(), place: orNull(text()), country: orNull(text()) }, closed),
    asOf: day("The day whose state it tells, from what had been published by then."),
    asKnown: orNull(day("")),
    since: day("Changes from this day on are told."),
    headline: Type.Array(Sentence, { minItems: 1 }),
    notes: list(Sentence, "What a reader must know of its sources."),
    sections: list(Section),
    marks: list(ChartMark),
    table: list(Row),
    sources: list(SourceRecord),
    references: list(Reference),
    estimate: orNull(Estimate, "Null where nothing tells a number."),
    leanedOn: LeanedOn,
  },
  { ...closed, title: "Brief", description: "What is known of one force in one place, in sentences whose numbers say where they come from" },
);
export type Brief = Static<typeof Brief>;

/** A claim as a brief takes it, in its document. */
export interface BriefClaim {
  id: string;
  claim: Claim;
  document: DocumentRef;
  /** The document's text; null where it is not kept any more. */
  text: string | null;
}
