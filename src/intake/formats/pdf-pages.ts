import { IntakeError } from "../issue.ts";
import { LIMITS } from "../limits.ts";

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

/** What a PDF holds. */
export interface PdfPages {
  /** Of each page its paragraphs, each a list of its lines. */
  pages: string[][][];
  /** Title, author and date as the file says them, which may be anything. */
  title: unknown;
  author: unknown;
  created: unknown;
}

const isText = (item: unknown): item is PdfItem => typeof item === "object" && item !== null && "str" in item;

/** Heights of a line by which lines of one paragraph lie apart, at most. */
const LINE_GAP = 1.7;

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

/**
 * The pages of a PDF, no more of them than a document may be long; pictures and scans are not read.
 *
 * @param bytes  which pdf.js takes away
 * @throws IntakeError TOO_LONG, or what pdf.js throws
 */
export async function pagesOfPdf(bytes: Uint8Array): Promise<PdfPages> {
  const { getDocumentProxy } = await import("unpdf");
  const pdf = (await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0, useSystemFonts: false, disableFontFace: true, stopAtErrors: false })) as unknown as Pdf;
  try {
    if (pdf.numPages > LIMITS.pdfPages) throw new IntakeError("TOO_LONG", `has ${pdf.numPages} pages, over the limit of ${LIMITS.pdfPages}; split it`);
    const pages: string[][][] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages && characters <= LIMITS.documentCharacters; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const paragraphs = paragraphsOf(items.filter(isText));
      pages.push(paragraphs);
      characters += paragraphs.flat().reduce((sum, line) => sum + line.length, 0);
      page.cleanup();
    }
    const info = (await pdf.getMetadata()).info as Record<string, unknown>;
    return { pages, title: info["Title"], author: info["Author"], created: info["CreationDate"] };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
