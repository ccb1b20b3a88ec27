import { readFile } from "node:fs/promises";
import { parseRecord } from "../brief/record.ts";
import { writeDate } from "../brief/dates.ts";
import type { LeanedOn } from "../claims/index.ts";
import { LIMITS } from "../intake/limits.ts";
import { rootAt, shiftsSince, type Shift } from "../ledger/standing.ts";
import type { Store } from "../ledger/store.ts";
import { failCheck, UsageError } from "./exit.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { safe } from "./safe-text.ts";
import { Progress } from "./terminal.ts";
import { readingLedger } from "./with-ledger.ts";

async function readRecord(file: string): Promise<LeanedOn> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw new UsageError(`${file}: cannot be read; check the path`, { cause: error });
    throw error;
  }
  if (bytes.byteLength > LIMITS.fileBytes) throw new UsageError(`${file}: is larger than any brief; check the path`);
  const record = parseRecord(bytes.toString("utf8"));
  if (record === null) throw new UsageError(`${file}: carries no record of what it leans on; give a brief that was written as md, html or json`);
  return record;
}

interface Standing {
  record: LeanedOn;
  shifts: Shift[];
  /** Why the ledger is not the one that the brief was made from; null where it is. */
  ledger: string | null;
}

async function ledgerFault(store: Store, { ledger: { size, root } }: LeanedOn): Promise<string | null> {
  const found = await rootAt(store, size);
  if (found === null) return `the ledger has fewer entries than when the brief was made (${size})`;
  return Buffer.from(found).toString("hex") === root ? null : `the first ${size} entries of the ledger are not what they were when the brief was made; see: muster verify`;
}

async function standingOf(file: string, options: LedgerOptions): Promise<Standing> {
  const record = await readRecord(file);
  const progress = new Progress("documents checked");
  const standing = await readingLedger(options, async (store): Promise<Standing> => {
    const { origin } = await store.head();
    if (origin !== record.ledger.origin) throw new UsageError(`${file}: was made from another ledger (${record.ledger.origin}, not ${origin}); name that one by --ledger`);
    return { record, ledger: await ledgerFault(store, record), shifts: await shiftsSince(store, record.until, record.documents, () => progress.step()) };
  });
  progress.finish();
  return standing;
}

function line({ document, claim, what, entry }: Shift): string {
  const thing = claim === null ? `document ${document.slice(0, 16)}` : `claim ${claim} in document ${document.slice(0, 16)}`;
  const deed = what === "missing" ? "is not in the ledger" : what.endsWith("read") ? "is no longer read by the reader" : what === "read otherwise" ? "is read otherwise now" : `was ${what}`;
  const when = entry === null ? "" : ` on ${writeDate(entry.time.slice(0, 10))} by ${safe(entry.by)} (entry ${entry.seq})${entry.why === null ? "" : `: ${safe(entry.why)}`}`;
  return `${thing} ${deed}${when}`;
}

/** Says whether a brief still stands; exit code 1 where anything that it leans on does not. @throws UsageError, LedgerError */
export async function runBriefCheck(file: string, { format, ...options }: LedgerOptions & { format: "text" | "json" }): Promise<void> {
  const { record, shifts, ledger } = await standingOf(file, options);
  const stands = shifts.length === 0 && ledger === null;
  if (!stands) failCheck();
  if (format === "json") return write(`${JSON.stringify({ stands, situation: record.situation, asOf: record.asOf, ledger, shifts }, null, 2)}\n`);
  const claims = record.documents.reduce((sum, one) => sum + one.claims.length, 0);
  const what = `${safe(record.situation)} as of ${writeDate(record.asOf)}, which leans on ${plural(claims, "claim")} in ${plural(record.documents.length, "document")}`;
  if (stands) return write(`stands: ${what}\n`);
  await write(`flagged: ${what}\n`);
  for (const text of [...(ledger === null ? [] : [ledger]), ...shifts.map(line)]) await write(`  ${text}\n`);
}
