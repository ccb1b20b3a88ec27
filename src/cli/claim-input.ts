import { Type, type Static } from "typebox";
import { Value } from "typebox/value";
import { Claim, digestByOf, isEdtf, reporterOf, Quantity, Source, type Decision, type Document } from "../claims/index.ts";
import { IntakeError } from "../intake/issue.ts";
import { documentOf, isRecord, publishedOf } from "../intake/record.ts";
import { isDateAsGiven } from "../origins/occasion.ts";
import type { ClaimDocument, ClaimFacts } from "../origins/view.ts";

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.Union([Type.String({ maxLength: 10_000 }), Type.Null()]);
const count = Type.Union([Type.Number({ minimum: 0 }), Type.Null()]);
const { kind, polarity, certainty, reality, scope, basis, country, attribution, size, direction } = Claim.properties;

/** A claim from outside: `kind`, and of the rest what is known. */
const LooseClaim = Type.Intersect([
  Type.Object({ kind }),
  Type.Partial(
    Type.Object({
      id: Type.String({ minLength: 1, maxLength: 1_000 }), polarity, certainty, reality, scope, basis, country, attribution, size, direction,
      force: text, unitName: text, place: text, otherPlace: text, said: text, asOf: text,
      quantity: orNull(Type.Partial(Type.Object({ low: count, high: count, point: count, modifier: Quantity.properties.modifier, unit: Quantity.properties.unit, words: Type.String() }))),
      source: orNull(Type.Partial(Type.Object({ person: Source.properties.person, role: Source.properties.role, organisation: Source.properties.organisation }))),
      via: Type.Array(Type.String()),
      evidence: Type.Union([Type.String(), Type.Object({ text: Type.String() }), Type.Null()]),
    }),
  ),
]);
type LooseClaim = Static<typeof LooseClaim>;

/** A claim of a line: as it is compared, and as it came. */
export interface LineClaim {
  id: string | null;
  claim: ClaimFacts;
  original: Record<string, unknown>;
}

export interface ClaimsLine {
  kind: "claims";
  claims: LineClaim[];
  /** With an empty id where the line gives none. */
  document: ClaimDocument;
}

/** A document that is still to be read. */
export interface TextLine {
  kind: "document";
  document: Document;
}

const wrong = (message: string): IntakeError => new IntakeError("BAD_FIELD", message);

function claimOf(value: unknown, name: string): LineClaim {
  if (!isRecord(value)) throw wrong(`${name} is no claim; give an object with at least "kind"`);
  if (!Value.Check(LooseClaim, value)) throw wrong(`${name} ${problemOf(value)}; mend it (see schema/claim.schema.json)`);
  const claim = value as unknown as LooseClaim & Record<string, unknown>;
  if (claim.said && !isDateAsGiven(claim.said)) throw wrong(`${name} has a "said" that is no date: ${shown(claim.said)}; write it as 2023-10-31, or leave it out`);
  if (claim.asOf && !isEdtf(claim.asOf)) throw wrong(`${name} has an "asOf" that is no date: ${shown(claim.asOf)}; write it as 2023-10-31 or ../2023-10, or leave it out`);
  const evidence = typeof claim.evidence === "string" ? { text: claim.evidence, start: 0, end: claim.evidence.length } : claim.evidence;
  return { id: claim.id ?? null, claim: { ...claim, evidence } as unknown as ClaimFacts, original: value };
}

const shown = (value: string): string => JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);

// "/quantity/low": the field by which the check failed first.
function problemOf(value: unknown): string {
  const paths = Value.Errors(LooseClaim, value).map(({ instancePath }) => instancePath).filter((path) => path !== "");
  const field = paths.sort((a, b) => b.split("/").length - a.split("/").length)[0]?.slice(1).replaceAll("/", ".");
  return field === undefined ? 'has no "kind"' : `has a ${JSON.stringify(field)} that is not as it should be`;
}

function documentOfClaims(record: Record<string, unknown>, id: unknown): ClaimDocument {
  const inner = isRecord(record["document"]) ? record["document"] : {};
  const named = typeof record["document"] === "string" ? record["document"] : (inner["id"] ?? id);
  const field = (name: string): string | null => {
    const value = inner[name] ?? record[name] ?? null;
    if (value !== null && typeof value !== "string") throw wrong(`"${name}" must be a string or null; mend it`);
    return value;
  };
  const [kind, outlet] = [inner["kind"], field("outlet")];
  const of: Pick<Document, "kind" | "outlet" | "via"> = kind === "digest" ? { kind, outlet, via: field("via") ?? undefined } : { outlet };
  return { id: typeof named === "string" ? named : "", text: field("text"), outlet: reporterOf(of), digestBy: digestByOf(of), published: publishedOf(field("published")) };
}

/**
 * One line of claims: a document with its `claims`, as `muster read` prints it; a claim; or a document without claims.
 *
 * @throws IntakeError BAD_FIELD, BAD_DATE and what `documentOf` throws
 */
export function claimLineOf(value: unknown): ClaimsLine | TextLine {
  if (!isRecord(value)) throw wrong('is neither a claim nor a document; give an object with "kind", "claims" or "text"');
  if (Array.isArray(value["claims"])) {
    return { kind: "claims", document: documentOfClaims(value, value["id"]), claims: value["claims"].map((claim, i) => claimOf(claim, `claim ${i + 1}`)) };
  }
  const isDigest = value["kind"] === "digest" && "text" in value;
  if ("kind" in value && !isDigest) return { kind: "claims", document: documentOfClaims(value, null), claims: [claimOf(value, "the claim")] };
  if ("text" in value) return { kind: "document", document: documentOf(value) };
  throw wrong('is neither a claim nor a document; give it "kind", "claims" or "text"');
}

/** One line of decisions. @throws IntakeError BAD_FIELD */
export function decisionOf(value: unknown): Decision {
  const claims = isRecord(value) ? value["claims"] : undefined;
  const kind = isRecord(value) ? value["kind"] : undefined;
  const isPair = Array.isArray(claims) && claims.length === 2 && claims.every((id) => typeof id === "string");
  if ((kind !== "join" && kind !== "split") || !isPair) throw wrong('is no decision; write {"kind": "join" or "split", "claims": [one id, another id]}');
  return { kind, claims: [claims[0] as string, claims[1] as string] };
}
