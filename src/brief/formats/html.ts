import type { Block, Brief, Reference, Row, Segment, Sentence } from "../../claims/index.ts";
import { toSvg } from "../chart/svg.ts";
import { writeDate } from "../dates.ts";
import { writeRecord } from "../record.ts";
import { plainSegment } from "../segments.ts";
import { CHARTS, estimateRows, LEGEND, outletAndDate, rowDate, scenesOf, subtitleOf, titleOf } from "./common.ts";
import { escapeXml } from "./escape.ts";
import { PAGE_STYLE } from "./html-style.ts";

/** Where each claim's words stand on the page. */
type References = ReadonlyMap<string, Reference>;

const evened = (words: string): string => escapeXml(words.replace(/\s+/g, " "));

/** A number of a claim opens its quote; one of the estimate, the chart. */
function numberLink({ text, tie }: Extract<Segment, { kind: "number" }>, references: References): string {
  if (tie.kind === "count") return escapeXml(text);
  if (tie.kind !== "claim") return `<a class="number" href="#chart">${escapeXml(text)}</a>`;
  const found = references.get(tie.claim);
  if (found === undefined) return escapeXml(text);
  return `<a class="number" href="#ref-${found.number}" title="${evened(`“${found.quotation.text}”`)}">${escapeXml(text)}</a>`;
}

function segment(one: Segment, references: References): string {
  switch (one.kind) {
    case "number": return numberLink(one, references);
    case "likelihood": return `<span class="likelihood">${escapeXml(one.text)}</span>`;
    case "quotation": return `<q>${evened(one.text)}${one.cut ? " …" : ""}</q>`;
    case "reference": return `<sup class="ref"><a href="#ref-${one.number}" aria-label="Reference ${one.number}">[${one.number}]</a></sup>`;
    case "grade": return `<span class="grade">${plainSegment(one)}</span>`;
    default: return escapeXml(plainSegment(one));
  }
}

const sentence = (one: Sentence, references: References): string => one.map((part) => segment(part, references)).join("").replaceAll(' <sup class="ref">', '<sup class="ref">');
const sentences = (all: readonly Sentence[], references: References): string => all.map((one) => sentence(one, references)).join(" ");

function blocks(all: readonly Block[], references: References): string {
  const parts: string[] = [];
  for (const [i, { kind, sentences: own }] of all.entries()) {
    const [before, after] = [all[i - 1]?.kind, all[i + 1]?.kind];
    if (kind === "point") parts.push(`${before === "point" ? "" : "<ul>\n"}<li>${sentences(own, references)}</li>${after === "point" ? "" : "\n</ul>"}`);
    else parts.push(`<p>${sentences(own, references)}</p>`);
  }
  return parts.join("\n");
}

function chart(brief: Brief): string {
  const scenes = scenesOf(brief).map((scene, i) => {
    const { name, scale } = CHARTS[i] as (typeof CHARTS)[number];
    return `<div class="${name} ${scale}">${toSvg(scene, { id: `${name}-${scale}`, isAlone: false, isLinked: true })}</div>`;
  });
  const choice = brief.estimate === null ? "" : `<fieldset class="switch"><legend>Scale</legend><label><input type="radio" name="scale" id="scale-linear" checked> linear</label><label><input type="radio" name="scale" id="scale-log"> logarithmic</label></fieldset>\n`;
  return `<figure id="chart" aria-label="Chart">\n${choice}${scenes.join("\n")}\n${estimateTable(brief)}\n</figure>`;
}

function estimateTable(brief: Brief): string {
  if (brief.estimate === null) return "";
  const row = ([day, ...figures]: readonly string[]): string => `<tr><th scope="row">${day}</th>${figures.map((figure) => `<td class="figure">${figure}</td>`).join("")}</tr>`;
  return `<details><summary>The estimate as a table</summary><div class="scroll"><table>\n<thead><tr><th scope="col">Day</th><th scope="col" class="figure">Middle</th><th scope="col" class="figure">50 % band</th><th scope="col" class="figure">90 % band</th></tr></thead>\n<tbody>${estimateRows(brief).map(row).join("\n")}</tbody></table></div></details>`;
}

