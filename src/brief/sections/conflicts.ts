import type { Block, Sentence } from "../../claims/index.ts";
import { isWithin, newestFirst, type Case } from "../case.ts";
import { contradicts, directionOf, haveFiguresApart } from "../relations.ts";
import { grade, men, point, say } from "../segments.ts";
import { gapDays, isLevel, isMove, isSameSource, menOf, sourceName, type Told } from "../told.ts";
import { tell } from "../wording.ts";

/** A conflict is open as long as one of its sides was heard within so many days; the other may be older by a month. */
const OPEN_DAYS = 120;
const EARLIER_DAYS = 31;

/** Conflicts that are told, those of any one statement, and voices that are named on one side. */
const MOST = 5;
const MOST_EACH = 3;
const MOST_VOICES = 3;

/** Two statements that cannot both be right of one time, the newer first. */
export type Disagreement = readonly [newer: Told, older: Told];

const lastHeard = ({ heard, holds }: Told): number => heard.days?.to ?? holds?.to ?? -Infinity;

function pairKey(a: Told, b: Told): string {
  const kinds = [a, b].map(({ claim }) => (claim.kind === "strength" ? "" : claim.kind));
  return [sourceName(a), sourceName(b), ...new Set(kinds)].sort().join("|");
}

/** Whether one of these movements lies between two figures and went the way in which they differ. */
function isExplained(moves: readonly Told[], newer: Told, older: Told): boolean {
  const least = ({ claim }: Told): number => menOf(claim.quantity)?.low ?? 0;
  const way = least(newer) > least(older) ? "up" : "down";
  const [from, to] = [older.at?.from ?? Infinity, newer.at?.to ?? -Infinity];
  return moves.some((move) => directionOf(move) === way && (move.at?.to ?? -Infinity) >= from && (move.at?.from ?? Infinity) <= to);
}

/** Other sources contradict each other; one source itself only by figures of what is there, and where nobody told of a movement in between. */
function areOpposed(moves: readonly Told[], newer: Told, older: Told): boolean {
  if (!isSameSource(newer, older)) return contradicts(newer, older);
  return isLevel(newer) && isLevel(older) && haveFiguresApart(newer, older) && !isExplained(moves, newer, older);
}

/** Pairs of statements that contradict each other and were heard lately, the newest first: of two sources what they said last. */
export function conflictsOf(one: Case): Disagreement[] {
  const recent = newestFirst(one.told.filter((told) => isWithin(one, told, OPEN_DAYS + EARLIER_DAYS)));
  const moves = recent.filter((told) => isMove(told) && told.claim.polarity === "affirmed" && directionOf(told) !== null);
  const place = new Map(recent.map((told, i) => [told.id, i]));
  const found = new Map<string, Disagreement>();
  for (const [i, a] of recent.entries()) {
    const older = one.near(a).filter(({ id }) => (place.get(id) ?? -1) > i).sort((x, y) => (place.get(x.id) as number) - (place.get(y.id) as number));
    for (const b of older) {
      if (Math.max(lastHeard(a), lastHeard(b)) < one.asOfDay - OPEN_DAYS) continue;
      // The same figure by two mouths is one side; what came later is named.
      const key = pairKey(a, b);
      if (!found.has(key) && areOpposed(moves, a, b)) found.set(key, [a, b]);
    }
  }
  return withoutCrowds([...found.values()].sort((a, b) => rankOf(a) - rankOf(b)));
}

/** Figures first, then what happened or did not, then what is only expected; what one source says against itself after what two say. */
function rankOf([a, b]: Disagreement): number {
  const { kind, reality } = a.claim;
  const rank = reality !== "actual" ? 2 : kind === "strength" || b.claim.kind === "strength" ? 0 : 1;
  return rank + (isSameSource(a, b) ? 0.5 : 0);
}

/** Whether it is about how many there are, and not about what happened or is to come. */
export const isOfFigures = (sides: Disagreement): boolean => sides.some(isLevel);

/** One statement may contradict many of the same kind; a few of them show it. */
function withoutCrowds(found: readonly Disagreement[]): Disagreement[] {
  const seen = new Map<string, number>();
  return found.filter((sides) => {
    if (sides.some(({ id }) => (seen.get(id) ?? 0) >= MOST_EACH)) return false;
    for (const { id } of sides) seen.set(id, (seen.get(id) ?? 0) + 1);
    return true;
  });
}

/** One side: its figure, its words, its grade. */
function side(one: Case, told: Told): Sentence {
  const { reliability, credibility } = one.gradeOf(told);
  return say`${tell(told, one).slice(0, -1)}, graded ${grade(reliability, credibility)}.`;
}

