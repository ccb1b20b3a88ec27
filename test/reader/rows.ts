import { readFileSync, readdirSync } from "node:fs";
import type { Expected } from "./notation.ts";
import { parseExpected } from "./notation.ts";

/** Every table is a Markdown file that a person who reads the language can check; tables/README.md says how. */
export const FOLDER = new URL("tables/", import.meta.url);
// In the table about times a date must be the very one; elsewhere it must agree.
const EXACT_DATES = new Set(["times"]);

export interface Row {
  line: number;
  text: string;
  published: string | null;
  expected: Expected;
  /** The reader is known to get it wrong: the column begins with a question mark. */
  gap: boolean;
}

export const CELLS = /^\| (.+?) \| (.+?) \| (.+?) \|$/;
export const GAP = /^\? /;

export function rowsOf(table: string, lines: readonly string[]): Row[] {
  return lines.flatMap((words, line) => {
    const [, text = "", published = "", expected = ""] = CELLS.exec(words) ?? [];
    if (text === "" || text === "text" || text.startsWith("---")) return [];
    return [{
      line, text: text.replaceAll(" ¶ ", "\n\n"), published: published === "–" ? null : published,
      expected: parseExpected(expected.replace(GAP, ""), EXACT_DATES.has(table)), gap: GAP.test(expected),
    }];
  });
}

export const tableFiles = (): string[] => readdirSync(FOLDER).filter((file) => file.endsWith(".md") && file !== "README.md").sort();

/** The rows of all tables. */
export const allRows = (): Row[] => tableFiles().flatMap((file) => rowsOf(file.replace(/\.md$/, ""), readFileSync(new URL(file, FOLDER), "utf8").split("\n")));
