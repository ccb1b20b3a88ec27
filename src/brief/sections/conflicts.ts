import type { Block, Conflict, Sentence } from "../../claims/index.ts";
import { isWithin, newestFirst, type Case } from "../case.ts";
import { contradicts } from "../credibility.ts";
import { grade, men, point, say } from "../segments.ts";
import { gapDays, isSameSource, sourceName, type Told } from "../told.ts";
import { tell } from "../wording.ts";

/** A conflict is open as long as one of its sides was heard within so many days; the other may be older by a month. */
const OPEN_DAYS = 120;
const EARLIER_DAYS = 31;

/** Conflicts that are told, and those of any one statement. */
const MOST = 5;
const MOST_EACH = 2;

export interface Disagreement {
  sides: [Told, Told];
  /** Where the estimate finds it too: its place there. */
  at: number | null;
}

const lastHeard = ({ heard, holds }: Told): number => heard.days?.to ?? holds?.to ?? -Infinity;

function pairKey(a: Told, b: Told): string {
  const kinds = [a, b].map(({ claim }) => (claim.kind === "strength" ? "" : claim.kind));
  return [sourceName(a), sourceName(b), ...new Set(kinds)].sort().join("|");
}

/** Pairs of sources that contradict each other and were heard lately, the newest first: each by what it said last. */
export function conflictsOf(one: Case): Disagreement[] {
  const recent = newestFirst(one.told.filter((told) => isWithin(one, told, OPEN_DAYS + EARLIER_DAYS)));
  const found = new Map<string, Disagreement>();
  for (const [i, a] of recent.entries()) {
    for (const b of recent.slice(i + 1)) {
      if (isSameSource(a, b) || !contradicts(a, b) || Math.max(lastHeard(a), lastHeard(b)) < one.asOfDay - OPEN_DAYS) continue;
      // The same figure by two mouths is one side; what came later is named.
      const key = pairKey(a, b);
      if (!found.has(key)) found.set(key, { sides: [a, b], at: estimateConflict(one, a, b) });
    }
  }
  return withoutCrowds([...found.values()].sort((a, b) => rankOf(a) - rankOf(b)));
}

/** Figures first, then what happened or did not, then what is only expected. */
const rankOf = ({ sides: [{ claim: { kind, reality } }] }: Disagreement): number => (kind === "strength" ? 0 : reality === "actual" ? 1 : 2);

/** One statement may contradict many of the same kind; two of them show it. */
function withoutCrowds(found: readonly Disagreement[]): Disagreement[] {
  const seen = new Map<string, number>();
  return found.filter(({ sides }) => {
    if (sides.some(({ id }) => (seen.get(id) ?? 0) >= MOST_EACH)) return false;
    for (const { id } of sides) seen.set(id, (seen.get(id) ?? 0) + 1);
    return true;
  });
}

function estimateConflict({ estimate }: Case, a: Told, b: Told): number | null {
  const at = (estimate?.conflicts ?? []).findIndex(({ statements }: Conflict) => statements.includes(a.id) && statements.includes(b.id));
  return at < 0 ? null : at;
}


/** One side: its figure, its words, its grade. */
function side(one: Case, told: Told): Sentence {
  const { reliability, credibility } = one.gradeOf(told);
  return say`${tell(told, one).slice(0, -1)}, graded ${grade(reliability, credibility)}.`;
}

function comment(one: Case, { sides: [a, b], at }: Disagreement): Sentence[] {
  const gap = gapDays(a.holds, b.holds);
  if (a.claim.kind !== b.claim.kind) return [gap > 0 ? say`Both can hold only if others came in between.` : say`Both cannot be right.`];
  if (a.claim.kind !== "strength") {
    const isDoubt = [a, b].some(({ claim: { polarity, certainty } }) => polarity === "denied" && certainty !== "certain");
    return [say`The one ${isDoubt ? "doubts" : "denies"} what the other affirms.`];
  }
  const conflict = at === null ? undefined : one.estimate?.conflicts[at];
  const alone = conflict === undefined ? [] : [say`Taken alone, the first would point to about ${men(conflict.medians[sideOf(conflict, a)] as number, `/conflicts/${at}/medians/${sideOf(conflict, a)}`)} and the second to about ${men(conflict.medians[1 - sideOf(conflict, a)] as number, `/conflicts/${at}/medians/${1 - sideOf(conflict, a)}`)}.`];
  return gap > 0 ? [say`Both can hold only if the number changed in between.`, ...alone] : alone;
}

/** On which side of the estimate's conflict a statement stands; the estimate has its own names for sources. */
const sideOf = ({ sources }: Conflict, { influence }: Told): 0 | 1 => (influence?.source === sources[1] ? 1 : 0);

export function conflictBlocks(one: Case): Block[] {
  return conflictsOf(one).slice(0, MOST).map((found) => point(side(one, found.sides[0]), side(one, found.sides[1]), ...comment(one, found)));
}
