import { EventEmitter } from "node:events";
import { signHead } from "../ledger/head-signing.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { Signer } from "../ledger/signed-note.ts";
import type { Store } from "../ledger/store.ts";
import { Shelf } from "./shelf.ts";

/** Milliseconds between two looks at whether another process has written, while somebody listens. */
const LOOK_MS = 1_000;

/** What all routes work on: one ledger, what was put together from it, and who hears of changes. */
export class Desk {
  readonly store: Store;
  readonly shelf: Shelf;
  readonly signer: Signer;
  private readonly changes = new EventEmitter<{ head: [size: number] }>().setMaxListeners(0);
  private looking: NodeJS.Timeout | null = null;
  private seen = 0;

  constructor(store: Store, signer: Signer) {
    this.store = store;
    this.signer = signer;
    this.shelf = new Shelf(store);
  }

  /** Writes in somebody's name, signs the head, and tells those who listen. @throws LedgerError */
  async write<T>(actor: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
    const result = await work(new Ledger(this.store, actor));
    const { size } = await signHead(this.store, this.signer);
    this.tell(size);
    return result;
  }

  private tell(size: number): void {
    if (size === this.seen) return;
    this.seen = size;
    this.changes.emit("head", size);
  }

  /** Calls back with the ledger's size after each change, whoever made it. @returns what ends it */
  async listen(heard: (size: number) => void, failed: (error: unknown) => void): Promise<() => void> {
    if (this.changes.listenerCount("head") === 0) this.seen = (await this.store.head()).size;
    this.changes.on("head", heard);
    this.looking ??= setInterval(() => void this.store.head().then(({ size }) => this.tell(size), failed), LOOK_MS).unref();
    return () => {
      this.changes.off("head", heard);
      if (this.changes.listenerCount("head") > 0 || this.looking === null) return;
      clearInterval(this.looking);
      this.looking = null;
    };
  }
}
