import { briefOf, type BriefWishes } from "../app/briefs.ts";
import { keptStatements, type KeptStatements } from "../app/kept-statements.ts";
import { answerFrom, type SituationAnswer } from "../app/situations.ts";
import type { Brief } from "../claims/index.ts";
import type { SituationRow } from "../ledger/rows.ts";
import type { StoreReader } from "../ledger/store.ts";
import { situationsAsOf } from "../ledger/views.ts";

/** States of the ledger that are kept put together: the present one, and those that somebody travelled back to. */
const MOST_STATES = 4;
const MOST_ANSWERS = 64;

/** Keeps the last few results of a costly question; one that failed is asked again. */
class Kept<T> {
  private readonly results = new Map<string, Promise<T>>();
  private readonly most: number;
  constructor(most: number) {
    this.most = most;
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.results.get(key);
    // Put back at the end: what is asked for stays, what nobody asks for goes first.
    this.results.delete(key);
    const result = known ?? make();
    this.results.set(key, result);
    result.catch(() => this.results.delete(key));
    const oldest = this.results.keys().next();
    if (this.results.size > this.most && oldest.done !== true) this.results.delete(oldest.value);
    return result;
  }
}

/**
 * What was put together from the ledger, as long as the ledger stands where it stood: whatever is asked twice is worked out once.
 * A state is named by the number of its entries, which never change.
 */
export class Shelf {
  private readonly store: StoreReader;
  private readonly states = new Kept<KeptStatements>(MOST_STATES);
  private readonly briefs = new Kept<Brief>(MOST_ANSWERS);
  private readonly answers = new Kept<SituationAnswer>(MOST_ANSWERS);
  constructor(store: StoreReader) {
    this.store = store;
  }

  /** The claims that count and the statements that they are. @param until  as they were after this entry; null for now */
  async statements(until: number | null): Promise<KeptStatements> {
    const { size } = await this.store.head();
    return this.states.get(String(until ?? size), () => keptStatements(this.store, until === size ? null : until));
  }

  /** The brief of a situation. @throws BriefError */
  async brief(row: SituationRow, until: number | null, wishes: BriefWishes): Promise<Brief> {
    const { size } = await this.store.head();
    return this.briefs.get(JSON.stringify([until ?? size, row, wishes.asOf ?? null, wishes.since ?? null, wishes.asKnown ?? null]), () => briefOf(this.store, row, until, wishes));
  }

  async situations(until: number | null): Promise<SituationRow[]> {
    return situationsAsOf(this.store, until);
  }

  /** What the statements on a situation add up to. @throws EstimateError */
  async answer(row: SituationRow, until: number | null, to?: string): Promise<SituationAnswer> {
    const { size } = await this.store.head();
    const key = JSON.stringify([until ?? size, row, to ?? null]);
    return this.answers.get(key, async () => answerFrom(this.store, row, await this.statements(until), until, to));
  }
}
