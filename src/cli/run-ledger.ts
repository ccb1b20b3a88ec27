import { signHead } from "../ledger/head-signing.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { CheckpointOptions, WhyOptions } from "./ledger.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { write } from "./output.ts";
import { Progress } from "./terminal.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";
import { writeEntry } from "./write-entry.ts";

export const runUndo = (entries: readonly number[], options: WhyOptions): Promise<void> =>
  writeEntry(options, (ledger) => ledger.undo(entries, options.why ?? null));

export const runWithdraw = (document: string, options: WhyOptions & { why: string }): Promise<void> =>
  writeEntry(options, (ledger) => ledger.withdraw(document.toLowerCase(), options.why));

export const runErase = (document: string, options: WhyOptions & { why: string }): Promise<void> =>
  writeEntry(options, (ledger) => ledger.erase(document.toLowerCase(), options.why));

/** Remakes the projections. @throws LedgerError */
export async function runRebuild(options: LedgerOptions): Promise<void> {
  const progress = new Progress("subjects remade");
  const size = await writingLedger(options, async (store) => {
    await new Ledger(store, actorOf(options)).rebuild(() => progress.step());
    return (await store.head()).size;
  });
  progress.finish();
  await write(`remade from ${size} entries\n`);
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
