import type { Claim, Document, Provenance } from "../claims/index.ts";
import { isKeepable } from "./canonical.ts";
import { withIds } from "./claim-id.ts";
import { changesOf } from "./correction.ts";
import { documentSubject, type BodyOf, type EntryKind } from "./entry-kinds.ts";
import type { Draft, Entry } from "./entry.ts";
import { alreadyDone, erasureOf } from "./erasure.ts";
import { LedgerError } from "./error.ts";
import { findClaim, findDocument, findFormerDocument } from "./find.ts";
import type { ClaimRow, DocumentRow, DocumentStatus } from "./rows.ts";
import { sha256Hex } from "./sha256.ts";
import type { Store, StoreReader, StoreWriter } from "./store.ts";
import { withKeptIds } from "./succession.ts";
import { checkUndoable } from "./undo.ts";
import { toUtf8 } from "./utf8.ts";

/** A document with the bytes it was received as, and what was read in it. */
export interface ReadDocument {
  document: Document;
  bytes: Uint8Array;
  /** Reader and language pack, with versions. */
  reader: string;
  claims: readonly Claim[];
  /** Where it was had, and how what is known of it is known. */
  provenance?: Provenance;
}

/** What the gate stopped: it holds nothing that is looked for, and nothing of it is kept but that it was seen. */
export interface StoppedDocument {
  stopped: string;
  url: string | null;
}

/** What became of one document. `replaces` is the SHA-256 of an earlier version, had from the same address. */
export type Added = { outcome: "added"; claims: number; seq: number; replaces: string | null } | { outcome: "known"; seq: number; status: DocumentStatus };

/** The same of what may also have been stopped by the gate. */
export type Outcome = Added | { outcome: "stopped"; seq: number };

export type Verdict = "accept" | "reject" | "restore" | "correct";

/** Kinds of entries with no rules but their schema's. */
export type RecordedKind = Exclude<EntryKind, `document ${string}` | `claim ${string}` | "claims read" | "reader re-run" | "undone">;

/** Everything that can be done to a ledger, in the name of one actor. Each call is one transaction. */
export class Ledger {
  private readonly store: Store;
  private readonly actor: string;

  constructor(store: Store, actor: string) {
    this.store = store;
    this.actor = actor;
  }

  /**
   * Keeps documents and their claims, all or none. The same bytes are one document: the second time nothing is added. Other bytes from
   * the same address are a new version, whose claims count instead of the old one's, unless the text is the same: pages change their
   * advertisements. Of what the gate stopped its hash and address are kept; a later reader that lets it through has it added.
   *
   * @returns for each document what became of it
   * @throws LedgerError BAD_TEXT for a text that cannot be kept, TOO_LARGE, BAD_ENTRY where bytes and hash do not agree
   */
  async add(documents: readonly ReadDocument[]): Promise<Added[]>;
  async add(documents: readonly (ReadDocument | StoppedDocument)[]): Promise<Outcome[]>;
  async add(documents: readonly (ReadDocument | StoppedDocument)[]): Promise<Outcome[]> {
    return this.store.transact(async (writer) => {
      const batch = await batchOf(writer, documents);
      const results: Outcome[] = [];
      for (const document of documents) results.push(await ("stopped" in document ? this.stopOne(writer, document, batch) : this.addOne(writer, document, batch)));
      return results;
    });
  }

  private async stopOne(writer: StoreWriter, { stopped, url }: StoppedDocument, batch: Batch): Promise<Outcome> {
    const inBatch = batch.seqs.get(stopped);
    const known = batch.known.get(stopped);
    if (known !== undefined) return { outcome: "known", seq: known.seq, status: known.status };
    if (inBatch !== undefined) return { outcome: "known", seq: inBatch, status: "stopped" };
    const { seq } = await this.append(writer, "document stopped", { document: stopped, url });
    batch.seqs.set(stopped, seq);
    return { outcome: "stopped", seq };
  }

