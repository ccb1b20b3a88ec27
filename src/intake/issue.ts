import type { Document } from "../claims/index.ts";

export type IssueCode =
  | "NO_SUCH_FILE" | "IS_FOLDER" | "NOT_PERMITTED" | "UNREADABLE" | "READ_TWICE"
  | "TOO_LARGE" | "TOO_LONG" | "TOO_MANY_LINES"
  | "EMPTY" | "BINARY" | "BROKEN_ENCODING"
  | "NOT_JSON" | "BAD_FIELD" | "BAD_DATE" | "BAD_PAGE";

/** Why something could not be taken in, as data. `message` names the thing and ends with the remedy. */
export interface Issue {
  code: IssueCode;
  /** The input as the caller named it; "standard input" for `-`. */
  input: string;
  /** Counted from 1, where the input has lines of its own (JSON Lines). */
  line?: number;
  message: string;
}

/**
 * What an input yields: documents and issues, in the order of the input. `bytes` is what the document was received as; null
 * where it came inside another file, and what was received is its text (as UTF-8).
 */
export type Item =
  | { kind: "document"; input: string; line?: number; document: Document; bytes: Uint8Array | null }
  | { kind: "issue"; issue: Issue };

/** Ends the reading of one input from within; {@link readInput} turns it into an issue. */
export class IntakeError extends Error {
  override readonly name = "IntakeError";
  readonly code: IssueCode;
  constructor(code: IssueCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Where a thing stands: `notes.txt`, or `reports.jsonl:7`. */
export const placeOf = ({ input, line }: { input: string; line?: number }): string => (line === undefined ? input : `${input}:${line}`);

/** One line, fit for standard error: `reports.jsonl:7: is not JSON; ...`. */
export const formatIssue = (issue: Pick<Issue, "input" | "line" | "message">): string => `${placeOf(issue)}: ${issue.message}`;
