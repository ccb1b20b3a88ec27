import { readLines } from "../intake/read-input.ts";
import { goldOf, type GoldDocument } from "./gold.ts";
import type { Issue } from "../intake/issue.ts";
import type { Chunks } from "../intake/chunks.ts";

export type GoldItem = { kind: "gold"; input: string; line: number; gold: GoldDocument } | { kind: "issue"; issue: Issue };

/** The documents of a gold file, one at a time; lines that are none are issues. */
export async function* readGold(input: string, stdin?: Chunks): AsyncGenerator<GoldItem> {
  for await (const item of readLines(input, goldOf, stdin)) {
    if (item.kind === "issue") yield item;
    else yield { kind: "gold", input: item.input, line: item.line, gold: item.value };
  }
}
