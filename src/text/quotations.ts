import type { Token } from "./tokens.ts";
import type { TokenRange } from "./sentences.ts";

const PAIRS: ReadonlyMap<string, readonly string[]> = new Map([["“", ["”"]], ["«", ["»"]], ["„", ["“", "”"]], ["‘", ["'"]], ["\"", ["\""]]]);

// What closes them where an editor has mixed straight and curly marks.
const MIXED: ReadonlyMap<string, readonly string[]> = new Map([["“", ["\""]], ["\"", ["”"]]]);
const NONE: readonly string[] = [];

/**
 * Quotation regions of one paragraph, quotation marks included. A quotation that a paragraph opens and does not
 * close runs to its end: newswire repeats the opening mark in the next paragraph.
 */
export function quotationsOf(tokens: readonly Token[], paragraph: TokenRange): TokenRange[] {
  const quotations: TokenRange[] = [];
  // An opening mark without a closing one leaves none for the later marks of its sort either.
  const unclosed = new Set<readonly string[]>();
  let i = paragraph.from;
  while (i < paragraph.to) {
    const closers = opening(tokens, i, paragraph);
    if (closers === null || (unclosed.has(closers) && unclosed.has(MIXED.get(tokens[i]?.lower ?? "") ?? closers))) {
      i++;
      continue;
    }
    let close = -1;
    for (const marks of [closers, MIXED.get(tokens[i]?.lower ?? "") ?? NONE]) {
      if (close >= 0 || unclosed.has(marks)) continue;
      close = closing(tokens, i, paragraph.to, marks);
      if (close < 0) unclosed.add(marks);
    }
    const to = close < 0 ? paragraph.to : close + 1;
    if (close >= 0 || i <= paragraph.from + 1) quotations.push({ from: i, to });
    i = close < 0 && i > paragraph.from + 1 ? i + 1 : to;
  }
  return quotations;
}

function opening(tokens: readonly Token[], i: number, paragraph: TokenRange): readonly string[] | null {
  const token = tokens[i];
  const closers = token?.kind === "mark" ? PAIRS.get(token.lower) : undefined;
  if (token === undefined || closers === undefined) return null;
  // ‘ and " must not touch a word on their left: an apostrophe or a closing mark does.
  const free = token.gap || i === paragraph.from || tokens[i - 1]?.kind === "mark";
  return free ? closers : null;
}

function closing(tokens: readonly Token[], open: number, to: number, closers: readonly string[]): number {
  for (let i = open + 1; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || !closers.includes(token.lower)) continue;
    const next = tokens[i + 1];
    const touchesNext = next !== undefined && i + 1 < to && !next.gap && next.kind !== "mark";
    if (token.lower === "'" ? !touchesNext : !touchesNext || !token.gap) return i;
  }
  return -1;
}
