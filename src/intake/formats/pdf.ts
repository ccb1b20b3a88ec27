import { IntakeError } from "../issue.ts";
import type { Envelope } from "../envelope.ts";
import { LIMITS } from "../limits.ts";
import { makeFrom, type Made } from "../made.ts";
import { parsePublished } from "../published.ts";

/** The few members of a piece of text on a page that we read. */
interface PdfItem {
  str: string;
  hasEOL: boolean;
  height: number;
  transform: readonly number[];
}

/** And of a document and its pages. */
interface PdfPage {
  getTextContent: () => Promise<{ items: unknown[] }>;
  cleanup: () => void;
}

interface Pdf {
  numPages: number;
  getPage: (number: number) => Promise<PdfPage>;
  getMetadata: () => Promise<{ info: unknown }>;
  loadingTask: { destroy: () => Promise<void> };
}

const isText = (item: unknown): item is PdfItem => typeof item === "object" && item !== null && "str" in item;

/** Heights of a line by which lines of one paragraph lie apart, at most. */
const LINE_GAP = 1.7;

/** The paragraphs of one page, each a list of its lines. */
function paragraphsOf(items: readonly PdfItem[]): string[][] {
  const paragraphs: string[][] = [];
  let [lines, line]: [string[], string] = [[], ""];
  let [last, height] = [Number.NaN, 0];
  const endLine = (): void => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  for (const item of items) {
    const y = item.transform[5] ?? 0;
    if (line === "" && lines.length > 0 && Math.abs(last - y) > LINE_GAP * Math.max(height, item.height, 1)) {
      paragraphs.push(lines);
      lines = [];
    }
    line += item.str;
    if (item.str.trim() !== "") [last, height] = [y, item.height];
    if (item.hasEOL) endLine();
  }
  endLine();
  return lines.length === 0 ? paragraphs : [...paragraphs, lines];
}

/** The words of a document, in small letters, by which a word that a line end cut is told from one with a hyphen. */
const wordsOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.toLowerCase().match(/[\p{L}-]+/gu) ?? []));

function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    const rest = /^\p{Ll}+/u.exec(line);
    if (text === "") return line;
    if (!text.endsWith("-") || rest === null) return `${text} ${line}`;
    const cut = text.slice(text.lastIndexOf(" ") + 1);
    return words.has(`${cut}${rest[0]}`.toLowerCase()) ? text + line : text.slice(0, -1) + line;
  }, "");
}

/** `D:20231101120000Z` as a date; null for what is none. */
function pdfDate(value: unknown): string | null {
  const match = typeof value === "string" ? /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(value) : null;
  return match === null ? null : parsePublished(`${match[1]}-${match[2]}-${match[3]}`);
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value.replace(/\s+/g, " ").trim().slice(0, LIMITS.metadataCharacters) || null : null);

const REFUSALS: Readonly<Record<string, string>> = {
  PasswordException: "is locked by a password; save it without one",
  InvalidPDFException: "is a broken PDF; have it again",
};

function refusal(error: unknown): IntakeError {
  if (error instanceof IntakeError) return error;
  const name = error instanceof Error ? error.name : "";
  return new IntakeError("BAD_PDF", REFUSALS[name] ?? "cannot be read as a PDF; save its text instead", { cause: error });
}

async function within<T>(work: Promise<T>, deadline: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new IntakeError("TOO_SLOW", `takes over ${LIMITS.pdfMs / 1000} s to read as a PDF; save its text instead`)), Math.max(0, deadline - performance.now()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The text of a PDF, page after page, a blank line between paragraphs and pages; pictures and scans are not read. Where each
 * page begins is kept in the provenance. Its own date is the one that it was made on.
 *
 * @throws IntakeError BAD_PDF, TOO_LONG, TOO_SLOW, EMPTY for a scan
 */
export async function documentOfPdf(bytes: Uint8Array, envelope: Envelope): Promise<Made> {
  const { getDocumentProxy } = await import("unpdf");
  const deadline = performance.now() + LIMITS.pdfMs;
  let task: { destroy: () => Promise<void> } | null = null;
  try {
    // pdf.js takes its bytes away, so it is given its own.
    const options = { isEvalSupported: false, verbosity: 0, useSystemFonts: false, disableFontFace: true, stopAtErrors: false };
    const pdf = (await within(getDocumentProxy(Uint8Array.from(bytes), options), deadline)) as unknown as Pdf;
    task = pdf.loadingTask;
    if (pdf.numPages > LIMITS.pdfPages) throw new IntakeError("TOO_LONG", `has ${pdf.numPages} pages, over the limit of ${LIMITS.pdfPages}; split it`);
    const pages: string[][][] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages && characters <= LIMITS.documentCharacters; number += 1) {
      const page = await within(pdf.getPage(number), deadline);
      const { items } = await within(page.getTextContent(), deadline);
      const paragraphs = paragraphsOf(items.filter(isText));
      pages.push(paragraphs);
      characters += paragraphs.flat().reduce((sum, line) => sum + line.length, 0);
      page.cleanup();
    }
    const info = (await within(pdf.getMetadata(), deadline)).info as Record<string, unknown>;
    const { text, offsets } = layPages(pages);
    if (text.trim() === "") throw new IntakeError("EMPTY", "holds no text, only pictures (a scan?); give it through text recognition (OCR) first");
    const published = pdfDate(info["CreationDate"]);
    return makeFrom(text, bytes, envelope, { metadata: { title: textOf(info["Title"]), author: textOf(info["Author"]), published }, publishedBy: "PDF CreationDate", pages: offsets });
  } catch (error) {
    throw refusal(error);
  } finally {
    await task?.destroy();
  }
}

function layPages(pages: readonly string[][][]): { text: string; offsets: number[] } {
  const words = wordsOf(pages.flat(2));
  const offsets: number[] = [];
  let text = "";
  for (const paragraphs of pages) {
    const page = paragraphs.map((lines) => joinLines(lines, words)).join("\n\n");
    if (text !== "" && page !== "") text += "\n\n";
    offsets.push(text.length);
    text += page;
  }
  return { text, offsets };
}
