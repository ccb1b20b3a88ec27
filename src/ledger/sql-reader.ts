import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Claim } from "../claims/index.ts";
import type { EntryKind } from "./entry-kinds.ts";
import { openBody, openEntry, type Entry, type SealedEntry } from "./entry.ts";
import { LedgerError } from "./error.ts";
import { Frontier, HASH_BYTES } from "./merkle.ts";
import { decodeClaim, decodeDocument, toBytes } from "./row-codec.ts";
import type { ClaimRow, DocumentRow, Rows, StatementRow } from "./rows.ts";
import type { ClaimPlace, ClaimQuery, Head, StoreReader, StoredCheckpoint } from "./store.ts";
import type { Spelling } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** Rows of one query: enough to be quick, few enough to stay small where each has a long text. */
const PAGE = 200;
/** Claims are small, and documents may be large. */
const CLAIM_PAGE = 2_000;
const BLOB_PAGE = 32;
/** No 32-bit integer is greater. */
const LAST = 2 ** 31 - 1;

type Bytes = Uint8Array | ArrayBuffer;

interface EntryRow {
  seq: number;
  /** leaf, body_hash, time, 0, kind, 0, by_seal; and where there is a body, 0 and its seal. (Seals are JSON, which holds no 0.) */
  packed: Bytes;
}

const NUL = Buffer.of(0);
const NOTHING = Buffer.alloc(0);

/** Where something was altered, the parts come out otherwise than they went in, and their hash tells. */
function toSealed({ seq, packed }: EntryRow): SealedEntry {
  const bytes = Buffer.from(packed as ArrayBuffer);
  const timeEnd = bytes.indexOf(0, 2 * HASH_BYTES);
  const kindEnd = bytes.indexOf(0, timeEnd + 1);
  const byEnd = bytes.indexOf(0, kindEnd + 1);
  return {
    seq, time: bytes.toString("utf8", 2 * HASH_BYTES, timeEnd), kind: bytes.toString("utf8", timeEnd + 1, kindEnd), by: bytes.subarray(kindEnd + 1, byEnd === -1 ? bytes.length : byEnd),
    leaf: bytes.subarray(0, HASH_BYTES), bodyHash: bytes.toString("hex", HASH_BYTES, 2 * HASH_BYTES), body: byEnd === -1 ? null : bytes.subarray(byEnd + 1),
  };
}

