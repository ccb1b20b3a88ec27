import { findClaim } from "../ledger/find.ts";
import { UsageError } from "./exit.ts";
import type { DecideOptions } from "./statements.ts";
import { writeEntry } from "./write-entry.ts";

/** Writes a person's word on whether claims are one statement. @throws UsageError, LedgerError */
export const runDecide = (kind: "join" | "split", prefixes: readonly string[], options: DecideOptions): Promise<void> =>
  writeEntry(options, async (ledger, store) => {
    const claims = [...new Set(await Promise.all(prefixes.map(async (prefix) => (await findClaim(store, prefix.toLowerCase())).id)))];
    if (claims.length < 2) throw new UsageError(`${kind} needs two claims or more; see: muster statements ${kind} --help`);
    return ledger.record(kind === "join" ? "statements joined" : "statements split", { claims }, options.why ?? null);
  });
