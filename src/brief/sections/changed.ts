import type { Block, Estimate } from "../../claims/index.ts";
import { newestFirst, statementsOf, type Case } from "../case.ts";
import { date, paragraph, point, reference, say } from "../segments.ts";
import { isMove, type Told } from "../told.ts";
import { appraisal, tell } from "../wording.ts";
import { changeSentence } from "./headline.ts";

const MOST = { changes: 4, moves: 6, references: 6 } as const;

/** Changes of the estimate, the newest first, each with the statements that it is read from. */
function estimated(one: Case, estimate: Estimate): Block[] {
  const all = estimate.changes.map((change, at) => ({ change, at })).toReversed();
  const since = all.filter(({ change }) => change.to >= one.since);
  return (since.length > 0 ? since : all.slice(0, 1)).slice(0, MOST.changes).map(({ change, at }): Block => {
    const behind = statementsOf(one, change.statements as string[]).slice(0, MOST.references).map((told) => reference(told.reference.number));
    const sentence = changeSentence(one, estimate, at);
    return point(...(since.length > 0 ? [] : [say`No change since ${date(one.since, one.year)}; the last was earlier.`]), behind.length === 0 ? sentence : [...sentence.slice(0, -1), ...say` ${behind}.`]);
  });
}

/** What sources said of comings and goings since the day from which changes are told. */
function told(one: Case): Told[] {
  return newestFirst(one.told.filter((told) => isMove(told) && told.claim.polarity === "affirmed" && told.claim.certainty !== "unknown" && (told.heard.days?.to ?? -Infinity) >= one.sinceDay)).slice(0, MOST.moves);
}

export function changedBlocks(one: Case): Block[] {
  const changes = one.estimate === null ? [] : estimated(one, one.estimate);
  const moves = told(one).map((move) => point(tell(move, one), ...appraisal(move, one)));
  if (changes.length + moves.length > 0) return [...changes, ...moves];
  return [paragraph(say`No change has been reported since ${date(one.since, one.year)}, and the estimate shows none.`)];
}
