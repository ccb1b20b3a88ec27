import type { Span } from "../claims/index.ts";
import type { Spelling } from "./spellings.ts";
import { forgetIfListed, hashOf, hashWith, NO_LETTERS, spellingAt } from "./spellings.ts";
import { idOf, UNLISTED } from "./word-ids.ts";

/** A word, a number or one mark of punctuation. */
export interface Token extends Span {
  kind: "word" | "number" | "mark";
  /** As it stands in the text. */
  text: string;
  /** Lower case, with apostrophes straightened: what lexicons are asked for. */
  lower: string;
  /** Begins with a capital letter. */
  capital: boolean;
  /** All of its letters are capitals. */
  shouted: boolean;
  /** White space stands before it; "24-strong" is three tokens without gaps. */
  gap: boolean;
  /** The number of its `lower` among the words of all lexicons, or `UNLISTED`. */
  id: number;
}

/** What lexicons are asked for at a place; empty outside the text. An array is not asked for what is before its first element: that is slow. */
export const wordAt = (tokens: readonly Token[], i: number): string => (i < 0 ? "" : tokens[i]?.lower ?? "");

/** What a language adds to tokenisation. */
export interface TokenRules {
  /** Lower-case abbreviations that keep their full stop, without it ("gen", "nov"). */
  abbreviations: ReadonlySet<string>;
  /** Lower-case endings split off after an apostrophe ("'s", "'ll"). */
  clitics: ReadonlySet<string>;
  /** Names, in lower case, that count as written with a capital letter however they are written. */
  names: ReadonlySet<string>;
}

// One alternative a kind (number, acronym, word, dots, mark), each of them linear: no two adjacent parts can match the same character.
const TOKEN = /\d+(?:[.,:]\d+)*|(?:\p{Lu}\.){2,}|[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|\.{2,}|[^\s]/gu;

/**
 * Splits a stretch of text into tokens; every character that is not white space belongs to exactly one.
 *
 * @param text   the whole document
 * @param region the stretch to split
 * @param tokens those of the stretches before it, to which these are added
 */
export function tokenise(text: string, region: Span, rules: TokenRules, tokens: Token[] = []): Token[] {
  forgetIfListed();
  let at = region.start;
  while (at < region.end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    // Most tokens are Latin letters alone, which need no pattern to tell.
    let [end, hash] = [at, NO_LETTERS];
    for (let code = text.charCodeAt(end); isLatin(code); code = text.charCodeAt(++end)) hash = hashWith(hash, code);
    if (!endsHere(text, at, end) || end > region.end) {
      end = Math.min(endOf(text, at), region.end);
      hash = hashOf(text, at, end);
    }
    const last = pushWord(tokens, text, at, end, hash, rules);
    if (keepsStop(text, last, rules)) {
      last.end += 1;
      last.text += ".";
      last.lower += ".";
      last.id = idOf(last.lower);
    }
    at = last.end;
  }
  return tokens;
}

const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || (code > 127 && SPACE.test(String.fromCharCode(code)));
const SPACE = /\s/;
const APOSTROPHE = 39;
const STOP = 46;

// Whether the Latin letters that begin at `at` are a whole token: no other letter, no apostrophe and no "U.S." goes on with them.
function endsHere(text: string, at: number, end: number): boolean {
  const next = end < text.length ? text.charCodeAt(end) : 0;
  return end > at && next < 128 && next !== APOSTROPHE && !(next === STOP && end === at + 1);
}

// Where the token that begins at `at` ends.
function endOf(text: string, at: number): number {
  TOKEN.lastIndex = at;
  TOKEN.test(text);
  return TOKEN.lastIndex;
}

// One token, or two where a clitic is split off; gives the last one.
function pushWord(tokens: Token[], text: string, start: number, end: number, hash: number, rules: TokenRules): Token {
  const spelling = spellingAt(text, start, end, hash);
  const at = start + spelling.apostrophe;
  if (at > start && rules.clitics.has(`'${text.slice(at + 1, end).toLowerCase()}`)) {
    push(tokens, text, start, at, spellingAt(text, start, at, hashOf(text, start, at)), rules);
    const clitic = push(tokens, text, at, end, spellingAt(text, at, end, hashOf(text, at, end)), rules);
    clitic.kind = "word";
    return clitic;
  }
  return push(tokens, text, start, end, spelling, rules);
}

function push(tokens: Token[], text: string, start: number, end: number, spelling: Spelling, rules: TokenRules): Token {
  const gap = start === 0 || isSpace(text.charCodeAt(start - 1));
  const token: Token = { start, end, kind: spelling.kind, text: spelling.text, lower: spelling.lower, capital: spelling.capital || (spelling.id !== UNLISTED && rules.names.has(spelling.lower)), shouted: spelling.shouted, gap, id: spelling.id };
  tokens.push(token);
  return token;
}

function keepsStop(text: string, token: Token, rules: TokenRules): boolean {
  return text.charCodeAt(token.end) === STOP && token.kind === "word" && rules.abbreviations.has(token.lower);
}
