import type { Statement } from "../../src/claims/index.ts";
import type { MadeReport } from "./generate.ts";
import type { Report } from "./real.ts";

/** How well a grouping agrees with another, over pairs of items. */
export interface PairScore {
  precision: number;
  recall: number;
  f1: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
}

/**
 * Pairwise precision, recall and F1: of the pairs that are put together, how many belong together, and the other way.
 *
 * @param count      of items
 * @param found      whether items a < b are put together
 * @param belongs    whether they belong together
 */
export function scorePairs(count: number, found: (a: number, b: number) => boolean, belongs: (a: number, b: number) => boolean): PairScore {
  let [truePositives, falsePositives, falseNegatives] = [0, 0, 0];
  for (let b = 1; b < count; b++) {
    for (let a = 0; a < b; a++) {
      const [together, right] = [found(a, b), belongs(a, b)];
      if (together && right) truePositives++;
      else if (together) falsePositives++;
      else if (right) falseNegatives++;
    }
  }
  const precision = truePositives / (truePositives + falsePositives || 1);
  const recall = truePositives / (truePositives + falseNegatives || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), truePositives, falsePositives, falseNegatives };
}

/** Claims are compared: two are together when they are one statement. */
export function scoreMade(reports: readonly MadeReport[], statements: readonly Statement[]): PairScore {
  const statementOf = new Map(statements.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)));
  // A claim that was not read is in no statement with any other.
  const found = reports.map(({ placed }) => statementOf.get(placed.id) ?? `not read: ${placed.id}`);
  return scorePairs(reports.length, (a, b) => found[a] === found[b], (a, b) => reports[a]?.truth === reports[b]?.truth);
}

/** Reports are compared: two are together when they share a statement, and belong together when they are coded as of one origin. */
export function scoreReal(reports: readonly Report[], statements: readonly Statement[]): PairScore {
  const held = new Map(reports.map(({ id }) => [id, new Set<string>()]));
  for (const { id, claims } of statements) for (const claim of claims) held.get(claim.split("#")[0] as string)?.add(id);
  const sets = reports.map(({ id }) => [...(held.get(id) as Set<string>)]);
  const share = (a: number, b: number): boolean => (sets[a] as string[]).some((id) => held.get((reports[b] as Report).id)?.has(id));
  return scorePairs(reports.length, share, (a, b) => reports[a]?.origin_group === reports[b]?.origin_group);
}
