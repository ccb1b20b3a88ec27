import { parentPort, workerData } from "node:worker_threads";
import { Ledger } from "./ledger.ts";
import { openStore } from "./open.ts";
import { toFailure, toDocuments, type AddingAnswer, type AddingOrder, type AddingTask } from "./adding-messages.ts";

// The thread of AddingThread: one batch after the other, each a transaction, answered when it is on the disk.

const port = parentPort;
if (port === null) throw new TypeError("adding-worker runs in a thread of AddingThread");
const { place, actor } = workerData as AddingTask;
const opening = openStore(place, { create: false, readOnly: false, now: () => new Date().toISOString() });
// Told with the answer to the first batch.
opening.catch(() => undefined);
let last: Promise<void> = Promise.resolve();

async function answer(order: AddingOrder): Promise<AddingAnswer> {
  try {
    return { results: await new Ledger(await opening, actor).add(toDocuments(order)) };
  } catch (error) {
    return { failure: toFailure(error) };
  }
}

async function close(): Promise<void> {
  // One that could not be opened was told of.
  await opening.then((store) => store.close(), () => undefined);
  port?.close();
}

port.on("message", (order: AddingOrder | null) => {
  last = last.then(async () => (order === null ? close() : port.postMessage(await answer(order))));
});
