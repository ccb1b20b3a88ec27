import type { Span } from "../claims/index.ts";

/** A word, a number or one mark of punctuation. */
export interface Token extends Span {
  kind: "word" | "number" | "mark";
  /** Lower case, with apostrophes straightened: what lexicons are asked for. */
  lower: string;
  /** Begins with a capital letter. */
  capital: boolean;
  /** All of its letters are capitals. */
  shouted: boolean;
  /** White space stands before it; "24-strong" is three tokens without gaps. */
  gap: boolean;
}

/** What a language adds to tokenisation. */
export interface TokenRules {
  /** Lower-case abbreviations that keep their full stop ("gen.", "nov."). */
  abbreviations: ReadonlySet<string>;
  /** Lower-case endings split off after an apostrophe ("'s", "'ll"). */
  clitics: ReadonlySet<string>;
}

// One alternative a kind, each of them linear: no two adjacent parts can match the same character.
const TOKEN = /(?<number>\d+(?:[.,:]\d+)*)|(?<acronym>(?:\p{Lu}\.){2,})|(?<word>[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)|(?<dots>\.{2,})|(?<mark>[^\s])/gu;
const MAX_WORD = 60;

/**
 * Splits a stretch of text into tokens; every character that is not white space belongs to exactly one.
 *
 * @param text   the whole document
 * @param region the stretch to split
 */
export function tokenise(text: string, region: Span, rules: TokenRules): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  pattern.lastIndex = region.start;
  for (let match = pattern.exec(text); match !== null && match.index < region.end; match = pattern.exec(text)) {
    const end = Math.min(match.index + match[0].length, region.end);
    const groups = match.groups ?? {};
    if (groups["word"] !== undefined) pushWord(tokens, text, match.index, end, rules);
    else push(tokens, text, match.index, end, groups["number"] !== undefined ? "number" : groups["acronym"] !== undefined ? "word" : "mark");
    const last = tokens.at(-1);
    if (last !== undefined && last.kind === "word" && keepsStop(text, last, rules)) {
      last.end += 1;
      last.lower += ".";
      pattern.lastIndex = last.end;
    }
  }
  return tokens;
}

function push(tokens: Token[], text: string, start: number, end: number, kind: Token["kind"]): void {
  const words = text.slice(start, end);
  const lower = words.length > MAX_WORD ? words : words.toLowerCase().replaceAll(/[’ʼ]/g, "'");
  tokens.push({ start, end, kind, lower, capital: /^\p{Lu}/u.test(words), shouted: /^[\p{Lu}.\d]+$/u.test(words), gap: start === 0 || /\s/.test(text[start - 1] ?? " ") });
}

function pushWord(tokens: Token[], text: string, start: number, end: number, rules: TokenRules): void {
  const words = text.slice(start, end);
  const at = Math.max(words.lastIndexOf("'"), words.lastIndexOf("’"), words.lastIndexOf("ʼ"));
  const ending = at < 0 ? "" : "'" + words.slice(at + 1).toLowerCase();
  if (at > 0 && rules.clitics.has(ending)) {
    push(tokens, text, start, start + at, "word");
    push(tokens, text, start + at, end, "word");
  } else push(tokens, text, start, end, "word");
}

function keepsStop(text: string, token: Token, rules: TokenRules): boolean {
  return text[token.end] === "." && rules.abbreviations.has(`${token.lower}.`);
}
