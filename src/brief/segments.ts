import type { Block, Confidence, Credibility, Reliability, Segment, Sentence, Tie } from "../claims/index.ts";
import { likelihoodWord } from "../estimate/likelihood-words.ts";
import { writeDate } from "./dates.ts";
import { writeMen, writePercent, writeSmall } from "./numbers.ts";

type Part = string | Segment | readonly Segment[] | null;

/** Segments out of words and pieces: `say\`${who} put it at ${number}\``. Neighbouring words become one segment. */
export function say(words: TemplateStringsArray, ...parts: readonly Part[]): Segment[] {
  const segments: Segment[] = [];
  for (const [i, word] of words.entries()) {
    for (const segment of [toSegments(word), toSegments(parts[i] ?? null)].flat()) push(segments, segment);
  }
  return segments;
}

function toSegments(part: Part): readonly Segment[] {
  if (part === null || part === "") return [];
  if (typeof part === "string") return [{ kind: "text", text: part }];
  return Array.isArray(part) ? part : [part as Segment];
}

function push(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  if (segment.kind === "text" && last?.kind === "text") segments[segments.length - 1] = { kind: "text", text: last.text + segment.text };
  else segments.push(segment);
}

const isSegment = (part: Part): part is Segment => part !== null && typeof part === "object" && !Array.isArray(part);

/** Pieces with something between them: "a, b and c". */
export function list(items: readonly (Segment | readonly Segment[])[], last = " and "): Segment[] {
  const segments: Segment[] = [];
  for (const [i, item] of items.entries()) {
    const between = i === 0 ? "" : i === items.length - 1 ? last : ", ";
    for (const segment of say`${between}${isSegment(item) ? item : [...item]}`) push(segments, segment);
  }
  return segments;
}

export const number = (text: string, tie: Tie): Segment => ({ kind: "number", text, tie });
/** A number of people out of the estimate, in two significant digits. */
export const men = (value: number, path: string): Segment => number(writeMen(value), { kind: "estimate", path });
export const percent = (share: number, path: string): Segment => number(writePercent(share), { kind: "estimate", path });
export const days = (value: number, path: string): Segment => number(writeSmall(value), { kind: "estimate", path });
/** How many things there are, in words up to ten. */
export const count = (of: readonly string[]): Segment => number(writeSmall(of.length), { kind: "count", of: [...of] });
export const likelihood = (probability: number, path: string | null): Segment => ({ kind: "likelihood", text: likelihoodWord(probability), probability, path });

/** A likelihood before what it is of, whatever its word: "it is likely that", "there is almost no chance that". */
export function itIs(probability: number, path: string): Segment[] {
  const word = likelihood(probability, path);
  if (word.kind !== "likelihood" || !word.text.endsWith("chance")) return say`it is ${word} that`;
  return say`there is ${word.text.startsWith("roughly") ? "a " : ""}${word} that`;
}

export const confidence = (text: Confidence): Segment => ({ kind: "confidence", text });
export const date = (edtf: string, year = ""): Segment => ({ kind: "date", text: writeDate(edtf, year), date: edtf });
export const name = (text: string): Segment => ({ kind: "name", text });
export const term = (text: string): Segment => ({ kind: "term", text });
export const reference = (of: number): Segment => ({ kind: "reference", number: of });
export const grade = (reliability: Reliability, credibility: Credibility): Segment => ({ kind: "grade", reliability, credibility });

/** What a segment looks like where there are neither links nor marks. White space of a quotation is evened. */
export function plainSegment(segment: Segment): string {
  switch (segment.kind) {
    case "quotation": return `“${segment.text.replace(/\s+/g, " ")}${segment.cut ? " …" : ""}”`;
    case "reference": return `[${segment.number}]`;
    case "grade": return `${segment.reliability}${segment.credibility}`;
    default: return segment.text;
  }
}

export const plain = (sentence: Sentence): string => sentence.map(plainSegment).join("");

/** A sentence with a capital at its beginning, where it begins with words of ours. */
export function capital(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence;
  if (first === undefined || (first.kind !== "text" && first.kind !== "number" && first.kind !== "name" && first.kind !== "likelihood")) return sentence;
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) } as typeof first, ...rest];
}

export const paragraph = (...sentences: Sentence[]): Block => ({ kind: "paragraph", sentences });
export const point = (...sentences: Sentence[]): Block => ({ kind: "point", sentences });
