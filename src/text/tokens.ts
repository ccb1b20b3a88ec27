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

/** What lexicons are asked for at a place; empty outside the text. An array is not asked for what is before its first element: that is slow. */
export const wordAt = (tokens: readonly Token[], i: number): string => (i < 0 ? "" : tokens[i]?.lower ?? "");

/** What a language adds to tokenisation. */
export interface TokenRules {
  /** Lower-case abbreviations that keep their full stop ("gen.", "nov."). */
  abbreviations: ReadonlySet<string>;
  /** Lower-case endings split off after an apostrophe ("'s", "'ll"). */
  clitics: ReadonlySet<string>;
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
  let at = region.start;
  while (at < region.end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const last = pushWord(tokens, text, at, Math.min(endOf(text, at), region.end), rules);
    if (keepsStop(text, last, rules)) {
      last.end += 1;
      last.lower += ".";
    }
    at = last.end;
  }
  return tokens;
}

const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || (code > 127 && SPACE.test(String.fromCharCode(code)));
const APOSTROPHE = 39;
const STOP = 46;

// Where the token that starts at `at` ends. Most are Latin letters alone, which need no pattern to tell.
function endOf(text: string, at: number): number {
  let end = at;
  while (isLatin(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  if (end > at && next < 128 && next !== APOSTROPHE && !(next === STOP && end === at + 1)) return end;
  TOKEN.lastIndex = at;
  TOKEN.test(text);
  return TOKEN.lastIndex;
}

// One token, or two where a clitic is split off; gives the last one.
function pushWord(tokens: Token[], text: string, start: number, end: number, rules: TokenRules): Token {
  const words = text.slice(start, end);
  const spelling = spellingOf(words);
  const at = spelling.apostrophe;
  if (at > 0 && rules.clitics.has(`'${words.slice(at + 1).toLowerCase()}`)) {
    push(tokens, text, start, start + at, spellingOf(words.slice(0, at)));
    return push(tokens, text, start + at, end, { ...spellingOf(words.slice(at)), kind: "word" });
  }
  return push(tokens, text, start, end, spelling);
}

function push(tokens: Token[], text: string, start: number, end: number, { kind, lower, capital, shouted }: Spelling): Token {
  const gap = start === 0 || isSpace(text.charCodeAt(start - 1));
  const token: Token = { start, end, kind, lower, capital, shouted, gap };
  tokens.push(token);
  return token;
}

function keepsStop(text: string, token: Token, rules: TokenRules): boolean {
  return token.kind === "word" && text.charCodeAt(token.end) === STOP && rules.abbreviations.has(`${token.lower}.`);
}

/** What the letters of a token alone tell, wherever it stands. */
interface Spelling extends Pick<Token, "kind" | "lower" | "capital" | "shouted"> {
  /** Where its last apostrophe stands; -1 without one. */
  apostrophe: number;
}

const SPACE = /\s/;
const NUMBER = /^\d/;
const WORD = /^[\p{L}\p{M}]/u;
const CAPITAL = /^\p{Lu}/u;
const SHOUTED = /^[\p{Lu}.\d]+$/u;
const CURLY = /[’ʼ]/g;
const MAX_WORD = 60;

// News says much in few words, so what has been worked out for one is remembered: all but the long ones, since a
// long slice keeps its whole text in memory. Dropped at once beyond a bound, so that endless input cannot fill it.
const remembered = new Map<string, Spelling>();
const LONGEST_REMEMBERED = 12;
const MOST_REMEMBERED = 20_000;

function spellingOf(words: string): Spelling {
  const known = remembered.get(words);
  if (known !== undefined) return known;
  const spelling = spell(words);
  if (words.length > LONGEST_REMEMBERED) return spelling;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(words, spelling);
  return spelling;
}

function spell(words: string): Spelling {
  const kind = NUMBER.test(words) ? "number" : WORD.test(words) ? "word" : "mark";
  const lower = words.length > MAX_WORD ? words : words.toLowerCase().replaceAll(CURLY, "'");
  const apostrophe = Math.max(words.lastIndexOf("'"), words.lastIndexOf("’"), words.lastIndexOf("ʼ"));
  return { kind, lower, capital: CAPITAL.test(words), shouted: SHOUTED.test(words), apostrophe };
}