/** Statements that disagree: each of the others with the one. */
interface Quarrel {
  one: Told;
  others: Told[];
}

const isForecast = ({ claim: { reality, polarity } }: Told): boolean => reality !== "actual" && polarity === "affirmed";
const isAlike = ({ claim: x }: Told, { claim: y }: Told): boolean => x.kind === y.kind && x.polarity === y.polarity && x.reality === y.reality;

/** Adds a disagreement to a quarrel in which one of its two sides is named already, and the other is one voice more of those on the other side. */
function join(quarrel: Quarrel, [a, b]: Disagreement): boolean {
  const { one, others: [second] } = quarrel as { one: Told; others: [Told] };
  if (quarrel.others.length >= MOST_VOICES) return false;
  if (isForecast(one) && isForecast(second) && isForecast(a) && isForecast(b)) {
    // Plans are not held against one plan, but set side by side: each voice once.
    for (const told of [a, b]) if (![one, ...quarrel.others].some((known) => isSameSource(known, told))) quarrel.others.push(told);
    return true;
  }
  if (one.claim.kind === "strength" && !isSameSource(one, second)) return false;
  // Until a third voice is heard, either of the first two may be the one that all others contradict.
  const [shared, other] = [[a, b], [b, a]].find(([x]) => x === one || (quarrel.others.length === 1 && x === second)) ?? [];
  if (shared === undefined || other === undefined || isSameSource(shared, other) !== isSameSource(one, second)) return false;
  if (!isAlike(other, shared === one ? second : one)) return false;
  if (shared !== one) [quarrel.one, quarrel.others] = [second, [one]];
  quarrel.others.push(other);
  return true;
}

/** Disagreements that share a side are one quarrel: who denies is named once, and after it all who affirm. */
function quarrelsOf(found: readonly Disagreement[]): Quarrel[] {
  const quarrels: Quarrel[] = [];
  for (const disagreement of found) {
    if (!quarrels.some((quarrel) => join(quarrel, disagreement))) quarrels.push({ one: disagreement[0], others: [disagreement[1]] });
  }
  return quarrels;
}

/** What each of two figures would point to alone, where the estimate finds them in conflict too. */
function alone({ estimate }: Case, a: Told, b: Told): Sentence[] {
  const at = (estimate?.conflicts ?? []).findIndex(({ statements }) => statements.includes(a.id) && statements.includes(b.id));
  const conflict = estimate?.conflicts[at];
  if (conflict === undefined) return [];
  // The estimate has its own names for sources.
  const first = a.influence?.source === conflict.sources[1] ? 1 : 0;
  const median = (side: 0 | 1) => men(conflict.medians[side] as number, `/conflicts/${at}/medians/${side}`);
  return [say`Taken alone, the first would point to about ${median(first)} and the second to about ${median(first === 0 ? 1 : 0)}.`];
}

function comment(one: Case, { one: a, others }: Quarrel): Sentence[] {
  const [b] = others as [Told];
  const [both, isMany] = [others.length > 1 ? "All" : "Both", others.length > 1];
  const isApart = others.some((other) => gapDays(a.holds, other.holds) > 0);
  if (isForecast(a) && isForecast(b)) return [say`${both} speak of what is still to come, and may not mean the same troops.`];
  if (isSameSource(a, b)) return [isApart ? say`${both} come from one source: either the number changed in between, of which no report tells, or ${isMany ? "not all are" : "one of them is not"} right.` : say`${both} come from one source, and cannot ${isMany ? "all" : "both"} be right.`];
  if (a.claim.kind !== b.claim.kind) return [isApart ? say`${both} can hold only if others came in between.` : say`${both} cannot be right.`];
  if (a.claim.kind === "strength") return [...(isApart ? [say`${both} can hold only if the number changed in between.`] : []), ...alone(one, a, b)];
  const isDoubt = [a, b].some(({ claim: { polarity, certainty } }) => polarity === "denied" && certainty !== "certain");
  const [denies, deny] = isDoubt ? ["doubts", "doubt"] : ["denies", "deny"];
  if (!isMany) return [say`The one ${denies} what the other affirms.`];
  return [a.claim.polarity === "denied" ? say`The first ${denies} what the others affirm.` : say`The others ${deny} what the first affirms.`];
}

export function conflictBlocks(one: Case): Block[] {
  return quarrelsOf(conflictsOf(one)).slice(0, MOST).map((quarrel) => {
    const voices = [quarrel.one, ...quarrel.others];
    const isOneSource = isSameSource(quarrel.one, quarrel.others[0] as Told);
    return point(...(isOneSource ? newestFirst(voices) : voices).map((told) => side(one, told)), ...comment(one, quarrel));
  });
}
