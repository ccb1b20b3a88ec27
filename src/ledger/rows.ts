import type { Claim, DocumentRef } from "../claims/index.ts";

/** What a desk thinks of a claim. `unreviewed` until someone says otherwise; the last word counts. */
export type Review = "unreviewed" | "accepted" | "corrected" | "rejected";

export type KeptDocument = DocumentRef;

/** A document's state: only a `kept` one that no newer version replaces has claims that count. Of a `stopped` one there is only the hash. */
export type DocumentStatus = "kept" | "replaced" | "withdrawn" | "erased" | "stopped";

export interface DocumentRow {
  sha256: string;
  status: DocumentStatus;
  /** Null once erased, and of what the gate stopped. */
  document: KeptDocument | null;
  /** SHA-256 of the text as UTF-8, under which it is kept; null once erased. */
  textSha256: string | null;
  /** The newest version's SHA-256, where there is one. */
  replacedBy: string | null;
  /** Reader and language pack of the latest reading, with versions. */
  reader: string | null;
  /** The entry of that reading; null where there is none that counts. */
  reading: number | null;
  /** The entry that added it, from which its place in lists comes. */
  seq: number;
  /** When it was added. */
  time: string;
}

export interface ClaimRow {
  id: string;
  /** SHA-256 of its document. */
  document: string;
  /** Its place among the claims of its document, from 0. */
  position: number;
  /** What it stands at now, with corrections. */
  claim: Claim;
  review: Review;
  /** The first date that is known of it (as of, said, published), to sort by; "" where there is none. */
  day: string;
}

export interface SourceRow {
  name: string;
  /** Admiralty reliability, A to F. */
  reliability: string | null;
  /** The name that it is another name of. */
  alias: string | null;
  leaning: string | null;
}

/** A desk's word on whether claims are one statement or several. The latest on a pair counts. */
export interface StatementRow {
  seq: number;
  kind: "join" | "split";
  claims: string[];
}

export interface SituationRow {
  name: string;
  force: string;
  place: string;
}

export interface FeedRow {
  url: string;
  isPaused: boolean;
}

/** Everything that entries say of their subjects, and that can be made anew from them. */
export interface Rows {
  documents: DocumentRow[];
  claims: ClaimRow[];
  sources: SourceRow[];
  statements: StatementRow[];
  situations: SituationRow[];
  feeds: FeedRow[];
}

/** Adds the rows of one subject to those of others. */
export function addRows(all: Rows, { documents, claims, sources, statements, situations, feeds }: Rows): void {
  all.documents.push(...documents);
  all.sources.push(...sources);
  all.statements.push(...statements);
  all.situations.push(...situations);
  all.feeds.push(...feeds);
  // One document may have more claims than a call can have arguments.
  for (const claim of claims) all.claims.push(claim);
}

export const noRows = (): Rows => ({ documents: [], claims: [], sources: [], statements: [], situations: [], feeds: [] });
