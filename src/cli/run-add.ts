import { basename } from "node:path";
import { withIds } from "../ledger/claim-id.ts";
import { LedgerError } from "../ledger/error.ts";
import { signHead } from "../ledger/head-signing.ts";
import { Ledger, type Added, type ReadDocument } from "../ledger/ledger.ts";
import type { AddOptions } from "./add.ts";
import { checkDocumentOptions, IssueReporter, readAll, type NamedReading } from "./documents.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { safe } from "./safe-text.ts";
import { formatTable } from "./table.ts";
import { lookOfTerminal, Progress } from "./terminal.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";

/** One transaction: large enough that waiting for the disk costs little, small enough that little is lost when it is cut. */
const BATCH_DOCUMENTS = 64;
const BATCH_BYTES = 8_000_000;

const LABEL_LENGTH = 8;

interface Kept extends NamedReading {
  result: Added;
}

/** Reads the inputs in order and keeps them, batch by batch; a document's line is printed when it is on the disk. @throws UsageError, LedgerError */
export async function runAdd(inputs: readonly string[], options: AddOptions): Promise<void> {
  const documentOptions = checkDocumentOptions(options);
  const signer = ownSigner();
  const issues = new IssueReporter();
  const progress = new Progress("documents added");
  const totals = { added: 0, known: 0, claims: 0 };
  const look = lookOfTerminal(options.color);
  await writingLedger(options, async (store) => {
    const ledger = new Ledger(store, actorOf(options));
    try {
      for await (const batch of batchesOf(readAll(inputs, documentOptions, issues))) {
        for (const kept of await keep(ledger, batch, issues)) {
          count(totals, kept.result);
          await write(options.quiet === true ? lineOf(kept) : `${lineOf(kept)}${tableOf(kept, look)}`);
          progress.step();
        }
      }
    } finally {
      // What was kept before a failure is signed too.
      if (totals.added > 0) await signHead(store, signer);
    }
  }, true);
  progress.finish();
  const known = totals.known === 0 ? "" : `; ${plural(totals.known, "document")} already there`;
  await write(look.colors.dim(`${plural(totals.added, "document")} added with ${plural(totals.claims, "claim")}${known}`) + "\n");
}

async function* batchesOf(readings: AsyncIterable<NamedReading>): AsyncGenerator<NamedReading[]> {
  let batch: NamedReading[] = [];
  let bytes = 0;
  for await (const named of readings) {
    batch.push(named);
    bytes += named.bytes?.byteLength ?? named.reading.document.text.length;
    if (batch.length < BATCH_DOCUMENTS && bytes < BATCH_BYTES) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** A file is kept under its own name: the folders above it say more about this machine than about the document. */
const toReadDocument = ({ name, reading: { document, reader, claims }, bytes }: NamedReading): ReadDocument => ({
  document: { ...document, id: document.id === name ? basename(name) : document.id }, reader, claims, bytes: bytes ?? Buffer.from(document.text),
});

/** What can be a document's own fault: the others of its batch are kept all the same. */
const OWN_FAULT: ReadonlySet<string> = new Set(["BAD_TEXT", "TOO_LARGE", "BAD_ENTRY"]);

async function keep(ledger: Ledger, batch: readonly NamedReading[], issues: IssueReporter): Promise<Kept[]> {
  try {
    const results = await ledger.add(batch.map(toReadDocument));
    return batch.flatMap((named, i) => (results[i] === undefined ? [] : [{ ...named, result: results[i] }]));
  } catch (error) {
    if (!(error instanceof LedgerError) || !OWN_FAULT.has(error.code)) throw error;
    const [only, ...others] = batch;
    if (only !== undefined && others.length === 0) {
      issues.report({ input: only.name, message: error.message });
      return [];
    }
    const kept: Kept[] = [];
    for (const named of batch) kept.push(...(await keep(ledger, [named], issues)));
    return kept;
  }
}

function count(totals: { added: number; known: number; claims: number }, result: Added): void {
  if (result.outcome === "known") totals.known += 1;
  else [totals.added, totals.claims] = [totals.added + 1, totals.claims + result.claims];
}

function lineOf({ name, reading: { document: { sha256 } }, result }: Kept): string {
  const digits = sha256.slice(0, 16);
  if (result.outcome === "known") {
    const status = result.status === "kept" ? "" : `, ${result.status}`;
    return `${safe(name)}: already there as document ${digits}${status} (entry ${result.seq})\n`;
  }
  const version = result.replaces === null ? "" : `, a new version of ${result.replaces.slice(0, 16)}`;
  return `${safe(name)}: added as document ${digits}, ${plural(result.claims, "claim")} (entry ${result.seq})${version}\n`;
}

function tableOf({ name, reading, result }: Kept, look: Parameters<typeof formatTable>[2]): string {
  if (result.outcome === "known" || reading.claims.length === 0) return "";
  const labels = withIds(reading.document.sha256, reading.claims).map(({ id }) => id.slice(0, LABEL_LENGTH));
  return `\n${formatTable(reading, name, look, labels)}\n`;
}
