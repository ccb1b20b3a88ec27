import { PACKAGE_ROOT } from "../../package-root.ts";
import type { Envelope, IntakeContext } from "../envelope.ts";
import { IntakeError } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { LimitedThread } from "../limited-thread.ts";
import { makeFrom, type Made } from "../made.ts";
import { parsePublished } from "../published.ts";
import type { PdfPages } from "./pdf-pages.ts";

/** What the thread answers: pages, or the error that it met. */
export type PdfAnswer = { pages: PdfPages } | { error: Pick<IntakeError, "code" | "message"> | { name: string; message: string } };

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

const CANNOT = "cannot be read as a PDF; save its text instead";

// A page is read by pdf.js in one go, which nothing in the same thread can end. (The build puts the thread where it is looked for.)
const thread = new LimitedThread<Uint8Array, PdfAnswer>(new URL("dist/intake/formats/pdf-thread.js", PACKAGE_ROOT));

async function pagesOf(bytes: Uint8Array, limitMs: number): Promise<PdfPages> {
  // It is given away, so it is a copy.
  const copy = Uint8Array.from(bytes);
  const answer = await thread.ask(copy, [copy.buffer], limitMs);
  if (answer === "late") throw new IntakeError("TOO_SLOW", `takes over ${limitMs / 1000} s to read as a PDF; save its text instead`);
  if (answer instanceof Error) throw new IntakeError("BAD_PDF", CANNOT, { cause: answer });
  if ("pages" in answer) return answer.pages;
  const { error } = answer;
  throw "code" in error ? new IntakeError(error.code, error.message) : new IntakeError("BAD_PDF", REFUSALS[error.name] ?? CANNOT, { cause: error });
}

/**
 * The text of a PDF, page after page, a blank line between paragraphs and pages; pictures and scans are not read. Where each
 * page begins is kept in the provenance. Its own date is the one that it was made on.
 *
 * @param limitMs  after which it is given up
 * @throws IntakeError BAD_PDF, TOO_LONG, TOO_SLOW, EMPTY for a scan
 */
export async function documentOfPdf(bytes: Uint8Array, envelope: Envelope, _context: IntakeContext = {}, limitMs: number = LIMITS.pdfMs): Promise<Made> {
  const { pages, title, author, created } = await pagesOf(bytes, limitMs);
  const { text, offsets } = layPages(pages);
  if (text.trim() === "") throw new IntakeError("EMPTY", "holds no text, only pictures (a scan?); give it through text recognition (OCR) first");
  return makeFrom(text, bytes, envelope, { metadata: { title: textOf(title), author: textOf(author), published: pdfDate(created) }, publishedBy: "PDF CreationDate", pages: offsets });
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
