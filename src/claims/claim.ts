import { Type, type Static } from "typebox";
import { Evidence, Span } from "./span.ts";
import { Quantity } from "./quantity.ts";

/** What is said of the force. See docs/glossary.md for each. */
export const KINDS = ["strength", "arrival", "departure", "rotation", "movement", "change", "threat", "involvement"] as const;
export type Kind = (typeof KINDS)[number];
export const POLARITIES = ["affirmed", "denied"] as const;
export type Polarity = (typeof POLARITIES)[number];
/** The source's own stated certainty, after FactBank (Saurí and Pustejovsky 2009). */
export const CERTAINTIES = ["certain", "probable", "possible", "unknown"] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const REALITIES = ["actual", "planned", "hypothetical"] as const;
export type Reality = (typeof REALITIES)[number];
export const ATTRIBUTIONS = ["quote", "paraphrase", "hearsay", "voice"] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];
export const SCOPES = ["whole", "part"] as const;
export type Scope = (typeof SCOPES)[number];
export const BASES = ["observed", "imagery", "intelligence", "official", "unnamed"] as const;
export type Basis = (typeof BASES)[number];
export const SIZES = ["none", "limited", "significant", "large"] as const;
export type Size = (typeof SIZES)[number];
export const DIRECTIONS = ["up", "down", "mixed"] as const;
export type Direction = (typeof DIRECTIONS)[number];

const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Enum([...values] as [...T], description === "" ? {} : { description });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
const text = (description: string) => orNull(Type.String({ minLength: 1 }), description);
const edtf = (description: string) => orNull(Type.String({ minLength: 4, maxLength: 40 }), `${description} EDTF (ISO 8601-2).`);

/** Who vouches for a claim. At least one of the three is set. */
export const Source = Type.Object(
  {
    person: text("A name, in one transliteration throughout."),
    role: text("Office or description, with nationality ('Italian Prime Minister', 'officials')."),
    organisation: text("Canonical English name of the body spoken for, if one is named."),
  },
  { additionalProperties: false, description: "The origin of the statement, not those who relayed it" },
);
export type Source = Static<typeof Source>;

/** Whether the words say it (`known`), or context or the calendar supplies it (`implied`). */
export const STATUSES = ["known", "implied"] as const;
export type Status = (typeof STATUSES)[number];

/** Why one field of a claim is what it is. */
export const Derivation = Type.Object(
  {
    rule: Type.String({ minLength: 1, description: "Stable id of the rule that read the field." }),
    span: orNull(Span, "The words it was read from; null when no words carry it (a default, the reference date)."),
    status: oneOf(STATUSES, "known: in the words; implied: from context or the date."),
  },
  { additionalProperties: false },
);
export type Derivation = Static<typeof Derivation>;

/** Every field that the reader fills from the text, and for which a claim keeps a derivation. */
export const CLAIM_FIELDS = [
  "kind", "polarity", "certainty", "reality", "force", "unitName", "place", "country", "scope", "basis", "otherPlace",
  "quantity", "source", "via", "attribution", "said", "asOf", "size", "direction", "evidence",
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

export const Claim = Type.Object(
  {
    kind: oneOf(KINDS, "What is said of the force."),
    polarity: oneOf(POLARITIES, "'has not replaced' is a denied rotation."),
    certainty: oneOf(CERTAINTIES, "The source's stated certainty."),
    reality: oneOf(REALITIES, "Happened or is so; announced or ordered; conditional or feared."),
    force: text("Canonical English name of the state, alliance, mission or armed group."),
    unitName: text("A named formation of that force."),
    place: text("Most specific place the claim belongs to: where the force is, arrives or leaves from."),
    country: orNull(Type.String({ pattern: "^[A-Z]{2}$" }), "ISO 3166-1 alpha-2 of the place; at a border, the side on which the force is."),
    scope: orNull(oneOf(SCOPES, ""), "part where the words limit the number to some of the force or place."),
    basis: orNull(oneOf(BASES, ""), "What the source says it rests on."),
    otherPlace: text("The other end of a movement."),
    quantity: orNull(Quantity),
    source: orNull(Source, "Null when the outlet says it in its own voice."),
    via: Type.Array(Type.String({ minLength: 1 }), { description: "Those who relayed it, nearest to the origin first." }),
    attribution: oneOf(ATTRIBUTIONS, "Direct quotation; reported speech; no speaker named; the outlet's own voice."),
    said: edtf("When the source said it."),
    asOf: edtf("When the claim holds of the world."),
    size: orNull(oneOf(SIZES, ""), "How big, where only words say it and no number does."),
    direction: orNull(oneOf(DIRECTIONS, ""), "For change: up, down or mixed."),
    evidence: Evidence,
    reader: Type.String({ minLength: 1, description: "Reader and language pack, with versions, that read the claim." }),
    spans: Type.Partial(
      Type.Object(Object.fromEntries(CLAIM_FIELDS.map((field) => [field, Derivation])) as Record<ClaimField, typeof Derivation>),
      // Here and not inside: Partial does not keep the options of what it is given.
      {
        additionalProperties: false,
        description: "For each field: the rule that read it, the words it was read from, and whether it is known or implied",
      },
    ),
  },
  { additionalProperties: false, title: "Claim", description: "One thing that one source says about one force at one place" },
);
export type Claim = Static<typeof Claim>;