function claimsTable({ table }: Brief, references: References): string {
  const row = ({ asOf, said, source, says, certainty, place, reliability, credibility, why, reports, reference, use }: Row): string => {
    const cells = [
      escapeXml(rowDate({ asOf, said })), escapeXml(source), `${sentence(says, references)}${segment({ kind: "reference", number: reference }, references)}`, escapeXml(place ?? "–"), escapeXml(certainty),
      `<span class="grade" title="${escapeXml(why.map(plainSegment).join(""))}">${reliability}${credibility}</span>`, String(reports.length), escapeXml(use),
    ];
    return `<tr>${cells.map((cell, i) => `<td${i === 6 ? ' class="figure"' : i === 0 ? ' class="date"' : ""}>${cell}</td>`).join("")}</tr>`;
  };
  const heads = ["As of", "Who", "Says", "Where", "How firmly", "Grade", "Reports", "In the estimate"];
  return `<div class="scroll" tabindex="0" role="region" aria-label="Claims"><table>\n<thead><tr>${heads.map((head, i) => `<th scope="col"${i === 6 ? ' class="figure"' : ""}>${head}</th>`).join("")}</tr></thead>\n<tbody>${table.map(row).join("\n")}</tbody></table></div>`;
}

function sourcesTable({ sources }: Brief, references: References): string {
  const row = ({ source, reliability, isGraded, statements, record }: Brief["sources"][number]): string =>
    `<tr><td>${escapeXml(source)}</td><td><span class="grade">${reliability}</span>${isGraded ? "" : " not graded"}</td><td class="figure">${statements.length}</td><td>${sentence(record, references)}</td></tr>`;
  return `<div class="scroll"><table>\n<thead><tr><th scope="col">Source</th><th scope="col">Reliability</th><th scope="col" class="figure">Statements</th><th scope="col">Record: a hint, no grade</th></tr></thead>\n<tbody>${sources.map(row).join("\n")}</tbody></table></div>`;
}

const link = (text: string, url: string | null): string => (url === null ? escapeXml(text) : `<a href="${escapeXml(url)}" rel="noopener noreferrer">${escapeXml(text)}</a>`);
function reference(one: Reference): string {
  const { number, title, url, quotation, isDigest, relays, document } = one;
  const head = title === null ? link(outletAndDate(one), url) : `${link(title, url)}, ${escapeXml(outletAndDate(one))}`;
  const also = relays.length === 0 ? "" : `<div>Also in: ${relays.map((relay) => link(outletAndDate(relay), relay.url)).join("; ")}.</div>`;
  return `<li id="ref-${number}" value="${number}">${head}<q>${evened(quotation.text)}</q>${isDigest ? "<div>The words are the digest's, and not the outlet's.</div>" : ""}${also}<div class="hash">SHA-256 ${document}</div></li>`;
}

/** A brief as one HTML file: no script, nothing from elsewhere, to read on a screen, light or dark, and to print. */
export function toHtml(brief: Brief): string {
  const references: References = new Map(brief.references.flatMap((one) => one.claims.map((claim) => [claim, one] as const)));
  const [lead, ...rest] = brief.headline as [Sentence, ...Sentence[]];
  const [known, ...sections] = brief.sections;
  const section = ({ id, title, blocks: all }: Brief["sections"][number]): string => `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeXml(title)}</h2>\n${blocks(all, references)}\n</section>`;
  const title = escapeXml(titleOf(brief));
  return `${[
    `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">\n<meta name="referrer" content="no-referrer">`,
    `<title>${title}, ${writeDate(brief.asOf)}</title>\n<style>${PAGE_STYLE}</style>\n</head>\n<body>\n<main>`,
    `<header>\n<h1>${title}</h1>\n<p class="lead">${sentence(lead, references)}</p>\n<p>${sentences(rest, references)}</p>\n<p class="meta">${escapeXml(subtitleOf(brief))}</p>\n</header>`,
    ...(brief.notes.length === 0 ? [] : [`<p class="note">${sentences(brief.notes, references)}</p>`]),
    ...(brief.marks.length === 0 ? [] : [chart(brief)]),
    ...(known === undefined ? [] : [section(known)]), ...sections.map(section),
    `<h2>Claims</h2>\n${claimsTable(brief, references)}`,
    `<h2>Sources</h2>\n${sourcesTable(brief, references)}`,
    `<h2>References</h2>\n<ol class="refs">\n${brief.references.map(reference).join("\n")}\n</ol>`,
    `<h2>How to read this</h2>\n<ul class="legend">${LEGEND.map((line) => `<li>${escapeXml(line)}</li>`).join("\n")}</ul>`,
    `</main>\n${writeRecord(brief.leanedOn)}\n</body>\n</html>`,
  ].join("\n")}\n`;
}
