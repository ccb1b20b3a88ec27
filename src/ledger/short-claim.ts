import { CLAIM_FIELDS, type Claim, type ClaimField, type Derivation } from "../claims/index.ts";
import { kept, spell, type Place } from "./canonical.ts";
import type { KnownClaim } from "./claim-id.ts";

// How the claims of a reading are written: in half the bytes that they have in full. What is null or an empty list is left out,
// and each reason stands once, with the fields that it is the reason of. See docs/ledger-format.md.

/** Rule, where its words start and end (null where there are none), the fields that it knows and those that it implies, a blank between two. */
type Reason = [rule: string, start: number | null, end: number | null, known: string, implied: string];

/** A claim as it is written, without what {@link FULL} says anyway. */
export type ShortClaim = Partial<Omit<Claim, "spans">>;

/** The body of a reading as it is sealed; those that schemas 1 and 2 wrote have their claims in full, and no reasons beside them. */
interface Written {
  document: string;
  reader: string;
  claims: (KnownClaim | { id: string; claim: ShortClaim; reasons: Reason[] })[];
}

interface ReadingBody extends Omit<Written, "claims"> {
  claims: KnownClaim[];
}

type Member = { field: Exclude<keyof Claim, "spans">; label: string; place: Place };
/** In the order of RFC 8785. */
const MEMBERS: readonly Member[] = ([...CLAIM_FIELDS, "reader"] as const).toSorted().map((field) => ({ field, label: `"${field}":`, place: { shape: null } }));

/** What a member that is left out is, in the order in which a claim has them. */
const FULL = { ...Object.fromEntries(CLAIM_FIELDS.map((field) => [field, null])), via: [], reader: "", spans: {} } as unknown as Claim;

/** A claim without its reasons, as canonical JSON of a {@link ShortClaim}. */
export function spellClaim(claim: Claim): string {
  let json = "";
  for (const { field, label, place } of MEMBERS) {
    const value = claim[field];
    if (value === null || (field === "via" && claim.via.length === 0)) continue;
    json += json === "" ? "{" : ",";
    json += label;
    json += spell(value, place);
  }
  return `${json}}`;
}

/** Of sets of fields, each a bit, the names: a few of the million that there could be come again and again. */
const names = new Map<number, string>();
const MOST_NAMES = 5_000;

function namesOf(bits: number): string {
  const known = names.get(bits);
  if (known !== undefined) return known;
  const spelt = CLAIM_FIELDS.filter((_, i) => (bits & (1 << i)) !== 0).join(" ");
  if (names.size < MOST_NAMES) names.set(bits, spelt);
  return spelt;
}

const NOWHERE: Place = { shape: null };

/** A claim's reasons as JSON, each once. */
function spellReasons(spans: Claim["spans"]): string {
  const reasons: { of: Derivation; known: number; implied: number }[] = [];
  for (let i = 0; i < CLAIM_FIELDS.length; i += 1) {
    const of = spans[CLAIM_FIELDS[i] as ClaimField];
    if (of === undefined) continue;
    let at = 0;
    while (at < reasons.length && !areAlike((reasons[at] as { of: Derivation }).of, of)) at += 1;
    const reason = (reasons[at] ??= { of, known: 0, implied: 0 });
    if (of.status === "known") reason.known |= 1 << i;
    else reason.implied |= 1 << i;
  }
  let json = "";
  for (const { of: { rule, span }, known, implied } of reasons) {
    json += `${json === "" ? "" : ","}[${spell(rule, NOWHERE)},${span === null ? "null,null" : `${span.start},${span.end}`},"${namesOf(known)}","${namesOf(implied)}"]`;
  }
  return json;
}

const areAlike = (a: Derivation, b: Derivation): boolean =>
  a === b || (a.rule === b.rule && (a.span === b.span || (a.span !== null && b.span !== null && a.span.start === b.span.start && a.span.end === b.span.end)));

/** The body of a reading as it is sealed, as canonical JSON. @throws LedgerError BAD_TEXT */
export function spellReading({ document, reader, claims }: ReadingBody): string {
  let json = '{"claims":[';
  let comma = "";
  for (const { id, claim } of claims) {
    json += `${comma}{"claim":${spellClaim(claim)},"id":${spell(id, NOWHERE)},"reasons":[${spellReasons(claim.spans)}]}`;
    comma = ",";
  }
  return kept(`${json}],"document":${spell(document, NOWHERE)},"reader":${spell(reader, NOWHERE)}}`);
}

/** The claim that {@link spellClaim} wrote, without reasons. */
export const fullClaim = (short: ShortClaim): Claim => ({ ...FULL, via: [], ...short, spans: {} });

function spansOf(reasons: readonly Reason[]): Claim["spans"] {
  const spans: Partial<Record<ClaimField, Derivation>> = {};
  for (const [rule, start, end, known, implied] of reasons) {
    const span = start === null || end === null ? null : { start, end };
    for (const field of fieldsOf(known)) spans[field] = { rule, span, status: "known" };
    for (const field of fieldsOf(implied)) spans[field] = { rule, span, status: "implied" };
  }
  return spans;
}

const fieldsOf = (names: string): ClaimField[] => (names === "" ? [] : (names.split(" ") as ClaimField[]));

/** What {@link spellReading} wrote, or an earlier version, in full. */
export function readingOf({ claims, ...body }: Written): ReadingBody {
  return { ...body, claims: claims.map((one) => ("reasons" in one ? { id: one.id, claim: { ...fullClaim(one.claim), spans: spansOf(one.reasons) } } : one)) };
}
