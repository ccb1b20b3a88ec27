import { writeDate } from "../dates.ts";
import type { Brief, Segment } from "../../claims/index.ts";
import type { Scene } from "../chart/scene.ts";
import { estimateRows, LEGEND, outletAndDate, rowDate, scenesOf, subtitleOf, titleOf } from "../formats/common.ts";
import { plainSegment } from "../segments.ts";
import { fault, type Fault } from "./fault.ts";
import { digitsIn, hasQuotationMarks, likelihoodsIn, speaksOfConfidence } from "./words.ts";

export type RenderedFormat = "md" | "html" | "text";

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** A text without all that stands between two marks, these included; what is never closed goes to the end. */
function without(text: string, open: string, close: string, instead = " "): string {
  let kept = "";
  for (let from = 0; ; ) {
    const start = text.indexOf(open, from);
    if (start < 0) return kept + text.slice(from);
    const end = text.indexOf(close, start + open.length);
    kept += text.slice(from, start) + instead;
    if (end < 0) return kept;
    from = end + close.length;
  }
}

/** What a reader of each format sees, without mark-up. */
const VISIBLE: Readonly<Record<RenderedFormat, (output: string) => string>> = {
  text: (output) => output,
  // In Markdown an address stands between `](` and `)`; brackets of others' words are escaped.
  md: (output) => without(without(without(without(output, "<!--", "-->"), '<a id="', "</a>"), "](<", ">)", "]"), "](", ")", "]").replace(/\\([\\`*_{}[\]()|~#+.-])/g, "$1").replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] as string),
  html: (output) => without(without(without(output, "<style>", "</style>"), "<!--", "-->").replaceAll("<q>", " “").replaceAll("</q>", "” "), "<", ">").replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] as string),
};

/** One blank for all that renderers make blank. */
const evened = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd").replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\s]+/gu, " ").trim();

const segmentsOf = ({ headline, notes, sections, table, sources }: Brief): Segment[] => [
  ...headline, ...notes, ...sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences)), ...table.flatMap(({ says, why }) => [says, why]), ...sources.map(({ record }) => record),
].flat();

/** Words of others, which may hold anything. */
function foreignOf(brief: Brief, segments: readonly Segment[], scenes: readonly Scene[]): string[] {
  const documents = brief.references.flatMap((one) => [one, ...one.relays].flatMap(({ outlet, url }) => [outlet, url]));
  const quotes = [...segments.filter(({ kind }) => kind === "quotation").map(plainSegment), ...brief.references.map(({ quotation }) => `“${evened(quotation.text)}”`)];
  const names = segments.flatMap((segment) => (segment.kind === "name" ? [segment.text] : []));
  const all = [...quotes, ...documents, ...names, ...brief.references.map(({ title }) => title), ...brief.table.flatMap(({ source, place }) => [source, place]), ...brief.sources.map(({ source }) => source), ...scenes.flatMap(({ legend }) => legend.map(({ series }) => series.source)), brief.situation.force, brief.situation.place];
  return [...new Set(all.flatMap((text) => (text === null ? [] : [evened(text)])))].filter((text) => text !== "").sort((a, b) => b.length - a.length);
}

const textsOfScene = ({ title, subtitle, description, x, y, end, lanes, marks, key }: Scene): string[] => [
  title, subtitle, description, ...[...x.ticks, ...y.ticks].flatMap(({ label, below }) => [label, below ?? ""]), end?.label ?? "", end?.range ?? "",
  ...lanes.map(({ label }) => label), ...marks.flatMap(({ title: tip, label }) => [tip, label?.text ?? ""]), ...key.map(({ text }) => text),
];

/** Everything of ours that a format may show besides the sentences. */
function framesOf(brief: Brief, scenes: readonly Scene[]): string[] {
  const { references, table, sources, asOf, leanedOn } = brief;
  return [
    titleOf(brief), subtitleOf(brief), writeDate(asOf), ...LEGEND, ...scenes.flatMap(textsOfScene), ...estimateRows(brief).flat(), "50 % 90 %", "SHA-256",
    ...references.flatMap((one) => [`[${one.number}]`, one.document, one.document.slice(0, 16), ...[one, ...one.relays].map(outletAndDate)]),
    ...table.flatMap((row) => [rowDate(row), String(row.reports.length), `${row.reliability}${row.credibility}`, row.use]), ...sources.map(({ statements }) => String(statements.length)), leanedOn.situation,
  ];
}

const counted = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

function aroundMark(text: string): string {
  const at = text.search(/["“”„«»‹›]/u);
  return text.slice(Math.max(0, at - 40), at + 60);
}

/**
 * What a format made of a brief, held against the brief: a number that is in none of its sentences, tables, references or
 * scales, a word for a likelihood more than the sentences have, or one beside a level of confidence, and quotation marks
 * around words that are no quotation.
 */
export function lintRendered(brief: Brief, output: string, format: RenderedFormat): Fault[] {
  const segments = segmentsOf(brief);
  const scenes = format === "html" ? scenesOf(brief) : [];
  const ours = foreignOf(brief, segments, scenes).reduce((text, foreign) => text.replaceAll(foreign, " "), evened(VISIBLE[format](output)));
  const sentences = segments.filter(({ kind }) => kind !== "quotation" && kind !== "name").map(plainSegment);
  const known = new Set([...segments.map(plainSegment), ...framesOf(brief, scenes)].flatMap(digitsIn));
  const stray = digitsIn(ours).filter((digits) => !known.has(digits));
  const allowed = counted(likelihoodsIn([...sentences, ...LEGEND].join(" | ")));
  const surplus = [...counted(likelihoodsIn(ours))].filter(([word, count]) => count > (allowed.get(word) ?? 0));
  const mixed = ours.split(/(?<=[.!?:])\s/).filter((sentence) => likelihoodsIn(sentence).length > 0 && speaksOfConfidence(sentence));
  return [
    ...[...new Set(stray)].map((digits) => fault("number/untied", `the ${format} shows a number that the brief does not have: ${JSON.stringify(digits)}`)),
    ...surplus.map(([word]) => fault("likelihood/untied", `the ${format} says ${JSON.stringify(word)} more often than the brief does`)),
    ...mixed.map((sentence) => fault("likelihood/confidence", `a likelihood and a level of confidence in one sentence: ${JSON.stringify(sentence.slice(0, 200))}`)),
    ...(hasQuotationMarks(ours) ? [fault("quotation/untied", `the ${format} has quotation marks around words that are no quotation: ${JSON.stringify(aroundMark(ours))}`)] : []),
  ];
}
