import type { BriefClaim } from "../claims/index.ts";
import { canonicalJson } from "../ledger/canonical.ts";
import { subjectsOf } from "../ledger/entry-kinds.ts";
import { isKind, openEntry, type Entry } from "../ledger/entry.ts";
import type { StoreReader } from "../ledger/store.ts";
import { textOf } from "../ledger/views.ts";
import { keptClaims } from "./kept-statements.ts";

/** Entries after which everything is read again: that is quicker than going through each. */
const MOST_ENTRIES = 2_000;
const DOCUMENT = "document:";

/**
 * The claims that count now, held in memory: of what was written since they were asked for last, only the documents that it is about are
 * read again. What is returned is the same list as before, where nothing in it has changed.
 */
export class PresentClaims {
  private readonly store: StoreReader;
  private documents = new Map<string, BriefClaim[]>();
  private list: readonly BriefClaim[] = [];
  /** Entries that are taken into account; null before the first reading. */
  private size: number | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(store: StoreReader) {
    this.store = store;
  }

  /** As of an entry that is there, or later. */
  get(): Promise<readonly BriefClaim[]> {
    const next = this.turn.then(() => this.refresh());
    // Whoever failed is told; the next one tries anew.
    this.turn = next.catch(() => undefined);
    return next;
  }

  private async refresh(): Promise<readonly BriefClaim[]> {
    const { size } = await this.store.head();
    if (size === this.size) return this.list;
    if (this.size === null || size - this.size > MOST_ENTRIES || size < this.size) await this.readAll();
    else await this.readAgain(await this.changedSince(this.size + 1, size));
    this.size = size;
    return this.list;
  }

  private async readAll(): Promise<void> {
    const claims = await keptClaims(this.store, null);
    const documents = new Map<string, BriefClaim[]>();
    for (const claim of claims) {
      const known = documents.get(claim.document.sha256);
      if (known === undefined) documents.set(claim.document.sha256, [claim]);
      else known.push(claim);
    }
    [this.documents, this.list] = [documents, claims];
  }

  private async readAgain(hashes: ReadonlySet<string>): Promise<void> {
    let isSame = true;
    for (const sha256 of hashes) {
      const [before, now] = [this.documents.get(sha256) ?? [], await claimsIn(this.store, sha256)];
      if (canonicalJson(before.map(facts)) === canonicalJson(now.map(facts))) continue;
      isSame = false;
      if (now.length > 0) this.documents.set(sha256, now);
      else this.documents.delete(sha256);
    }
    if (!isSame) this.list = [...this.documents.values()].flat();
  }

  /** Documents that entries are about, and those that whatever they take back was about. */
  private async changedSince(from: number, to: number): Promise<Set<string>> {
    const found = new Set<string>();
    const look = async (entry: Entry): Promise<void> => {
      if (entry.body !== null) for (const subject of subjectsOf(entry.kind, entry.body, entry.seq)) if (subject.startsWith(DOCUMENT)) found.add(subject.slice(DOCUMENT.length));
      if (!isKind(entry, "undone")) return;
      for (const seq of entry.body?.entries ?? []) for await (const sealed of this.store.entries(seq, seq)) await look(openEntry(sealed));
    };
    for await (const sealed of this.store.entries(from, to)) await look(openEntry(sealed));
    return found;
  }
}

/** What a document's claims are known by; its text never changes, and goes only when it is erased. */
const facts = ({ id, claim, document, text }: BriefClaim): unknown => [id, claim, document, text !== null];

async function claimsIn(store: StoreReader, sha256: string): Promise<BriefClaim[]> {
  const document = (await store.document(sha256))?.document ?? null;
  if (document === null) return [];
  const rows = [];
  for await (const row of store.claims({ document: sha256 })) if (row.review !== "rejected") rows.push(row);
  const text = rows.length === 0 ? null : await textOf(store, sha256);
  return rows.sort((a, b) => a.position - b.position).map(({ id, claim }) => ({ id, claim, document, text }));
}
