import { readDocument } from "../app.ts";
import { canonicalJson } from "../ledger/canonical.ts";
import { documentSubject } from "../ledger/entry-kinds.ts";
import { signHead } from "../ledger/head-signing.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { Store } from "../ledger/store.ts";
import { standing } from "../ledger/project.ts";
import { withKeptIds } from "../ledger/succession.ts";
import { textOf } from "../ledger/views.ts";
import type { WhyOptions } from "./ledger.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { Progress } from "./terminal.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";

/** Reads every kept document with this reader, and writes an entry for each from which other claims are read than before. @throws LedgerError */
export async function runReread(options: WhyOptions): Promise<void> {
  const signer = ownSigner();
  const progress = new Progress("documents read");
  const totals = { read: 0, changed: 0 };
  await writingLedger(options, async (store) => {
    const ledger = new Ledger(store, actorOf(options));
    for (const sha256 of await keptDocuments(store)) {
      totals.read += 1;
      if (await reread(ledger, store, sha256, options.why ?? null)) totals.changed += 1;
      progress.step();
    }
    if (totals.changed > 0) await signHead(store, signer);
  });
  progress.finish();
  await write(`${plural(totals.read, "document")} read anew, ${totals.changed} with other claims\n`);
}

/** Gathered first: what is written must not change what is gone through. */
async function keptDocuments(store: Store): Promise<string[]> {
  const kept: string[] = [];
  for await (const { sha256, status } of store.documents()) if (status === "kept") kept.push(sha256);
  return kept;
}

async function reread(ledger: Ledger, store: Store, sha256: string, why: string | null): Promise<boolean> {
  const [row, text] = [await store.document(sha256), await textOf(store, sha256)];
  if (row?.document == null || text === null) return false;
  const { claims, reader } = await readDocument({ ...row.document, text });
  const entries = await store.entriesAbout(documentSubject(sha256));
  const last = standing(entries).findLast(({ kind }) => kind === "claims read" || kind === "reader re-run");
  const before = last?.body != null && "claims" in last.body ? last.body.claims : [];
  const isSame = canonicalJson(before.map(bare)) === canonicalJson(withKeptIds(sha256, entries, claims).map(bare));
  if (isSame) return false;
  await ledger.reread(sha256, reader, claims, why);
  return true;
}

/** What is read, whichever reader says so. */
const bare = (one: unknown): unknown => {
  const { id, claim } = one as { id: string; claim: Record<string, unknown> };
  const { reader: _, ...rest } = claim;
  return { id, claim: rest };
};
