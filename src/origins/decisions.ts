import type { Decision } from "../claims/index.ts";

/** A decision that could not be followed, and why. */
export interface Unmet {
  decision: Decision;
  why: "no such claim" | "one claim" | "split by another decision";
}

const pairKey = ([a, b]: readonly [string, string]): string => JSON.stringify(a < b ? [a, b] : [b, a]);

/**
 * What counts of a list of decisions: of those on one pair the last, and none on claims that are not there. A split
 * outweighs the joins that would bring its two claims together by way of others.
 *
 * @param decisions  from the first to the last
 * @param ids        of the claims that there are
 */
export function settle(decisions: readonly Decision[], ids: ReadonlySet<string>): { joins: Decision[]; splits: Decision[]; unmet: Unmet[] } {
  const unmet: Unmet[] = [];
  const last = new Map<string, Decision>();
  for (const decision of decisions) {
    const [a, b] = decision.claims;
    if (a === b) unmet.push({ decision, why: "one claim" });
    else if (!ids.has(a) || !ids.has(b)) unmet.push({ decision, why: "no such claim" });
    else {
      // Deleted first, so that the later decision also stands later in the order.
      last.delete(pairKey(decision.claims));
      last.set(pairKey(decision.claims), decision);
    }
  }
  const all = [...last.values()];
  const splits = all.filter(({ kind }) => kind === "split");
  const { kept, against } = joinsBeside(all.filter(({ kind }) => kind === "join"), splits);
  return { joins: kept, splits, unmet: [...unmet, ...against.map((decision): Unmet => ({ decision, why: "split by another decision" }))] };
}

// The joins, one after the other, less those that would bring two claims together which a split keeps apart.
function joinsBeside(joins: readonly Decision[], splits: readonly Decision[]): { kept: Decision[]; against: Decision[] } {
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string): Set<string> => groups.get(id) ?? new Set([id]);
  const kept: Decision[] = [];
  const against: Decision[] = [];
  for (const decision of joins) {
    const joined = new Set([...groupOf(decision.claims[0]), ...groupOf(decision.claims[1])]);
    if (splits.some(({ claims: [a, b] }) => joined.has(a) && joined.has(b))) {
      against.push(decision);
      continue;
    }
    for (const id of joined) groups.set(id, joined);
    kept.push(decision);
  }
  return { kept, against };
}
