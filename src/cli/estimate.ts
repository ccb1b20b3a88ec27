import { Command, Option } from "commander";
import { wholeNumber } from "./options.ts";

export interface EstimateOptions {
  format: "json" | "text";
  from?: string;
  to?: string;
  sources?: string;
  force?: string;
  place?: string;
  below?: number;
  color: boolean;
}

const EXAMPLES = `
Examples:
  $ muster read articles/*.txt --format jsonl | muster estimate --format text
  $ muster estimate --from 2023-01-01 --to 2023-11-01 --sources sources.json < claims.jsonl
  $ muster estimate --force Russia --place Belarus --below 1000 < claims.jsonl

Input is JSON Lines: claims, each with an optional "id", "statement" (the same value for claims that are one statement
repeated) and "published"; or documents with their "claims", as muster read prints them. sources.json says how sources
lean: [{"name": "...", "leaning": "neutral"}], or intelligence, media, overstates, understates, unknown.
The bands and what they cannot know: docs/estimate.md.
`;

/** `muster estimate`: claims in, a posterior for each day out. */
export const estimateCommand = (): Command =>
  new Command("estimate")
    .description("put claims together into an estimate for each day")
    .argument("[file]", "a file of claims, or - for standard input", "-")
    .addOption(new Option("-f, --format <format>", "how to print it").choices(["json", "text"]).default("json"))
    .option("--from <date>", "first day (YYYY-MM-DD); the first that the claims speak of, if not given")
    .option("--to <date>", "last day; the last on which a claim was made, if not given")
    .option("-s, --sources <file>", "how sources lean, as JSON")
    .option("--force <name>", "whose force; the one that most claims are about, if not given")
    .option("--place <name>", "where; the place that most claims of the force are about, if not given")
    .option("--below <n>", "also the probability of each day that there are fewer than this", wholeNumber(1))
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, options: EstimateOptions) => (await import("./run-estimate.ts")).runEstimate(file, options));
