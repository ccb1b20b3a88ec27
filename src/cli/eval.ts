import { Command } from "commander";
import { wholeNumber } from "./options.ts";

export interface EvalOptions {
  misses: number;
  json?: boolean;
}

const EXAMPLES = `
Examples:
  $ muster eval gold.jsonl
  $ muster eval gold.jsonl --misses 40
  $ muster eval gold.jsonl --json

A gold file is JSON Lines: documents as in "muster read", each with "claims", a list of what a careful reader finds.
A claim counts as matched when kind and words agree; "number" also wants the quantity right, "headline" also force,
country, source and polarity, "full" also certainty, reality and as-of date.
`;

/** `muster eval`: how well the reader does on documents whose claims are known. */
export const evalCommand = (): Command =>
  new Command("eval")
    .description("score the reader on documents whose claims are known")
    .argument("<gold>", "a JSON Lines file of documents with their claims, or - for standard input")
    .option("-m, --misses <n>", "also print the first n misses, a line of JSON each", wholeNumber(0), 0)
    .option("--json", "print the figures as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (gold: string, options: EvalOptions) => (await import("./run-eval.ts")).runEval(gold, options));
