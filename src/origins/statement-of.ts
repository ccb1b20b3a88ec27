import { daysOf, type Link, type Source, type Statement } from "../claims/index.ts";
import { edtfOfSaid, occasionOf } from "./occasion.ts";
import { sourceView } from "./source.ts";
import type { ClaimFacts, PlacedClaim } from "./view.ts";

/** From nearest to the origin to farthest. */
const NEARNESS: readonly string[] = ["quote", "paraphrase", "hearsay", "voice"];

/** A number of days for a date; what has none comes last. */
const dayOf = (edtf: string | null | undefined): number => (edtf ? (daysOf(edtf)?.to ?? Infinity) : Infinity);
const nearnessOf = ({ attribution = "paraphrase" }: ClaimFacts): number => NEARNESS.indexOf(attribution as string);
const order = (a: number, b: number): number => (a === b ? 0 : a - b);

// The earliest, then that which fewest hands passed on, then that which quotes; the id for the rest.
function fromEarlyToLate(a: PlacedClaim, b: PlacedClaim): number {
  return (
    order(dayOf(a.document.published), dayOf(b.document.published)) || order(a.claim.via?.length ?? 0, b.claim.via?.length ?? 0) ||
    order(nearnessOf(a.claim), nearnessOf(b.claim)) || (a.id < b.id ? -1 : 1)
  );
}

/** Whose word it is: somebody's who is named, or what the outlet saw itself. */
const hasOrigin = ({ claim }: PlacedClaim): boolean =>
  sourceView(claim.source).named || (!claim.source && (claim.basis === "observed" || claim.basis === "imagery"));

const fullness = ({ claim: { source } }: PlacedClaim): number => [source?.person, source?.organisation, source?.role].filter(Boolean).length + (source?.person ? 2 : 0);

function fullestSource(claims: readonly PlacedClaim[]): Source | null {
  const best = claims.reduce((most, placed) => (fullness(placed) > fullness(most) ? placed : most));
  const source = best.claim.source;
  return source ? { person: source.person ?? null, role: source.role ?? null, organisation: source.organisation ?? null } : null;
}

/** The most exact date that the words of one of the claims give. */
function saidOf(claims: readonly PlacedClaim[]): string | null {
  let best: { said: string | null; days: number } | null = null;
  for (const { claim, document } of claims) {
    if (!claim.said) continue;
    const { from, to, stated } = occasionOf(claim.said, document.published);
    if (stated && to - from < (best?.days ?? Infinity)) best = { said: edtfOfSaid(claim.said, document.published), days: to - from };
  }
  return best?.said ?? null;
}

/** The statement that claims make which have been found to be one. Its id comes from the original claim: a later relay does not change it. */
export function statementOf(claims: readonly PlacedClaim[], links: readonly Link[]): Statement {
  const sorted = [...claims].sort(fromEarlyToLate);
  const original = (sorted[0] as PlacedClaim).id;
  return {
    id: `statement:${original}`,
    claims: sorted.map(({ id }) => id),
    original,
    links: [...links],
    independent: sorted.some(hasOrigin),
    said: saidOf(sorted),
    source: fullestSource(sorted),
  };
}
