import type { Block, Brief, Reference, Sentence } from "../../claims/index.ts";
import { plain } from "../segments.ts";
import { LEGEND, outletAndDate, rowDate, subtitleOf, titleOf } from "./common.ts";

/** Lines are broken by whoever knows the width and the signs of the terminal. */
export interface TextLook {
  wrap: (text: string, width: number) => string[];
  width: number;
  bold: (text: string) => string;
  dim: (text: string) => string;
}

const sentences = (all: readonly Sentence[]): string => all.map(plain).join(" ");

function laid(text: string, first: string, { wrap, width }: TextLook): string[] {
  const margin = " ".repeat(first.length);
  return wrap(text, width - first.length).map((line, i) => `${i === 0 ? first : margin}${line}`);
}

const block = ({ kind, sentences: all }: Block, look: TextLook): string[] => laid(sentences(all), kind === "point" ? "  - " : "", look);

function reference({ number, outlet, published, title, url, quotation, isDigest, relays }: Reference, digits: number, look: TextLook): string[] {
  const label = `[${number}]`.padStart(digits + 2);
  const facts = [outletAndDate({ outlet, published }), title, url].filter((fact) => fact !== null).join(", ");
  const also = relays.length === 0 ? "" : ` Also in: ${relays.map((relay) => [outletAndDate(relay), relay.url].filter((fact) => fact !== null).join(", ")).join("; ")}.`;
  return laid(`${facts}: “${quotation.text.replace(/\s+/g, " ")}”${isDigest ? " (the digest's words)" : ""}.${also}`, `${label} `, look);
}

/** A brief as plain text that survives being pasted into a mail. */
export function toText(brief: Brief, look: TextLook): string {
  const { headline, notes, sections, references, table } = brief;
  const digits = String(references.length).length;
  const heading = (title: string): string[] => ["", look.bold(title), ""];
  const row = ({ asOf, said, source, says, reliability, credibility, reference: number }: (typeof table)[number]): string[] =>
    laid(`${rowDate({ asOf, said })}: ${source} ${plain(says)}, ${reliability}${credibility} [${number}]`, "  ", look);
  const lines = [
    look.bold(titleOf(brief)), ...laid(subtitleOf(brief), "", look).map(look.dim), "",
    ...laid(sentences(headline), "", look), ...(notes.length === 0 ? [] : ["", ...laid(sentences(notes), "", look)]),
    ...sections.flatMap(({ title, blocks }) => [...heading(title), ...blocks.flatMap((one) => block(one, look))]),
    ...heading("Claims"), ...table.flatMap(row),
    ...heading("References"), ...references.flatMap((one) => reference(one, digits, look)),
    ...heading("How to read this"), ...LEGEND.flatMap((line) => laid(line, "  - ", look)),
  ];
  return `${lines.join("\n")}\n`;
}

/** Without a terminal: each paragraph one line. */
export const UNWRAPPED: TextLook = { wrap: (text) => [text], width: Infinity, bold: (text) => text, dim: (text) => text };
