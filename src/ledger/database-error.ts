import { LedgerError, type LedgerErrorCode } from "./error.ts";

type Meaning = readonly [RegExp, LedgerErrorCode, string];

const UNREACHABLE = "cannot be reached; nothing of this step is kept unless it was said to be; try again";

/** What databases and the system say, by the code of the error, and what to do about it. */
const MEANINGS: readonly Meaning[] = [
  [/^SQLITE_BUSY|^SQLITE_LOCKED|^55P03$/, "BUSY", "is being written by someone else; try again in a moment"],
  [/^SQLITE_READONLY|^25006$/, "READ_ONLY", "cannot be written; check its permissions and those of its folder"],
  [/^SQLITE_FULL|^SQLITE_IOERR|^53100$|^ENOSPC$|^EDQUOT$|^EFBIG$/, "DISK_FULL", "cannot be written, the disk is full or failing; nothing of this step was kept"],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB|^XX00[12]$/, "DAMAGED", "is no ledger, or a damaged one; take a copy of before, or see: muster verify"],
  [/^SQLITE_ERROR$|^42703$|^42P01$/, "DAMAGED", "does not have the tables of a ledger; take a copy of before, or see: muster verify"],
  [/^SQLITE_CANTOPEN/, "READ_ONLY", "cannot be opened; check the path and its permissions"],
  [/^42501$/, "NOT_PERMITTED", "does not let this user do that; see docs/postgres-roles.sql"],
  [/^28|^3D000$/, "NOT_PERMITTED", "does not let us in; check the user, the password and the database in the address"],
  [/^08|^57P0|^53300$|^E(?:CONN|HOSTUN|NETUN|NOTFOUND|PIPE|TIMEDOUT|AI_)/, "UNREACHABLE", UNREACHABLE],
];

/** libsql and pg say these in words only. */
const WORDS: readonly Meaning[] = [
  [/Unable to open connection to local database/, "READ_ONLY", "cannot be opened; check the path and its permissions"],
  [/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/, "UNREACHABLE", UNREACHABLE],
];

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "");

/**
 * What a failing database means for whoever asked for it, in one line.
 *
 * @param name  the ledger's name in messages
 * @returns null for what is no such failure
 */
export function toLedgerError(error: unknown, name: string): LedgerError | null {
  if (error instanceof LedgerError) return new LedgerError(error.code, `${name}: ${error.message}`, { cause: error });
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : "";
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code)) ?? WORDS.find(([pattern]) => pattern.test(message));
  return meaning === undefined ? null : new LedgerError(meaning[1], `${name}: ${meaning[2]}`, { cause: error });
}
