import type { Document, Provenance } from "../claims/index.ts";

export type IssueCode =
  | "NO_SUCH_FILE" | "IS_FOLDER" | "NOT_PERMITTED" | "UNREADABLE" | "READ_TWICE" | "OUTSIDE"
  | "TOO_LARGE" | "TOO_LONG" | "TOO_MANY_LINES" | "BOMB"
  | "EMPTY" | "BINARY" | "BROKEN_ENCODING"
  | "NOT_JSON" | "BAD_FIELD" | "BAD_DATE" | "BAD_PAGE" | "BAD_FEED" | "BAD_ARCHIVE" | "BAD_PDF" | "BAD_DOCX" | "BAD_MAIL" | "UNKNOWN_FORMAT" | "UNKNOWN_LANGUAGE"
  | "IS_ADDRESS" | "BAD_ADDRESS" | "PRIVATE_ADDRESS" | "NO_ANSWER" | "BAD_ANSWER" | "BAD_STATUS" | "COME_LATER" | "TOO_MANY_REDIRECTS" | "TOO_SLOW" | "ROBOTS" | "STOPPED";

/** Why something could not be taken in, as data. `message` names the thing and ends with the remedy. */
export interface Issue {
  code: IssueCode;
  /** The input as the caller named it; "standard input" for `-`. */
  input: string;
  /** Counted from 1, where the input has lines, messages or posts of its own (JSON Lines, mbox, Telegram). */
  line?: number;
  /** The address or name of a part, where the input has parts with names (feeds, web archives). */
  part?: string;
  message: string;
}

/** Where something stands in what was given. */
export type Place = Pick<Issue, "input" | "line" | "part">;

/**
 * What an input holds: documents and issues, in the order of the input. `bytes` is what the document was received as; null
 * where it came inside another file, and what was received is its text (as UTF-8).
 */
export type Item = (Place & { kind: "document"; document: Document; bytes: Uint8Array | null; provenance: Provenance }) | { kind: "issue"; issue: Issue };

/**
 * The same for a caller that lends an `IntakeContext`, who is also told of what is kept already and of what cannot hold a claim:
 * neither is read any further.
 */
export type TakenItem = Item | (Place & { kind: "known"; sha256: string }) | (Place & { kind: "stopped"; sha256: string; url: string | null });

/** Ends the reading of one input from within; {@link readInput} turns it into an issue. */
export class IntakeError extends Error {
  override readonly name = "IntakeError";
  readonly code: IssueCode;
  constructor(code: IssueCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Where a thing stands: `notes.txt`, `reports.jsonl:7`, or `crawl.warc.gz: https://example.org/a`. */
export const placeOf = ({ input, line, part }: Place): string => `${input}${line === undefined ? "" : `:${line}`}${part === undefined ? "" : `: ${part}`}`;

/** One line, fit for standard error: `reports.jsonl:7: is not JSON; ...`. */
export const formatIssue = (issue: Place & Pick<Issue, "message">): string => `${placeOf(issue)}: ${issue.message}`;
