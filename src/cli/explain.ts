import { Command, Option } from "commander";
import { wholeNumber } from "./options.ts";

export interface ExplainOptions {
  claim?: number;
  format: "text" | "json";
  published?: string;
  lang?: string;
  color: boolean;
}

const EXAMPLES = `
Examples:
  $ muster explain report.txt
  $ muster explain report.txt --claim 2
  $ muster explain report.txt --format json
`;

/** `muster explain`: why each field of a claim is what it is, and what lost. */
export const explainCommand = (): Command =>
  new Command("explain")
    .description("say why each field of each claim in a report is what it is, and what lost")
    .argument("<file>", "a file that holds one document, or - for standard input")
    .option("-c, --claim <n>", "only this claim, counted from 1 as in the table", wholeNumber(1))
    .addOption(new Option("-f, --format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .option("-p, --published <date>", "date of publication (YYYY-MM-DD, YYYY-MM or YYYY), if the document gives none")
    .option("-l, --lang <code>", "read as this language, whatever the document says")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, options: ExplainOptions) => (await import("./run-explain.ts")).runExplain(file, options));
