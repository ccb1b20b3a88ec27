import { readGold } from "../eval/read-gold.ts";
import { Scorer } from "../eval/score.ts";
import { IssueReporter, tryReading } from "./documents.ts";
import type { EvalOptions } from "./eval.ts";
import { write } from "./output.ts";
import { formatScore } from "./score-text.ts";
import { Progress } from "./terminal.ts";

/** Reads the texts of a gold file with our reader and prints how its claims compare with the gold's. */
export async function runEval(input: string, options: EvalOptions): Promise<void> {
  const issues = new IssueReporter();
  const progress = new Progress();
  const scorer = new Scorer(options.misses);
  for await (const item of readGold(input, process.stdin)) {
    if (item.kind === "issue") {
      issues.report(item.issue);
      continue;
    }
    const { gold, ...place } = item;
    const reading = await tryReading({ ...place, document: gold.document }, {}, issues);
    scorer.add(gold, reading === null ? null : reading.claims);
    progress.step();
  }
  progress.finish();
  issues.finish();
  const score = scorer.score();
  // A file that could not be opened has no figures.
  if (score.documents === 0) return;
  await write(options.json === true ? `${JSON.stringify(score)}\n` : formatScore(score));
  for (const miss of scorer.misses) await write(`${JSON.stringify(miss)}\n`);
}
