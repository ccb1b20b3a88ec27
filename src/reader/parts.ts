import type { Document } from "../claims/index.ts";
import type { LanguagePack } from "../lang/pack.ts";
import { paragraphsOf } from "../text/paragraphs.ts";
import { quotationsOf } from "../text/quotations.ts";
import type { TokenRange } from "../text/sentences.ts";
import { sentencesOf } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";
import { tokenise } from "../text/tokens.ts";
import { listOpeners, openingsOf, OPENS } from "./openings.ts";
import type { Page, Paragraph, Part, Sentence } from "./page.ts";
import { holdersOf } from "./page.ts";

/** The first passes: paragraphs and their parts, tokens, sentences, quotations. */
export function openPage(document: Document, pack: LanguagePack): Page {
  const { text } = document;
  listOpeners(pack);
  const tokens: Token[] = [];
  const ranges: TokenRange[] = [];
  for (const region of paragraphsOf(text)) {
    const from = tokens.length;
    tokenise(text, region, pack.tokens, tokens);
    if (tokens.length > from) ranges.push({ from, to: tokens.length });
  }
  const opens = openingsOf(tokens, pack);
  const paragraphs: Paragraph[] = [];
  let begun = false;
  ranges.forEach((range, index) => {
    const paragraph = partOf({ document, pack, tokens, opens }, range, { index, last: index === ranges.length - 1, begun });
    begun ||= paragraph.part === "body";
    paragraphs.push(paragraph);
  });
  dropLoneLabels(tokens, paragraphs, pack);
  const quotations: TokenRange[] = [];
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    // One by one: a paragraph may hold more quotations than a call takes arguments.
    for (const quotation of quotationsOf(tokens, paragraph)) quotations.push(quotation);
    for (const { from, to } of sentencesOf(tokens, { from: bodyStart(paragraph), to: paragraph.to })) sentences.push({ from, to, paragraph: index, part: paragraph.part });
  });
  const sentenceStarts = new Set(sentences.map((sentence) => sentence.from));
  return {
    document, text, pack, tokens, paragraphs, sentences, quotations, quotationAt: holdersOf(tokens.length, quotations), paragraphAt: holdersOf(tokens.length, paragraphs), opens,
    sentenceStarts, countries: countriesOf(tokens, opens, pack), surnames: surnamesOf(tokens, pack),
  };
}

// The last word of a name behind an office or a rank ("President Gloria Arroyo"), or right before a verb of saying.
function surnamesOf(tokens: readonly Token[], pack: LanguagePack): Set<string> {
  const { sources, states } = pack;
  const surnames = new Set<string>();
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !token.capital || token.kind !== "word" || sources.titles.has(token.lower)) continue;
    const titled = sources.titles.has(tokens[i - 1]?.lower ?? "") || sources.roles.endingAt(tokens, i - 1) !== null;
    let to = i + 1;
    while (to < tokens.length && to - i < 5 && (tokens[to]?.capital === true && tokens[to]?.kind === "word" || isInitialStop(tokens, to))) to++;
    const spoken = sources.verbs.get(tokens[to]?.lower ?? "") === "say" && states.names.at(tokens, i) === null && states.metonyms.at(tokens, i) === null;
    const opens = i === 0 || tokens[i - 1]?.kind === "mark" && tokens[i - 1]?.lower !== ",";
    if (titled || (spoken && !(opens && to - i === 1))) surnames.add(tokens[to - 1]?.lower ?? "");
  }
  return surnames;
}

// The stop in "George W. Bush".
const isInitialStop = (tokens: readonly Token[], i: number): boolean => tokens[i]?.lower === "." && tokens[i - 1]?.lower.length === 1 && tokens[i - 1]?.capital === true;

// A speaker of a transcript speaks more than once; "VERDICT:" and "UPDATE:" are only headings.
function dropLoneLabels(tokens: readonly Token[], paragraphs: Paragraph[], pack: LanguagePack): void {
  const lastWord = (paragraph: Paragraph): string => (paragraph.label === null ? "" : tokens[paragraph.label.to - 2]?.lower ?? "");
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) counts.set(lastWord(paragraph), (counts.get(lastWord(paragraph)) ?? 0) + 1);
  for (const paragraph of paragraphs) {
    const label = paragraph.label;
    if (label === null || label.to - label.from > 2 || (counts.get(lastWord(paragraph)) ?? 0) > 1 || hasRole(tokens, label.from, label.to, pack)) continue;
    paragraph.label = null;
  }
}

function countriesOf(tokens: readonly Token[], opens: Int32Array, pack: LanguagePack): Set<string> {
  const { states } = pack;
  const codes = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.capital !== true || ((opens[i] ?? 0) & OPENS.state) === 0) continue;
    const match = states.names.at(tokens, i) ?? states.adjectives.at(tokens, i) ?? states.people.at(tokens, i) ?? states.metonyms.at(tokens, i);
    if (match !== null && match.value.code !== null) codes.add(match.value.code);
  }
  return codes;
}

const bodyStart = (paragraph: Paragraph): number => paragraph.label?.to ?? paragraph.dateline?.to ?? paragraph.from;

const HEADLINE_MAX = 30;
const SECTION_MAX = 16;

/** Where a paragraph stands: its number, whether it is the last, whether body text came before it. */
interface Standing {
  index: number;
  last: boolean;
  begun: boolean;
}

/** The text in tokens, before it is known what its paragraphs are. */
type Raw = Pick<Page, "document" | "pack" | "tokens" | "opens">;

function partOf(raw: Raw, range: TokenRange, standing: Standing): Paragraph {
  const { tokens, pack } = raw;
  const label = labelOf(tokens, range, pack);
  const part = label !== null ? "body" : markedPart(raw, range) ?? placedPart(tokens, range, standing);
  const dateline = part === "body" && label === null ? datelineOf(tokens, range, pack) : null;
  return { from: range.from, to: range.to, part, label, dateline };
}

