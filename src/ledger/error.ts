export type LedgerErrorCode =
  | "NO_LEDGER" | "NOT_A_LEDGER" | "NEWER_SCHEMA" | "DAMAGED"
  | "BUSY" | "READ_ONLY" | "DISK_FULL" | "UNREACHABLE" | "NOT_PERMITTED"
  | "BAD_ENTRY" | "BAD_TEXT" | "TOO_LARGE" | "NO_SUCH_ENTRY" | "NO_SUCH_CLAIM" | "NO_SUCH_DOCUMENT" | "NOT_UNDOABLE" | "BAD_FIELD"
  | "BAD_KEY" | "BAD_CHECKPOINT" | "BAD_BUNDLE" | "BAD_TIMESTAMP";

/** What the ledger cannot do, in one line that names the thing and ends with the remedy. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly code: LedgerErrorCode;
  constructor(code: LedgerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
