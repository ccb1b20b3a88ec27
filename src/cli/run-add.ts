import { withIds } from "../ledger/claim-id.ts";
import { signHead } from "../ledger/head-signing.ts";
import { Ledger } from "../ledger/ledger.ts";
import { IntakeError } from "../intake/issue.ts";
import { takeSources } from "../intake/source.ts";
import type { AddOptions } from "./add.ts";
import { checkDocumentOptions, IssueReporter } from "./documents.ts";
import { EXIT_INTERRUPTED, interruptible } from "./interrupt.ts";
import { Keeper, type Kept, type Totals } from "./keep.ts";
import { Meter } from "./meter.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { safe } from "./safe-text.ts";
import { formatTable } from "./table.ts";
import { lookOfTerminal, type Look } from "./terminal.ts";
import { openFetcher } from "./with-fetcher.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";

const LABEL_LENGTH = 8;

/** Reads the sources and keeps what is in them, batch by batch; a document's line is printed when it is on the disk. @throws UsageError, LedgerError */
export async function runAdd(inputs: readonly string[], options: AddOptions): Promise<void> {
  const documentOptions = checkDocumentOptions(options);
  const signer = ownSigner();
  const meter = new Meter(options.quiet);
  const issues = new IssueReporter(() => meter.aside());
  const look = lookOfTerminal(options.color);
  const isQuiet = options.quiet === true;
  let totals: Totals | null = null;
  let isStopped = false;
  await interruptible((signal) => writingLedger(options, async (store) => {
    const keeper = new Keeper(new Ledger(store, actorOf(options)), store, documentOptions, issues, async (kept) => {
      meter.count(kept.result.outcome === "added" && kept.result.claims > 0);
      const line = textOf(kept, isQuiet, look);
      if (line === "") return;
      meter.aside();
      await write(line);
    });
    totals = keeper.totals;
    const fetcher = openFetcher(options);
    try {
      for await (const item of takeSources(inputs, process.stdin, { ...keeper.context(), fetcher, signal, expect: meter.expect, advance: meter.advance })) await keeper.take(item);
    } catch (error) {
      if (!(error instanceof IntakeError) || error.code !== "STOPPED") throw error;
      isStopped = true;
    } finally {
      fetcher.close();
      // What was read before a failure is kept, and signed.
      try {
        await keeper.flush();
      } finally {
        if (totals.added + totals.stopped > 0) await signHead(store, signer);
      }
    }
  }, true));
  meter.aside();
  issues.finish();
  await write(look.colors.dim(`${summaryOf(totals ?? NOTHING)}\n`));
  if (!isStopped) return;
  process.stderr.write("muster: stopped; give the same sources again to go on\n");
  process.exitCode = EXIT_INTERRUPTED;
}

const NOTHING: Totals = { added: 0, known: 0, stopped: 0, claims: 0 };

/** What a run came to, in a line. */
export function summaryOf({ added, known, stopped, claims }: Totals): string {
  const others = [stopped === 0 ? null : `${stopped} stopped by the gate`, known === 0 ? null : `${plural(known, "document")} already there`];
  return [`${plural(added, "document")} added with ${plural(claims, "claim")}`, ...others.filter((other) => other !== null)].join("; ");
}

/** What is printed of one document: nothing of one among many that holds no claim and was there, or was stopped. */
export function textOf(kept: Kept, isQuiet: boolean, look: Look): string {
  const { result, isOwn } = kept;
  if (result.outcome !== "added" && !isOwn && (result.outcome === "stopped" || result.status === "stopped")) return "";
  return isQuiet ? lineOf(kept) : `${lineOf(kept)}${tableOf(kept, look)}`;
}

function lineOf({ name, sha256, result }: Kept): string {
  const digits = sha256.slice(0, 16);
  if (result.outcome === "known") {
    const status = result.status === "kept" ? "" : `, ${result.status}`;
    return `${safe(name)}: already there as document ${digits}${status} (entry ${result.seq})\n`;
  }
  if (result.outcome === "stopped") return `${safe(name)}: stopped by the gate, only its hash ${digits} is kept (entry ${result.seq})\n`;
  const version = result.replaces === null ? "" : `, a new version of ${result.replaces.slice(0, 16)}`;
  return `${safe(name)}: added as document ${digits}, ${plural(result.claims, "claim")} (entry ${result.seq})${version}\n`;
}

function tableOf({ name, reading, result }: Kept, look: Look): string {
  if (result.outcome !== "added" || reading === null || reading.claims.length === 0) return "";
  const labels = withIds(reading.document.sha256, reading.claims).map(({ id }) => id.slice(0, LABEL_LENGTH));
  return `\n${formatTable(reading, name, look, labels)}\n`;
}
