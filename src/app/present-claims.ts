import type { BriefClaim, DocumentRef } from "../claims/index.ts";
import { canonicalJson } from "../ledger/canonical.ts";
import type { StoreReader } from "../ledger/store.ts";
import { presentDocument, presentDocuments, type KeptDocument } from "./kept-statements.ts";
import { subjectsSince } from "./subjects-since.ts";

/** Entries after which everything is read again: that is quicker than going through each. */
const MOST_ENTRIES = 2_000;

/** What a ledger holds now. */
export interface Present {
  /** The claims that count, document by document in the order in which these were added. */
  claims: readonly BriefClaim[];
  /** All that were not erased, the one added last first. */
  documents: readonly DocumentRef[];
}

/**
 * The claims that count now and the documents, held in memory: of what was written since they were asked for last, only the documents that it is about are
 * read again. Each list is the very same as before, where nothing in it has changed.
 */
export class PresentClaims {
  private readonly store: StoreReader;
  private documents = new Map<string, KeptDocument>();
  private present: Present = { claims: [], documents: [] };
  /** Entries that are taken into account; null before the first reading. */
  private size: number | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(store: StoreReader) {
    this.store = store;
  }

  /** As of an entry that is there, or later. */
  get(): Promise<Present> {
    const next = this.turn.then(() => this.refresh());
    // Whoever failed is told; the next one tries anew.
    this.turn = next.catch(() => undefined);
    return next;
  }

  private async refresh(): Promise<Present> {
    const { size } = await this.store.head();
    if (size === this.size) return this.present;
    const isNear = this.size !== null && size >= this.size && size - this.size <= MOST_ENTRIES;
    // What an erased entry was about is told by the entry that erased it.
    if (isNear) await this.readAgain([...(await subjectsSince(this.store, (this.size as number) + 1, size)).documents]);
    else await this.readAll();
    this.size = size;
    return this.present;
  }

  private async readAll(): Promise<void> {
    this.documents = new Map((await presentDocuments(this.store)).map((one) => [one.document.sha256, one]));
    this.put(true, true);
  }

  private async readAgain(hashes: readonly string[]): Promise<void> {
    let [areClaimsNew, areDocumentsNew] = [false, false];
    for (const sha256 of hashes) {
      const [before, now] = [this.documents.get(sha256), await presentDocument(this.store, sha256)];
      const isNew = factsOf(before?.claims ?? []) !== factsOf(now?.claims ?? []);
      areClaimsNew ||= isNew;
      areDocumentsNew ||= canonicalJson(before?.document ?? null) !== canonicalJson(now?.document ?? null);
      if (now === null) this.documents.delete(sha256);
      // Claims that say the same stay the very same.
      else this.documents.set(sha256, isNew || before === undefined ? now : { ...now, claims: before.claims });
    }
    this.put(areClaimsNew, areDocumentsNew);
  }

  private put(areClaimsNew: boolean, areDocumentsNew: boolean): void {
    if (!areClaimsNew && !areDocumentsNew) return;
    const inOrder = [...this.documents.values()].sort((a, b) => a.seq - b.seq);
    this.present = {
      claims: areClaimsNew ? inOrder.flatMap(({ claims }) => claims) : this.present.claims,
      documents: areDocumentsNew ? inOrder.map(({ document }) => document).toReversed() : this.present.documents,
    };
  }
}

/** What a document's claims are known by; its text never changes, and goes only when it is erased. */
const factsOf = (claims: readonly BriefClaim[]): string => canonicalJson(claims.map(({ id, claim, document, text }) => [id, claim, document, text !== null]));
