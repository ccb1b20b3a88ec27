import type { EntryKind } from "./entry-kinds.ts";
import type { Draft, Entry, SealedEntry } from "./entry.ts";
import type { ClaimRow, DocumentRow, Review, Rows } from "./rows.ts";
import type { TreeHead } from "./signed-note.ts";

/** The tree's head, and the time of its last entry ("" where there is none). */
export interface Head extends TreeHead {
  time: string;
}

/** A signed head as it was kept. */
export interface StoredCheckpoint {
  size: number;
  /** The signer's key as C2SP writes it. */
  verifier: string;
  note: string;
  /** The answer of a time-stamping authority (RFC 3161, DER). */
  timeStamp: Uint8Array | null;
}

/** Where a claim stands in a list by day. */
export type ClaimPlace = Pick<ClaimRow, "day" | "document" | "position">;

export interface ClaimQuery {
  force?: string;
  place?: string;
  /** SHA-256 of a document. */
  document?: string;
  review?: Review;
  /** Only those behind this one in the order of the list. */
  after?: ClaimPlace;
  /** How many at most. */
  limit?: number;
  /** False leaves the reasons (`spans`) of the claims out, which makes a long list several times as quick. */
  withReasons?: boolean;
}

/** What can be asked of a ledger's store. Lists come in pages from the database, so that memory stays flat. */
export interface StoreReader {
  head(): Promise<Head>;
  /** Entries in order from `from` up to and with `to`. */
  entries(from?: number, to?: number): AsyncIterable<SealedEntry>;
  /** All entries that are about a subject, in order. */
  entriesAbout(subject: string, until?: number): Promise<Entry[]>;
  /** All entries of a kind that has few and small ones, in order. */
  entriesOfKind(kind: EntryKind, until?: number): Promise<Entry[]>;
  /** Subjects of a type ("document") in the order in which they first came up, no later than entry `until`. */
  subjects(type: string, until?: number): AsyncIterable<string>;
  /** The last entry with a time before this one; 0 where there is none. */
  lastBefore(time: string): Promise<number>;

  blob(sha256: string): Promise<Uint8Array | null>;
  /** All bytes that are kept, with the SHA-256 under which they are, in its order. */
  blobs(): AsyncIterable<{ sha256: string; content: Uint8Array }>;
  checkpoints(): Promise<StoredCheckpoint[]>;

  document(sha256: string): Promise<DocumentRow | null>;
  /** Those of these SHA-256 that are kept, in any order. */
  documentsOf(hashes: readonly string[]): Promise<DocumentRow[]>;
  /** In the order in which they were added. */
  documents(): AsyncIterable<DocumentRow>;
  /** The ones added last, newest first. @param before  only those that an entry before this one added; null for all */
  latestDocuments(before: number | null, limit: number): Promise<DocumentRow[]>;
  /** Those whose SHA-256 begins so; at most `limit`. */
  documentsLike(prefix: string, limit: number): Promise<DocumentRow[]>;
  /** Those that were had from one of these addresses; of each address in the order in which they were added. */
  documentsAt(urls: readonly string[]): Promise<DocumentRow[]>;
  documentsWithText(textSha256: string): Promise<DocumentRow[]>;
  /** Those whose id begins so; at most `limit`. */
  claimsLike(prefix: string, limit: number): Promise<ClaimRow[]>;
  /** How many claims of each of these documents count, and how many of them nobody has reviewed; documents without any are left out. */
  claimCounts(documents: readonly string[]): Promise<Map<string, { claims: number; unreviewed: number }>>;
  /** By day, then by document and position. */
  claims(query?: ClaimQuery): AsyncIterable<ClaimRow>;
  sources(): Promise<Rows["sources"]>;
  statements(): Promise<Rows["statements"]>;
  situations(): Promise<Rows["situations"]>;
  feeds(): Promise<Rows["feeds"]>;
}

/** What can be done inside of one transaction, which sees its own changes of blobs but not yet those of entries. */
export interface StoreWriter extends StoreReader {
  /** Adds an entry at the end; its rows are remade when the transaction ends. */
  append(draft: Draft, actor: string): Promise<Entry>;
  /** Keeps bytes under their SHA-256; those that are there already are kept once. */
  putBlob(sha256: string, content: Uint8Array): Promise<void>;
  dropBlobs(hashes: readonly string[]): Promise<void>;
  /** Erases what entries say, not that they were made. */
  dropBodies(seqs: readonly number[]): Promise<void>;
  putCheckpoint(checkpoint: StoredCheckpoint): Promise<void>;
  /** Remakes all that is derived from the entries. @returns the tables that were not as the entries say */
  rebuild(step: () => void): Promise<string[]>;
}

/** Where a ledger is kept. One contract test holds every implementation to the same promises. */
export interface Store extends StoreReader {
  /** For messages: a path, or an address without its password. */
  readonly name: string;
  /**
   * Runs the work as one transaction: either all of it is there, on the disk, when this returns, or nothing. Writers wait for
   * each other, in this process or in another.
   */
  transact<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
