import { signHead } from "../ledger/head-signing.ts";
import { LedgerError } from "../ledger/error.ts";
import { findFormerClaim, findFormerDocument } from "../ledger/find.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { StoreReader } from "../ledger/store.ts";
import type { CheckpointOptions, NoteOptions, RebuildOptions, WhyOptions } from "./ledger.ts";
import { failCheck } from "./exit.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { Progress } from "./terminal.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";
import { writeEntry } from "./write-entry.ts";

export const runUndo = (entries: readonly number[], options: WhyOptions): Promise<void> =>
  writeEntry(options, (ledger) => ledger.undo(entries, options.why ?? null));

export const runWithdraw = (document: string, options: WhyOptions & { why: string }): Promise<void> =>
  writeEntry(options, (ledger) => ledger.withdraw(document.toLowerCase(), options.why));

export const runErase = (document: string, options: WhyOptions & { why: string }): Promise<void> =>
  writeEntry(options, (ledger) => ledger.erase(document.toLowerCase(), options.why));

/** Writes a note. @throws LedgerError */
export const runNote = (text: string, { about, ...options }: NoteOptions): Promise<void> =>
  writeEntry(options, async (ledger, store) => ledger.record("note", { text, about: about === undefined ? null : await findAbout(store, about.toLowerCase()) }));

/** The claim, or else the document, that begins so. @throws LedgerError NO_SUCH_DOCUMENT */
async function findAbout(store: StoreReader, prefix: string): Promise<string> {
  try {
    return (await findFormerClaim(store, prefix)).id;
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== "NO_SUCH_CLAIM") throw error;
    return findFormerDocument(store, prefix);
  }
}

/** Remakes the projections, or says whether that would change anything; then exit code 1 where it would. @throws LedgerError */
export async function runRebuild({ check = false, ...options }: RebuildOptions): Promise<void> {
  const progress = new Progress("subjects remade");
  const { changed, size } = await writingLedger(options, async (store) => {
    const tables = await new Ledger(store, actorOf(options)).rebuild(check, () => progress.step());
    return { changed: tables, size: (await store.head()).size };
  });
  progress.finish();
  const done = check ? "held against" : "remade from";
  const entries = plural(size, "entry", "entries");
  if (changed.length === 0) return write(`${done} ${entries}: all of it was as they say\n`);
  await write(`${done} ${entries}: not as they say ${check ? "are" : "were"} ${changed.join(", ")}\n`);
  if (check) failCheck();
}

/** Signs the head, has it time-stamped where that is asked, and prints it. @throws LedgerError */
export async function runCheckpoint(options: CheckpointOptions): Promise<void> {
  const signer = ownSigner();
  const { note } = await writingLedger(options, async (store) => {
    const checkpoint = await signHead(store, signer);
    if (options.tsa === undefined) return checkpoint;
    const { requestTimeStamp } = await import("../ledger/time-stamp.ts");
    const timeStamp = await requestTimeStamp(options.tsa, Buffer.from(checkpoint.note));
    await store.transact((writer) => writer.putCheckpoint({ ...checkpoint, timeStamp: timeStamp.token }));
    process.stderr.write(`muster: time-stamped ${timeStamp.time}\n`);
    return checkpoint;
  });
  await write(note);
}