  private async addOne(writer: StoreWriter, { document: { text, ...document }, bytes, reader, claims, provenance }: ReadDocument, batch: Batch): Promise<Added> {
    const { sha256, url } = document;
    const inBatch = batch.seqs.get(sha256);
    if (inBatch !== undefined) return { outcome: "known", seq: inBatch, status: "kept" };
    const known = batch.known.get(sha256);
    if (known !== undefined && known.status !== "stopped") return { outcome: "known", seq: known.seq, status: known.status };
    if (!isKeepable(text)) throw new LedgerError("BAD_TEXT", "holds half a surrogate pair or U+0000, which cannot be kept; mend the text");
    if (sha256Hex(bytes) !== sha256) throw new LedgerError("BAD_ENTRY", "has another SHA-256 than its bytes; take the document in again");
    const textBytes = toUtf8(text);
    const textSha256 = textBytes.equals(bytes) ? sha256 : sha256Hex(textBytes);
    const earlier = url === null ? undefined : batch.urls.get(url);
    if (earlier?.textSha256 === textSha256) return { outcome: "known", seq: earlier.seq, status: "kept" };
    const replaces = earlier?.sha256 ?? null;
    await writer.putBlob(sha256, bytes);
    if (textSha256 !== sha256) await writer.putBlob(textSha256, textBytes);
    const { seq } = await this.append(writer, "document added", { document, bytes: bytes.byteLength, text: textSha256, ...(provenance === undefined ? {} : { provenance }) });
    await this.append(writer, "claims read", { document: sha256, reader, claims: withIds(sha256, claims) });
    if (replaces !== null) await this.append(writer, "document versioned", { document: sha256, replaces });
    batch.seqs.set(sha256, seq);
    if (url !== null) batch.urls.set(url, { sha256, textSha256, seq });
    return { outcome: "added", claims: claims.length, seq, replaces };
  }

  /**
   * What a newer reader makes of a document that is kept. What was said of claims stays with those that both readings found.
   *
   * @throws LedgerError NO_SUCH_DOCUMENT
   */
  async reread(sha256: string, reader: string, claims: readonly Claim[], why: string | null = null): Promise<Entry> {
    return this.store.transact(async (writer) => {
      await findDocument(writer, sha256);
      const known = withKeptIds(sha256, await writer.entriesAbout(documentSubject(sha256)), claims);
      return this.append(writer, "reader re-run", { document: sha256, reader, claims: known }, why);
    });
  }

  /**
   * What a person makes of a claim.
   *
   * @param id           the claim's id or its first digits
   * @param corrections  for "correct": `field=value`
   * @param check        sees the claim as it stands before anything is written; what it throws ends it
   * @throws LedgerError NO_SUCH_CLAIM, BAD_FIELD
   */
  async review(id: string, verdict: Verdict, corrections: readonly string[], why: string | null, check: (row: ClaimRow) => void = () => {}): Promise<Entry> {
    return this.store.transact(async (writer) => {
      const row = await findClaim(writer, id);
      check(row);
      const { id: claim, document, claim: now } = row;
      if (verdict === "correct") return this.append(writer, "claim corrected", { claim, document, changes: changesOf(now, corrections) }, why);
      return this.append(writer, ({ accept: "claim accepted", reject: "claim rejected", restore: "claim restored" } as const)[verdict], { claim, document }, why);
    });
  }

  /** Writes an entry as it stands: what has no rules but its schema's. @throws LedgerError BAD_ENTRY, BAD_TEXT, TOO_LARGE */
  async record<K extends RecordedKind>(kind: K, body: BodyOf<K>, why: string | null = null): Promise<Entry> {
    return this.store.transact((writer) => this.append(writer, kind, body, why));
  }

  /**
   * Writes what is decided on while nobody else can write, which may be nothing.
   *
   * @param decide  sees the ledger as it is under the lock
   */
  async decide(decide: (store: StoreReader) => Promise<readonly Draft<RecordedKind>[]>): Promise<Entry[]> {
    return this.store.transact(async (writer) => {
      const entries: Entry[] = [];
      for (const { kind, body, why } of await decide(writer)) entries.push(await this.append(writer, kind, body, why));
      return entries;
    });
  }

