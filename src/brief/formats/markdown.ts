import type { Block, Brief, Reference, Row, Segment, Sentence } from "../../claims/index.ts";
import { plainSegment } from "../segments.ts";
import { escapeXml } from "./escape.ts";
import { writeRecord } from "../record.ts";
import { LEGEND, outletAndDate, rowDate, subtitleOf, titleOf } from "./common.ts";

/**
 * Text from outside as Markdown that shows it and does nothing else. Signs of HTML become entities, since not every reader of
 * Markdown heeds a backslash before them.
 */
const escape = (text: string): string =>
  escapeXml(text).replaceAll("&quot;", '"').replaceAll("&#39;", "'").replace(/[\\`*_{}[\]()|~#]/g, "\\$&").replace(/^(\s*)([-+]|\d+[.)])/, "$1\\$2");

function segment(one: Segment): string {
  switch (one.kind) {
    case "text": return one.text;
    case "number": return one.tie.kind === "count" ? one.text : `**${escape(one.text)}**`;
    case "likelihood": return `*${one.text}*`;
    case "reference": return `[\\[${one.number}\\]](#ref-${one.number})`;
    default: return escape(plainSegment(one));
  }
}

const sentence = (one: Sentence): string => one.map(segment).join("");
const block = ({ kind, sentences }: Block): string => `${kind === "point" ? "- " : ""}${sentences.map(sentence).join(" ")}`;

/** Points stand close together; a paragraph stands alone. */
function blocks(all: readonly Block[]): string {
  return all.map((one, i) => `${i === 0 ? "" : one.kind === "point" && all[i - 1]?.kind === "point" ? "\n" : "\n\n"}${block(one)}`).join("");
}

const link = (text: string, url: string | null): string => (url === null ? escape(text) : `[${escape(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`);

function row({ asOf, said, source, says, certainty, place, reliability, credibility, reference, reports, use }: Row): string {
  const cells = [
    escape(rowDate({ asOf, said })), escape(source), says.map(segment).join(""), escape(place ?? "–"), certainty, `${reliability}${credibility}`, String(reports.length), escape(use), segment({ kind: "reference", number: reference }),
  ];
  return `| ${cells.join(" | ")} |`;
}

function reference(one: Reference): string {
  const { number, title, url, quotation, relays, document } = one;
  const head = `<a id="ref-${number}"></a>**[${number}]** ${link(title ?? outletAndDate(one), url)}${title === null ? "" : `, ${escape(outletAndDate(one))}`}`;
  const also = relays.length === 0 ? "" : `\n  Also in: ${relays.map((relay) => link(outletAndDate(relay), relay.url)).join("; ")}.`;
  return `- ${head}: “${escape(quotation.text.replace(/\s+/g, " "))}”${one.isDigest ? " (the digest's words)" : ""} \`${document.slice(0, 16)}\`${also}`;
}

/**
 * A brief as Markdown (CommonMark with tables), with its record in a comment at the end.
 *
 * @param chart  an image of the chart, as an address; none where null
 */
export function toMarkdown(brief: Brief, chart: string | null = null): string {
  const { headline, notes, sections, table, sources, references } = brief;
  const parts = [
    `# ${escape(titleOf(brief))}`, `*${escape(subtitleOf(brief))}*`, headline.map((one, i) => (i === 0 ? `**${one.map((part) => (part.kind === "text" ? part.text : escape(plainSegment(part)))).join("")}**` : sentence(one))).join(" "),
    ...(notes.length === 0 ? [] : [`> ${notes.map(sentence).join(" ")}`]),
    ...(chart === null ? [] : [`![${escape(titleOf(brief))}](${chart})`]),
    ...sections.flatMap(({ title, blocks: all }) => [`## ${escape(title)}`, blocks(all)]),
    "## Claims", ["| As of | Who | Says | Where | How firmly | Grade | Reports | In the estimate | |", "|---|---|---|---|---|---|---|---|---|", ...table.map(row)].join("\n"),
    "## Sources", ["| Source | Reliability | Statements | Record (a hint, no grade) |", "|---|---|---|---|", ...sources.map(({ source, reliability, isGraded, statements, record }) => `| ${escape(source)} | ${reliability}${isGraded ? "" : " (not graded)"} | ${statements.length} | ${record.map(segment).join("")} |`)].join("\n"),
    "## References", references.map(reference).join("\n"),
    "## How to read this", LEGEND.map((line) => `- ${escape(line)}`).join("\n"),
    writeRecord(brief.leanedOn),
  ];
  return `${parts.join("\n\n")}\n`;
}
