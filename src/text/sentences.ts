import type { Token } from "./tokens.ts";

/** A run of tokens, `to` exclusive. */
export interface TokenRange {
  from: number;
  to: number;
}

const ENDS = new Set([".", "!", "?", "…", "..", "...", "...."]);
const CLOSERS = new Set(["\"", "”", "’", "'", "»", ")", "]", "“"]);
const OPENERS = new Set(["\"", "“", "„", "‘", "'", "«", "(", "[", "-", "–", "—", "•", "❗", "✍"]);

// Nobody writes such a sentence; a text without full stops is cut there, so that work per sentence stays bounded.
const MAX_TOKENS = 250;

/**
 * Splits the tokens of one paragraph into sentences. A sentence ends at a full stop, exclamation or question
 * mark with what closes after it, when white space and a capital, a digit or an opening mark follow.
 */
export function sentencesOf(tokens: readonly Token[], paragraph: TokenRange): TokenRange[] {
  const sentences: TokenRange[] = [];
  let from = paragraph.from;
  for (let i = paragraph.from; i < paragraph.to; i++) {
    if (i - from >= MAX_TOKENS) {
      sentences.push({ from, to: i });
      from = i;
    }
    if (tokens[i]?.kind !== "mark" || !ENDS.has(tokens[i]?.lower ?? "") || isInitial(tokens, i)) continue;
    let to = i + 1;
    while (to < paragraph.to && closes(tokens, to)) to++;
    const next = tokens[to];
    if (to < paragraph.to && next !== undefined && !opens(next)) continue;
    sentences.push({ from, to });
    from = to;
    i = to - 1;
  }
  if (from < paragraph.to) sentences.push({ from, to: paragraph.to });
  return sentences;
}

// The stop of "George W. Bush", "D. Miller said": one capital letter, which is no pronoun, and a name behind it.
function isInitial(tokens: readonly Token[], stop: number): boolean {
  const [letter, next] = [tokens[stop - 1], tokens[stop + 1]];
  if (letter === undefined || letter.kind !== "word" || letter.end - letter.start !== 1 || !letter.capital || letter.lower === "i" || tokens[stop]?.gap === true) return false;
  return next !== undefined && next.kind === "word" && next.capital && !next.shouted;
}

// A closing mark stands directly after what it closes; a straight quote after a gap opens the next sentence.
function closes(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token !== undefined && !token.gap && CLOSERS.has(token.lower);
}

function opens(next: Token): boolean {
  return next.gap && (next.capital || next.kind === "number" || OPENERS.has(next.lower) || /^\p{Extended_Pictographic}/u.test(next.lower));
}