  /** Takes a document back: it stays readable, and its claims no longer count. @throws LedgerError NO_SUCH_DOCUMENT */
  async withdraw(prefix: string, why: string): Promise<Entry> {
    return this.store.transact(async (writer) => {
      const { sha256, status } = await findDocument(writer, prefix);
      if (status === "withdrawn" || status === "erased") throw alreadyDone(sha256, status, "withdraw");
      return this.append(writer, "document withdrawn", { document: sha256 }, why);
    });
  }

  /**
   * Erases a document for good: its bytes and text, and what entries and notes say of it, its claims and their corrections. Its hash stays,
   * and that these entries were made, by whom, and why it was erased. What is another document's too stays for that one. A document whose
   * adding was undone can be erased as well: until then it could be brought back.
   *
   * @throws LedgerError NO_SUCH_DOCUMENT
   */
  async erase(prefix: string, why: string): Promise<Entry> {
    return this.store.transact(async (writer) => {
      const sha256 = await findFormerDocument(writer, prefix);
      const { entries, blobs } = await erasureOf(writer, sha256);
      await writer.dropBodies(entries);
      await writer.dropBlobs(blobs);
      return this.append(writer, "document erased", { document: sha256, entries, blobs }, why);
    });
  }

  /**
   * Takes entries back by another entry, which can be taken back in its turn.
   *
   * @param seqs  entries, in any order
   * @throws LedgerError NO_SUCH_ENTRY, NOT_UNDOABLE
   */
  async undo(seqs: readonly number[], why: string | null): Promise<Entry> {
    return this.store.transact(async (writer) => {
      const entries = [...new Set(seqs)].sort((a, b) => a - b);
      await checkUndoable(writer, entries);
      return this.append(writer, "undone", { entries }, why);
    });
  }

  /**
   * Remakes all projections from the entries.
   *
   * @param isCheck  leave everything as it was, and only say what would change
   * @param step     called as each subject is done
   * @returns the tables that were not as the entries say
   */
  async rebuild(isCheck = false, step: () => void = () => {}): Promise<string[]> {
    try {
      return await this.store.transact(async (writer) => {
        const changed = await writer.rebuild(step);
        if (isCheck) throw new Seen(changed);
        return changed;
      });
    } catch (error) {
      if (error instanceof Seen) return error.changed;
      throw error;
    }
  }

  private append<K extends EntryKind>(writer: StoreWriter, kind: K, body: Draft<K>["body"], why: string | null = null): Promise<Entry> {
    return writer.append({ kind, body, why } as Draft, this.actor);
  }
}

/** Ends a transaction that was only to be looked at. */
class Seen extends Error {
  readonly changed: string[];
  constructor(changed: string[]) {
    super("rolled back");
    this.changed = changed;
  }
}

/** What one transaction knows of documents: the tables do not show those that it adds before it ends. */
interface Batch {
  known: ReadonlyMap<string, DocumentRow>;
  /** Of those that it has added, by SHA-256. */
  seqs: Map<string, number>;
  /** The newest document from each address. */
  urls: Map<string, Version>;
}

type Version = Pick<DocumentRow, "sha256" | "textSha256" | "seq">;

/** Asked for all of them at once, which costs as much as for one. */
async function batchOf(store: StoreReader, documents: readonly (ReadDocument | StoppedDocument)[]): Promise<Batch> {
  const known = await store.documentsOf(documents.map((one) => ("stopped" in one ? one.stopped : one.document.sha256)));
  const urls = new Set(documents.flatMap((one) => ("stopped" in one || one.document.url === null ? [] : [one.document.url])));
  const earlier = (await store.documentsAt([...urls])).filter(({ status }) => status === "kept");
  return { known: new Map(known.map((row) => [row.sha256, row])), seqs: new Map(), urls: new Map(earlier.map((row) => [row.document?.url ?? "", row])) };
}
