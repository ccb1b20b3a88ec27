import { LRUCache } from "lru-cache";
import { briefFrom, gradesOf, headOf, type BriefWishes } from "../app/briefs.ts";
import { keptDecisions, keptStatements, leaningsOf, statementsOf, type KeptStatements } from "../app/kept-statements.ts";
import { PresentClaims } from "../app/present-claims.ts";
import { answerFrom, countSituations, statementsOn, suggestSituations, type CountedSituation, type SituationAnswer } from "../app/situations.ts";
import type { Brief, Statement } from "../claims/index.ts";
import { wordsOfClaims, wordsOfDocuments, WordSearch, type Found } from "../app/word-search.ts";
import type { SituationRow } from "../ledger/rows.ts";
import type { StoreReader } from "../ledger/store.ts";
import { situationsAsOf } from "../ledger/views.ts";

/** States of the ledger that are kept put together: the present one, and those that somebody travelled back to. */
const MOST_STATES = 4;
const MOST_ANSWERS = 64;

/** Keeps the last few results of a costly question; one that failed is asked again. */
class Kept<T> {
  private readonly results: LRUCache<string, Promise<T>>;
  constructor(most: number) {
    this.results = new LRUCache({ max: most });
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.results.get(key);
    if (known !== undefined) return known;
    const result = make();
    this.results.set(key, result);
    result.catch(() => this.results.delete(key));
    return result;
  }
}

/** The search in a list, made anew when the list is another. */
class SearchIn<T> {
  private readonly wordsOf: (list: readonly T[]) => Found[];
  private known: { list: readonly T[]; search: WordSearch } | null = null;
  constructor(wordsOf: (list: readonly T[]) => Found[]) {
    this.wordsOf = wordsOf;
  }

  of(list: readonly T[]): WordSearch {
    if (this.known?.list !== list) this.known = { list, search: new WordSearch(this.wordsOf(list)) };
    return this.known.search;
  }
}

/** Statements with a name for the state that they are of: two of one name are equal. */
interface State extends KeptStatements {
  name: string;
}

/**
 * What was put together from the ledger, as long as nothing that it was put together from has changed: whatever is asked twice is worked out
 * once. A past state is named by the number of its entries, which never change; the present one is counted up when its claims or what
 * persons decided of them are no longer the same.
 */
export class Shelf {
  private readonly store: StoreReader;
  private readonly present: PresentClaims;
  private latest: { state: State; decisions: string } | null = null;
  private readonly words = { claims: new SearchIn(wordsOfClaims), documents: new SearchIn(wordsOfDocuments) };
  private states = 0;
  private readonly heads = new Kept<State>(MOST_STATES);
  private readonly briefs = new Kept<Brief>(MOST_ANSWERS);
  private readonly answers = new Kept<SituationAnswer>(MOST_ANSWERS);
  private readonly told = new Kept<Statement[]>(MOST_ANSWERS);
  private readonly counts = new Kept<CountedSituation[]>(MOST_STATES);
  private readonly suggested = new Kept<Suggestion[]>(MOST_STATES);
  constructor(store: StoreReader) {
    this.store = store;
    this.present = new PresentClaims(store);
  }

  /** The claims that count and the statements that they are. @param until  as they were after this entry; null for now */
  async statements(until: number | null): Promise<State> {
    const { size } = await this.store.head();
    return this.heads.get(String(until ?? size), async () => (until === null || until === size ? this.now() : { ...(await keptStatements(this.store, until)), name: `entry ${until}` }));
  }

  private async now(): Promise<State> {
    const [{ claims }, decided] = [await this.present.get(), await keptDecisions(this.store, null)];
    const decisions = JSON.stringify(decided);
    if (this.latest?.state.claims === claims && this.latest.decisions === decisions) return this.latest.state;
    const state = { ...statementsOf(claims, decided), name: `now ${++this.states}` };
    this.latest = { state, decisions };
    return state;
  }

  /** The brief of a situation. @throws BriefError */
  async brief(row: SituationRow, until: number | null, wishes: BriefWishes): Promise<Brief> {
    const state = await this.statements(until);
    const [leanings, grades] = [await leaningsOf(this.store, until), await gradesOf(this.store, until)];
    const key = JSON.stringify([state.name, row, leanings, grades, wishes.asOf ?? null, wishes.since ?? null, wishes.asKnown ?? null]);
    const brief = await this.briefs.get(key, () => briefFrom(this.store, row, state, until, wishes));
    const ledger = await headOf(this.store);
    return { ...brief, leanedOn: { ...brief.leanedOn, ledger, until: until ?? ledger.size } };
  }

  async situations(until: number | null): Promise<SituationRow[]> {
    return situationsAsOf(this.store, until);
  }

  /** Those that are watched, each with how many statements there are on it. */
  async counted(): Promise<CountedSituation[]> {
    const [state, rows] = [await this.statements(null), await this.situations(null)];
    return this.counts.get(JSON.stringify([state.name, rows]), () => countSituations(rows, state));
  }

  /** The statements that say something of a situation. */
  async statementsOn(row: SituationRow, until: number | null): Promise<Statement[]> {
    const state = await this.statements(until);
    return this.told.get(JSON.stringify([state.name, row]), () => statementsOn(row, state));
  }

  /** Ids of the claims and SHA-256 of the documents that hold words, the newest first. */
  async search(words: string, limit: number): Promise<{ claims: string[]; documents: string[] }> {
    const { claims, documents } = await this.present.get();
    return { claims: this.words.claims.of(claims).find(words, limit), documents: this.words.documents.of(documents).find(words, limit) };
  }

  /** What the claims are most about and nobody watches. */
  async suggestions(): Promise<Suggestion[]> {
    const [state, rows] = [await this.statements(null), await this.situations(null)];
    return this.suggested.get(JSON.stringify([state.name, rows]), () => suggestSituations(rows, state));
  }

  /** What the statements on a situation add up to. @throws EstimateError */
  async answer(row: SituationRow, until: number | null, to?: string): Promise<SituationAnswer> {
    const state = await this.statements(until);
    const key = JSON.stringify([state.name, row, await leaningsOf(this.store, until), to ?? null]);
    return this.answers.get(key, () => answerFrom(this.store, row, state, until, to));
  }
}

type Suggestion = Omit<CountedSituation, "name">;