const CAPTION_MAX = 60;

// Parts that say what they are.
function markedPart({ document, pack, tokens, opens }: Raw, range: TokenRange): Part | null {
  const { parts } = pack;
  if (parts.caption.at(tokens, range.from) !== null) return "caption";
  if (range.to - range.from < CAPTION_MAX && hasCredit(tokens, opens, range, pack)) return "caption";
  if (parts.standfirst.at(tokens, range.from) !== null) return "standfirst";
  if (parts.correction.at(tokens, range.from) !== null) return "correction";
  if (parts.furniture.at(tokens, range.from) !== null) return "furniture";
  if (document.title !== null && document.text.slice(tokens[range.from]?.start ?? 0, tokens[range.to - 1]?.end ?? 0) === document.title.trim()) return "headline";
  if (range.to - range.from <= 14 && !endsSentence(tokens, range) && parts.byline.at(tokens, range.from) !== null && tokens[range.from + 1]?.capital === true) return "byline";
  return null;
}

function hasCredit(tokens: readonly Token[], opens: Int32Array, range: TokenRange, pack: LanguagePack): boolean {
  for (let i = range.from; i < range.to; i++) if (((opens[i] ?? 0) & OPENS.credit) !== 0 && pack.parts.credit.at(tokens, i, range.to) !== null) return true;
  return false;
}

// Parts known by where they stand: a title has no full stop and something follows it.
function placedPart(tokens: readonly Token[], range: TokenRange, { index, last, begun }: Standing): Part {
  const length = range.to - range.from;
  if (endsSentence(tokens, range) || last) return "body";
  if (index === 0 && length <= HEADLINE_MAX && length >= 3) return "headline";
  if (length <= 4 && isNames(tokens, range)) return "byline";
  if (length > SECTION_MAX || (tokens[range.from]?.capital !== true && tokens[range.from]?.kind !== "number")) return "body";
  return begun ? "section" : "headline";
}

const endsSentence = (tokens: readonly Token[], range: TokenRange): boolean => {
  for (let i = range.to - 1; i >= Math.max(range.from, range.to - 3); i--) {
    const word = tokens[i]?.lower ?? "";
    if (/^[.!?…:;]+$/.test(word)) return true;
    if (!/^["”’'»)\]]$/.test(word)) return false;
  }
  return false;
};

const isNames = (tokens: readonly Token[], range: TokenRange): boolean => {
  for (let i = range.from; i < range.to; i++) if (tokens[i]?.capital !== true) return false;
  return true;
};

const DATELINE_MAX = 14;
const DASHES = new Set(["-", "–", "—", "--"]);

// "BRUSSELS, Dec 6 (Wire) -", "Kiev –", "NEW DELHI:": names and a date before a dash or colon.
function datelineOf(tokens: readonly Token[], range: TokenRange, pack: LanguagePack): TokenRange | null {
  for (let i = range.from; i < Math.min(range.to - 3, range.from + DATELINE_MAX); i++) {
    const token = tokens[i];
    if (token === undefined) return null;
    // "--" is two of them.
    const end = DASHES.has(tokens[i + 1]?.lower ?? "") ? i + 2 : i + 1;
    if (DASHES.has(token.lower) && token.gap && tokens[end]?.gap === true && i > range.from) return { from: range.from, to: end };
    if (token.lower === ":" && i > range.from && allCapitals(tokens, range.from, i)) return { from: range.from, to: i + 1 };
    const filler = token.kind === "number" || [",", "(", ")", "/", "."].includes(token.lower) || (DASHES.has(token.lower) && i > range.from);
    if (!token.capital && !filler) return null;
    if (token.kind === "mark" && pack.grammar.stops.has(token.lower)) return null;
  }
  return null;
}

function allCapitals(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== "word" || token.lower.length < 2 || !token.capital) return false;
  }
  return true;
}

const LABEL_MAX = 14;

// "RYDER:", "Q:", "The Minister for Armed Forces:": who speaks in a transcript.
function labelOf(tokens: readonly Token[], range: TokenRange, pack: LanguagePack): TokenRange | null {
  const { parts, sources, grammar } = pack;
  if (parts.caption.at(tokens, range.from) !== null || parts.standfirst.at(tokens, range.from) !== null || parts.furniture.at(tokens, range.from) !== null || parts.correction.at(tokens, range.from) !== null) return null;
  for (let i = range.from; i < Math.min(range.to, range.from + LABEL_MAX); i++) {
    const token = tokens[i];
    if (token === undefined) return null;
    if (token.lower === ":") {
      if (i === range.from) return null;
      const alone = i === range.to - 1;
      const role = hasRole(tokens, range.from, i, pack);
      const shouted = isShouted(tokens, range.from, i) && (i - range.from === 1 || role || sources.titles.has(tokens[range.from]?.lower ?? ""));
      const introduced = role && tokens[i - 1]?.lower === ")";
      return (alone && role) || shouted || introduced ? { from: range.from, to: i + 1 } : null;
    }
    if (token.kind === "number" || sources.verbs.has(token.lower) || (!token.capital && !grammar.prepositions.has(token.lower) && !["the", ".", "(", ")", ","].includes(token.lower))) return null;
  }
  return null;
}

function hasRole(tokens: readonly Token[], from: number, to: number, pack: LanguagePack): boolean {
  for (let i = from; i < to; i++) if (pack.sources.roles.at(tokens, i) !== null || pack.sources.titles.has(tokens[i]?.lower ?? "")) return true;
  return false;
}

function isShouted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.kind === "word" && tokens[i]?.shouted !== true) return false;
  return true;
}
