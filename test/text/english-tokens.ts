import type { Token } from "../../src/text/tokens.ts";
import { tokenise } from "../../src/text/tokens.ts";
import { englishPack } from "../reader/pack.ts";

/** The tokens of a whole text, with the abbreviations and endings of English. */
export const tokensOf = (text: string): Token[] => tokenise(text, { start: 0, end: text.length }, englishPack().tokens);

/** The words that a run of tokens covers, as they stand in the text. */
export const wordsOf = (text: string, tokens: readonly Token[], { from, to }: { from: number; to: number }): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
