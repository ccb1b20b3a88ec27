import type { Worker } from "node:worker_threads";
import { startThread } from "../thread/own-thread.ts";
import { toError, toOrder, type AddingAnswer, type AddingTask } from "./adding-messages.ts";
import { Ledger, type Outcome, type ReadDocument, type StoppedDocument } from "./ledger.ts";
import type { Store } from "./store.ts";

/** What documents are added by; see {@link Ledger.add}. */
export interface Adder {
  add(documents: readonly (ReadDocument | StoppedDocument)[]): Promise<Outcome[]>;
}

/**
 * Adds documents while the caller reads the next ones: sealing, hashing and waiting for the disk are done in a thread of its own, which
 * has its own connection. The first batch is added right here, since most runs have no second one and a thread takes a moment to start.
 */
export class AddingThread implements Adder {
  private readonly store: Store;
  private readonly task: AddingTask;
  private worker: Worker | null = null;
  private isFirst = true;

  /** @param store  the same ledger as `place`, open for writing */
  constructor(store: Store, place: string, actor: string) {
    [this.store, this.task] = [store, { place, actor }];
  }

  /** As {@link Ledger.add}. One batch at a time: the caller waits for the one before. */
  async add(documents: readonly (ReadDocument | StoppedDocument)[]): Promise<Outcome[]> {
    if (this.isFirst) {
      this.isFirst = false;
      return new Ledger(this.store, this.task.actor).add(documents);
    }
    this.worker ??= startThread("ledger/adding-worker", { workerData: this.task });
    const answering = answerOf(this.worker);
    const order = toOrder(documents);
    this.worker.postMessage(order, order.bytes.flatMap((bytes) => (bytes === null ? [] : [bytes.buffer as ArrayBuffer])));
    const answer = await answering;
    if ("failure" in answer) throw toError(answer.failure);
    return answer.results;
  }

  /** Ends the thread, once what it was given is done. */
  async close(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    if (worker === null) return;
    const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.postMessage(null);
    await exited;
  }
}

function answerOf(worker: Worker): Promise<AddingAnswer> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error("the thread that adds to the ledger has ended; try again"));
    const done = (): void => void worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    const onMessage = (answer: AddingAnswer): void => (done(), resolve(answer));
    const onError = (error: Error): void => (done(), reject(error));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
