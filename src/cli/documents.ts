import { AppError, packFor, readDocument } from "../app.ts";
import type { Document } from "../claims/index.ts";
import type { Chunks } from "../intake/chunks.ts";
import { formatIssue, placeOf, type Issue, type Item, type Place } from "../intake/issue.ts";
import { DATE_REMEDY, parsePublished } from "../intake/published.ts";
import { readInput } from "../intake/read-input.ts";
import type { Reading } from "../reader/reading.ts";
import { complain, complainInternally, UsageError } from "./exit.ts";

export interface DocumentOptions {
  published?: string;
  lang?: string;
}

/** A document that was read, under the name that a person knows it by. */
export interface NamedReading {
  name: string;
  reading: Reading;
  /** What it was received as; null where that is its text. */
  bytes: Uint8Array | null;
}

/** Issues of one input that are printed; a broken file of a million lines must not bury the rest. */
const MAX_ISSUES = 20;

/** Prints issues as they come, each in one line, and counts those it keeps to itself. */
export class IssueReporter {
  private readonly counts = new Map<string, number>();
  /** Inputs or lines that could not be read. */
  total = 0;
  private readonly before: () => void;

  /** @param before  called before each line */
  constructor(before: () => void = () => {}) {
    this.before = before;
  }

  report(issue: Place & Pick<Issue, "message">): void {
    if (!this.count(issue.input)) return;
    this.before();
    complain(formatIssue(issue));
  }

  /** An error of our own, which is no fault of the input. */
  reportInternal(place: Place, error: unknown): void {
    if (this.count(place.input)) complainInternally(error, `reading ${placeOf(place)}`);
  }

  /** Whether there is still room to print one more of this input's. */
  private count(input: string): boolean {
    const count = (this.counts.get(input) ?? 0) + 1;
    this.counts.set(input, count);
    this.total++;
    return count <= MAX_ISSUES;
  }

  finish(): void {
    for (const [input, count] of this.counts) {
      if (count > MAX_ISSUES) complain(`${input}: and ${count - MAX_ISSUES} more that could not be read`);
    }
  }
}

/** The options that say what the documents do not. @throws UsageError */
export function checkDocumentOptions(options: DocumentOptions): DocumentOptions {
  const checked: DocumentOptions = {};
  if (options.published !== undefined) {
    const published = parsePublished(options.published);
    if (published === null) throw new UsageError(`--published is no date: ${JSON.stringify(options.published)}; ${DATE_REMEDY}`);
    checked.published = published;
  }
  if (options.lang !== undefined) {
    checked.lang = options.lang;
    packForOption(options.lang);
  }
  return checked;
}

function packForOption(lang: string): void {
  try {
    packFor(lang);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new UsageError(`--lang: ${error.message}`, { cause: error });
  }
}

/** A document's own date stands; a language given on the command line mends what a page says wrongly of itself. */
const withOptions = (document: Document, options: DocumentOptions): Document => ({
  ...document,
  published: document.published ?? options.published ?? null,
  lang: options.lang ?? document.lang,
});

type DocumentItem = Place & Pick<Extract<Item, { kind: "document" }>, "document">;

/** Reads one document; what goes wrong with it is printed, never thrown, so that the others are still read. @throws UsageError */
export async function tryReading(item: DocumentItem, options: DocumentOptions, issues: IssueReporter): Promise<Reading | null> {
  try {
    return await readDocument(withOptions(item.document, options));
  } catch (error) {
    const { document: _, ...place } = item;
    // Not this document's fault, and no other would fare better.
    if (error instanceof AppError && error.code === "BAD_TODAY") throw new UsageError(error.message, { cause: error });
    if (error instanceof AppError) issues.report({ ...place, message: `${error.message}; give --lang if it is one of these` });
    else issues.reportInternal(place, error);
    return null;
  }
}

/** Reads all inputs in order, one document at a time; what cannot be read is reported and passed over. */
export async function* readAll(inputs: readonly string[], options: DocumentOptions, issues: IssueReporter): AsyncGenerator<NamedReading> {
  let stdin: Chunks | undefined = process.stdin;
  for (const input of inputs) {
    for await (const item of readInput(input, stdin)) {
      if (item.kind === "issue") {
        issues.report(item.issue);
        continue;
      }
      const reading = await tryReading(item, options, issues);
      if (reading !== null) yield { name: placeOf(item), reading, bytes: item.bytes };
    }
    if (input === "-") stdin = undefined;
  }
  issues.finish();
}