/** @throws LedgerError DAMAGED */
export function parseFrontier(size: number, text: string): Frontier {
  try {
    return Frontier.parse(size, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LedgerError("DAMAGED", "the head of its tree is damaged; take a copy of before", { cause: error });
  }
}

/** The questions, which both databases answer alike. */
export class SqlReader implements StoreReader {
  protected readonly db: Kysely<Tables>;
  private readonly bytes: Spelling["bytes"];
  constructor(db: Kysely<Tables>, bytes: Spelling["bytes"]) {
    this.db = db;
    this.bytes = bytes;
  }

  async head(): Promise<Head> {
    const { origin, size, time, frontier } = await this.db.selectFrom("head").selectAll().executeTakeFirstOrThrow();
    return { origin, size, time, root: parseFrontier(size, frontier).root() };
  }

  /**
   * Text comes as bytes: libsql ends the whole program where a damaged file holds a text that is no UTF-8. And all of them in
   * one piece: each value of its own costs as much as hashing it.
   */
  private sealed() {
    const bytes = sql.raw(this.bytes);
    const [time, kind] = (["time", "kind"] as const).map((column) => sql`cast(${sql.ref(column)} as ${bytes})`) as [RawBuilder<Bytes>, RawBuilder<Bytes>];
    const packed = sql<Bytes>`cast(leaf || body_hash || ${time} || ${NUL} || ${kind} || ${NUL} || by_seal || coalesce(${NUL} || seal, ${NOTHING}) as ${bytes})`;
    return this.db.selectFrom("entries").leftJoin("bodies", "bodies.seq", "entries.seq").select(["entries.seq", packed.as("packed")]);
  }

  async *entries(from = 1, to = LAST): AsyncGenerator<SealedEntry> {
    for (let next = from; ; ) {
      const page = await this.sealed().where("entries.seq", ">=", next).where("entries.seq", "<=", to).orderBy("entries.seq").limit(PAGE).execute();
      yield* page.map(toSealed);
      if (page.length < PAGE) return;
      next = (page.at(-1)?.seq ?? 0) + 1;
    }
  }

  async entriesAbout(subject: string, until = LAST): Promise<Entry[]> {
    const about = this.db.selectFrom("subjects").select("seq").where("subject", "=", subject).where("seq", "<=", until);
    const rows = await this.sealed().where("entries.seq", "in", about).orderBy("entries.seq").execute();
    return rows.map((row) => openEntry(toSealed(row)));
  }

  async entriesOfKind(kind: EntryKind, until = LAST): Promise<Entry[]> {
    const rows = await this.sealed().where("kind", "=", kind).where("entries.seq", "<=", until).orderBy("entries.seq").execute();
    return rows.map((row) => openEntry(toSealed(row)));
  }

  async *subjects(type: string, until = LAST): AsyncGenerator<string> {
    for (let last = { seq: 0, subject: "" }; ; ) {
      const page = await this.db.selectFrom("subjects").select(["subject", (eb) => eb.fn.min("seq").as("seq")])
        .where("subject", ">=", `${type}:`).where("subject", "<", `${type};`).groupBy("subject")
        .having((eb) => eb.and([
          eb(eb.fn.min("seq"), "<=", until),
          eb.or([eb(eb.fn.min("seq"), ">", last.seq), eb.and([eb(eb.fn.min("seq"), "=", last.seq), eb("subject", ">", last.subject)])]),
        ]))
        .orderBy((eb) => eb.fn.min("seq")).orderBy("subject").limit(PAGE * 50).execute();
      yield* page.map(({ subject }) => subject);
      if (page.length < PAGE * 50) return;
      last = page.at(-1) ?? last;
    }
  }

  async lastBefore(time: string): Promise<number> {
    // No entry is older than the one before it, so that halving finds it.
    let [before, after] = [0, (await this.head()).size + 1];
    while (after - before > 1) {
      const middle = (before + after) >> 1;
      const row = await this.db.selectFrom("entries").select("time").where("seq", "=", middle).executeTakeFirst();
      if (row !== undefined && row.time < time) before = middle;
      else after = middle;
    }
    return before;
  }

  async blob(sha256: string): Promise<Uint8Array | null> {
    const row = await this.db.selectFrom("blobs").select("content").where("sha256", "=", sha256).executeTakeFirst();
    return row === undefined ? null : toBytes(row.content);
  }

  async *blobs(): AsyncGenerator<{ sha256: string; content: Uint8Array }> {
    for (let last = ""; ; ) {
      const page = await this.db.selectFrom("blobs").selectAll().where("sha256", ">", last).orderBy("sha256").limit(BLOB_PAGE).execute();
      yield* page.map(({ sha256, content }) => ({ sha256, content: toBytes(content) }));
      if (page.length < BLOB_PAGE) return;
      last = page.at(-1)?.sha256 ?? last;
    }
  }

  async checkpoints(): Promise<StoredCheckpoint[]> {
    const rows = await this.db.selectFrom("checkpoints").selectAll().orderBy("size").orderBy("verifier").execute();
    return rows.map(({ size, verifier, note, time_stamp }) => ({ size, verifier, note, timeStamp: time_stamp === null ? null : toBytes(time_stamp) }));
  }

  async document(sha256: string): Promise<DocumentRow | null> {
    const row = await this.db.selectFrom("documents").selectAll().where("sha256", "=", sha256).executeTakeFirst();
    return row === undefined ? null : decodeDocument(row);
  }

  async documentsOf(hashes: readonly string[]): Promise<DocumentRow[]> {
    const found: DocumentRow[] = [];
    for (let at = 0; at < hashes.length; at += PAGE) {
      const rows = await this.db.selectFrom("documents").selectAll().where("sha256", "in", hashes.slice(at, at + PAGE)).execute();
      for (const row of rows) found.push(decodeDocument(row));
    }
    return found;
  }

  async *documents(): AsyncGenerator<DocumentRow> {
    for (let last = 0; ; ) {
      const page = await this.db.selectFrom("documents").selectAll().where("seq", ">", last).orderBy("seq").limit(PAGE).execute();
      yield* page.map(decodeDocument);
      if (page.length < PAGE) return;
      last = page.at(-1)?.seq ?? last;
    }
  }

  async latestDocuments(before: number | null, limit: number): Promise<DocumentRow[]> {
    const query = this.db.selectFrom("documents").selectAll().where("status", "!=", "stopped").$if(before !== null, (all) => all.where("seq", "<", before)).orderBy("seq", "desc").limit(limit);
    return (await query.execute()).map(decodeDocument);
  }

  /** The entries that added these documents, by which their claims are found. */
  protected addedOf(documents: readonly string[]) {
    return this.db.selectFrom("documents").select("seq").where("sha256", "in", documents);
  }

  async claimCounts(documents: readonly string[]): Promise<Map<string, { claims: number; unreviewed: number }>> {
    if (documents.length === 0) return new Map();
    const rows = await this.db.selectFrom("claims")
      .select(["document", (eb) => eb.fn.countAll<string | number>().as("claims"), (eb) => eb.fn.sum<string | number>(eb.case().when("review", "=", "unreviewed").then(1).else(0).end()).as("unreviewed")])
      .where("added", "in", this.addedOf(documents)).groupBy("document").execute();
    // PostgreSQL counts in text.
    return new Map(rows.map(({ document, claims, unreviewed }) => [document, { claims: Number(claims), unreviewed: Number(unreviewed) }]));
  }

  async documentsLike(prefix: string, limit: number): Promise<DocumentRow[]> {
    // "g" comes after every hexadecimal digit.
    const rows = await this.db.selectFrom("documents").selectAll().where("sha256", ">=", prefix).where("sha256", "<", `${prefix}g`).orderBy("sha256").limit(limit).execute();
    return rows.map(decodeDocument);
  }

  async documentsAt(urls: readonly string[]): Promise<DocumentRow[]> {
    const found: DocumentRow[] = [];
    for (let at = 0; at < urls.length; at += PAGE) {
      const rows = await this.db.selectFrom("documents").selectAll().where("url", "in", urls.slice(at, at + PAGE)).orderBy("seq").execute();
      for (const row of rows) found.push(decodeDocument(row));
    }
    return found;
  }

  async documentsWithText(textSha256: string): Promise<DocumentRow[]> {
    return (await this.db.selectFrom("documents").selectAll().where("text_sha256", "=", textSha256).orderBy("seq").execute()).map(decodeDocument);
  }

  async claimsLike(prefix: string, limit: number): Promise<ClaimRow[]> {
    const rows = await this.db.selectFrom("claims").selectAll().where("id", ">=", prefix).where("id", "<", `${prefix}g`).orderBy("id").limit(limit).execute();
    return this.withReasons(rows.map(decodeClaim));
  }

  async *claims({ force, place, document, review, after, limit = Infinity, withReasons = true }: ClaimQuery = {}): AsyncGenerator<ClaimRow> {
    const size = Math.min(CLAIM_PAGE, limit);
    let query = this.db.selectFrom("claims").select(["id", "document", "position", "day", "review", "claim"])
      .orderBy("day").orderBy("document").orderBy("position").limit(size);
    if (force !== undefined) query = query.where("force", "=", force);
    if (place !== undefined) query = query.where("place", "=", place);
    if (document !== undefined) query = query.where("added", "in", this.addedOf([document]));
    if (review !== undefined) query = query.where("review", "=", review);
    const behind = (place: ClaimPlace) => query.where((eb) => eb(eb.refTuple("day", "document", "position"), ">", eb.tuple(place.day, place.document, place.position)));
    let next = after === undefined ? query : behind(after);
    for (let left = limit; left > 0; ) {
      const page = await next.limit(Math.min(size, left)).execute();
      const rows = page.map(decodeClaim);
      if (withReasons) for (let at = 0; at < rows.length; at += PAGE) yield* await this.withReasons(rows.slice(at, at + PAGE));
      else yield* rows;
      left -= page.length;
      const last = page.at(-1);
      if (last === undefined || page.length < size) return;
      next = behind(last);
    }
  }

  /** The same claims with the reasons that their documents' readings give. */
  private async withReasons(rows: readonly ClaimRow[]): Promise<ClaimRow[]> {
    if (rows.length === 0) return [];
    const documents = [...new Set(rows.map(({ document }) => document))];
    const spans = new Map<string, Claim["spans"]>();
    const readings = await this.db.selectFrom("documents").innerJoin("bodies", "bodies.seq", "documents.reading").select("seal").where("sha256", "in", documents).execute();
    for (const { seal } of readings) for (const { id, claim } of openBody("claims read", toBytes(seal)).claims) spans.set(id, claim.spans);
    return rows.map((row) => ({ ...row, claim: { ...row.claim, spans: spans.get(row.id) ?? {} } }));
  }

  async sources(): Promise<Rows["sources"]> {
    return this.db.selectFrom("sources").select(["name", "reliability", "alias", "leaning"]).orderBy("name").execute();
  }

  async statements(): Promise<Rows["statements"]> {
    const rows = await this.db.selectFrom("statements").select(["seq", "kind", "claims"]).orderBy("seq").execute();
    return rows.map(({ seq, kind, claims }) => ({ seq, kind: kind as StatementRow["kind"], claims: JSON.parse(claims) as string[] }));
  }

  async situations(): Promise<Rows["situations"]> {
    return this.db.selectFrom("situations").select(["name", "force", "place"]).orderBy("name").execute();
  }

  async feeds(): Promise<Rows["feeds"]> {
    const rows = await this.db.selectFrom("feeds").select(["url", "is_paused"]).orderBy("url").execute();
    return rows.map(({ url, is_paused }) => ({ url, isPaused: is_paused === 1 }));
  }
}
