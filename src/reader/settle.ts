import type { Draft } from "./drafts.ts";
import { meets } from "./page.ts";

export interface Settled {
  kept: Draft[];
  /** For each kept draft, those that gave way to it. */
  lost: Map<Draft, { draft: Draft; why: string }[]>;
}

/** Settles drafts that say the same thing of the same words: the higher priority stays, the other is remembered. */
export function settle(drafts: readonly Draft[]): Settled {
  const lost = new Map<Draft, { draft: Draft; why: string }[]>();
  if (drafts.length < 2) return { kept: [...drafts], lost };
  const kept: Draft[] = [];
  for (const candidate of drafts.toSorted((a, b) => b.priority - a.priority || a.trigger.from - b.trigger.from)) {
    const winner = kept.find((other) => clash(other, candidate));
    if (winner === undefined) kept.push(candidate);
    else if (saysMore(candidate, winner)) {
      kept[kept.indexOf(winner)] = candidate;
      lost.set(candidate, [...(lost.get(winner) ?? []), { draft: winner, why: "another rule has found how many there are" }]);
      lost.delete(winner);
    } else lost.set(winner, [...(lost.get(winner) ?? []), { draft: candidate, why: `the same words already carry a ${winner.kind}, by a rule of higher priority` }]);
  }
  return { kept: kept.toSorted((a, b) => a.clause.from - b.clause.from || a.trigger.from - b.trigger.from), lost };
}

// "The number of troops stationed there has fallen to 1,000": those stationed there are the 1,000.
const saysMore = (candidate: Draft, winner: Draft): boolean => candidate.kind === "strength" && winner.kind === "strength" && candidate.quantity !== null && winner.quantity === null;

function clash(a: Draft, b: Draft): boolean {
  if (a.kind === b.kind && a.quantity !== null && a.quantity === b.quantity && a.priority !== b.priority) return true;
  if (a.agent !== null && b.agent !== null && a.agent !== b.agent) return false;
  if (a.quantity !== null && b.quantity !== null && a.quantity !== b.quantity) return false;
  const sameTheme = a.theme === b.theme || (a.theme !== null && b.theme !== null && meets(a.theme, b.theme));
  const sameClause = a.clause.from === b.clause.from;
  if (a.kind === b.kind) return sameClause && (sameTheme || a.theme === null || b.theme === null) && (a.priority !== b.priority || meets(a.trigger, b.trigger) || sameTheme);
  // "There are 2,000 soldiers spread over the north": those who are there do not move.
  if (a.rule === "strength/there-is" && b.kind === "movement") return sameClause && a.theme === b.theme;
  return meets(a.trigger, b.trigger) && sameTheme;
}
