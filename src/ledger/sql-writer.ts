import { CompiledQuery, sql, type Insertable, type Kysely } from "kysely";
import { derivedDigests } from "./derived.ts";
import { subjectsOf, type BodyOf } from "./entry-kinds.ts";
import { openEntry, sealEntry, type Draft, type Entry, type SealedEntry } from "./entry.ts";
import type { Frontier } from "./merkle.ts";
import type { Spelling } from "./migrations.ts";
import { project } from "./project.ts";
import { encodeRows } from "./row-codec.ts";
import { addRows, noRows, type Rows } from "./rows.ts";
import { parseFrontier, SqlReader } from "./sql-reader.ts";
import type { StoredCheckpoint, StoreWriter } from "./store.ts";
import { PROJECTIONS, type Projection, type Tables } from "./tables.ts";

const PROJECTION_NAMES = Object.keys(PROJECTIONS) as Projection[];

/** Rows of one statement: both databases bind some thirty thousand values, and no table has more than twelve columns. */
const BATCH = 500;
/** Rows of one INSERT: a few sizes, so that statements are prepared once, whatever number of rows there is. */
const INSERTS = [100, 10, 1];
/** Bytes that wait to be written together. */
const MOST_NEW_BYTES = 4_000_000;

export interface WriterOptions {
  spelling: Spelling;
  now: () => string;
  /** How to select the head so that no other transaction gets to write until this one ends. */
  lockHead: "for update" | "already locked";
}

/** The changes of one transaction, for which the caller holds the lock of the ledger's head. */
export class SqlWriter extends SqlReader implements StoreWriter {
  private readonly now: () => string;
  private readonly added: SealedEntry[] = [];
  private readonly touched = new Set<string>();
  /** By subject, the entries of this transaction. */
  private readonly appended = new Map<string, Entry[]>();
  private readonly links: Tables["subjects"][] = [];
  /** By SHA-256, bytes that are still to be written. */
  private readonly newBlobs = new Map<string, Uint8Array>();
  private newBytes = 0;
  private readonly state: { frontier: Frontier; time: string };
  private readonly parameter: Spelling["parameter"];

  private constructor(db: Kysely<Tables>, { spelling, now }: Pick<WriterOptions, "spelling" | "now">, state: { frontier: Frontier; time: string }) {
    super(db, spelling.bytes);
    this.now = now;
    this.parameter = spelling.parameter;
    this.state = state;
  }

  static async open(db: Kysely<Tables>, options: WriterOptions): Promise<SqlWriter> {
    const query = db.selectFrom("head").select(["size", "time", "frontier"]);
    const { size, time, frontier } = await (options.lockHead === "for update" ? query.forUpdate() : query).executeTakeFirstOrThrow();
    return new SqlWriter(db, options, { frontier: parseFrontier(size, frontier), time });
  }

  async append(draft: Draft, actor: string): Promise<Entry> {
    const seq = this.state.frontier.size + 1;
    // A clock that jumps back must not make an entry older than the one before.
    const now = this.now();
    const time = now > this.state.time ? now : this.state.time;
    const sealed = sealEntry(draft, { seq, time, actor });
    this.state.frontier.add(sealed.leaf);
    this.state.time = time;
    this.added.push(sealed);
    const subjects = draft.kind === "undone" ? await this.subjectsOfEntries((draft.body as BodyOf<"undone">).entries) : subjectsOf(draft.kind, draft.body, seq);
    this.link(seq, subjects);
    if (draft.kind === "document erased") this.linkErased(draft.body as BodyOf<"document erased">, subjects);
    const entry: Entry = { seq, time, kind: draft.kind, actor, why: draft.why ?? null, body: draft.body };
    for (const subject of subjects) this.appended.set(subject, [...(this.appended.get(subject) ?? []), entry]);
    return entry;
  }

  async putBlob(sha256: string, content: Uint8Array): Promise<void> {
    if (this.newBlobs.has(sha256)) return;
    this.newBlobs.set(sha256, content);
    this.newBytes += content.byteLength;
    if (this.newBytes > MOST_NEW_BYTES) await this.writeBlobs();
  }

  /** Several in one statement, which costs less than one each. */
  private async writeBlobs(): Promise<void> {
    await this.insert("blobs", [...this.newBlobs].map(([sha256, content]) => ({ sha256, content: bufferOf(content) })), "on conflict do nothing");
    this.newBlobs.clear();
    this.newBytes = 0;
  }

  override async blob(sha256: string): Promise<Uint8Array | null> {
    return this.newBlobs.get(sha256) ?? super.blob(sha256);
  }

  override async *blobs(): ReturnType<SqlReader["blobs"]> {
    await this.writeBlobs();
    yield* super.blobs();
  }

  async dropBlobs(hashes: readonly string[]): Promise<void> {
    await this.writeBlobs();
    for (const batch of batches(hashes)) await this.db.deleteFrom("blobs").where("sha256", "in", batch).execute();
  }

  async dropBodies(seqs: readonly number[]): Promise<void> {
    for (const batch of batches(seqs)) await this.db.deleteFrom("bodies").where("seq", "in", batch).execute();
  }

  async putCheckpoint({ size, verifier, note, timeStamp }: StoredCheckpoint): Promise<void> {
    const row = { size, verifier, note, time_stamp: timeStamp === null ? null : Buffer.from(timeStamp) };
    // Signed already: only a time stamp is something new.
    const update = { note, time_stamp: row.time_stamp };
    await this.db.insertInto("checkpoints").values(row)
      .onConflict((known) => (timeStamp === null ? known.doNothing() : known.columns(["size", "verifier"]).doUpdateSet(update))).execute();
  }

  /** Writes what was appended, and remakes the rows of everything it is about. */
  async finish(): Promise<void> {
    await this.writeBlobs();
    const isOld = await this.subjectsOfBefore();
    if (this.added.length > 0) await this.writeEntries();
    const fresh: Rows = noRows();
    for (const subject of this.touched) {
      // Of what only this transaction speaks there is nothing to ask for, and nothing to remove.
      if (isOld.has(subject)) await this.remake(subject);
      else addRows(fresh, project(subject, this.appended.get(subject) ?? []));
    }
    await this.insertRows(fresh);
    this.touched.clear();
    this.appended.clear();
  }

  /** Those of the subjects at hand that entries of earlier transactions are about. */
  private async subjectsOfBefore(): Promise<Set<string>> {
    const found = new Set<string>();
    for (const batch of batches([...this.touched])) {
      const rows = await this.db.selectFrom("subjects").select("subject").distinct().where("subject", "in", batch).execute();
      for (const { subject } of rows) found.add(subject);
    }
    return found;
  }

  private async writeEntries(): Promise<void> {
    await this.insert("entries", this.added.map(({ seq, time, kind, by, bodyHash, leaf }) => ({
      seq, time, kind, by_seal: bufferOf(by), body_hash: Buffer.from(bodyHash, "hex"), leaf: bufferOf(leaf),
    })));
    await this.insert("bodies", this.added.flatMap(({ seq, body }) => (body === null ? [] : [{ seq, seal: bufferOf(body) }])));
    await this.writeLinks();
    const { frontier, time } = this.state;
    await this.db.updateTable("head").set({ size: frontier.size, time, frontier: frontier.toString() }).execute();
    this.added.length = 0;
  }

  private async writeLinks(): Promise<void> {
    await this.insert("subjects", this.links, "on conflict do nothing");
    this.links.length = 0;
  }

  async rebuild(step: () => void): Promise<string[]> {
    await this.finish();
    const before = await derivedDigests(this.db);
    for (const table of [...PROJECTION_NAMES, "subjects"] as const) await this.db.deleteFrom(table).execute();
    // What an erased body was about only the entry that erased it says, and an "undone" that comes before that one asks for it.
    for (const entry of await this.entriesOfKind("document erased")) await this.relink(entry);
    await this.writeLinks();
    for await (const sealed of this.entries()) {
      await this.relink(openEntry(sealed));
      await this.writeLinks();
    }
    for (const type of ["document", "source", "statement", "situation", "feed"]) {
      for await (const subject of this.subjects(type)) {
        await this.remake(subject);
        step();
      }
    }
    this.touched.clear();
    const after = await derivedDigests(this.db);
    return [...after].filter(([table, digest]) => before.get(table) !== digest).map(([table]) => table);
  }

  private async relink({ seq, kind, body }: Entry): Promise<void> {
    if (body === null) return;
    const subjects = kind === "undone" ? await this.subjectsOfEntries((body as BodyOf<"undone">).entries) : subjectsOf(kind, body, seq);
    this.link(seq, subjects);
    if (kind === "document erased") this.linkErased(body as BodyOf<"document erased">, subjects);
  }

  /** Also notes that were erased are the document's. */
  private linkErased({ entries }: BodyOf<"document erased">, subjects: readonly string[]): void {
    for (const erased of entries) this.link(erased, subjects);
  }

  private link(seq: number, subjects: readonly string[]): void {
    for (const subject of subjects) {
      this.touched.add(subject);
      this.links.push({ subject, seq });
    }
  }

  /** What entries are about, those of this transaction among them. */
  private async subjectsOfEntries(seqs: readonly number[]): Promise<string[]> {
    const wanted = new Set(seqs);
    const found = new Set(this.links.filter(({ seq }) => wanted.has(seq)).map(({ subject }) => subject));
    for (const batch of batches(seqs)) {
      const rows = await this.db.selectFrom("subjects").select("subject").distinct().where("seq", "in", batch).execute();
      for (const { subject } of rows) found.add(subject);
    }
    return [...found];
  }

  private async remake(subject: string): Promise<void> {
    const [type = ""] = subject.split(":", 1);
    const name = subject.slice(type.length + 1);
    for (const table of PROJECTION_NAMES) {
      const { subject: own, key } = PROJECTIONS[table];
      if (own !== type) continue;
      if (table === "claims") await this.db.deleteFrom("claims").where("added", "in", this.addedOf([name])).execute();
      else await sql`delete from ${sql.table(table)} where ${sql.ref(key)} = ${key === "seq" ? Number(name) : name}`.execute(this.db);
    }
    await this.insertRows(project(subject, await this.entriesAbout(subject)));
  }

  private async insertRows(rows: Rows): Promise<void> {
    const encoded = encodeRows(rows);
    for (const table of PROJECTION_NAMES) await this.insert(table, encoded[table]);
  }

  // The text of the statement is made here: Kysely makes an object of each value, which costs as much as what is kept.
  private async insert<T extends keyof Tables>(table: T, rows: readonly Insertable<Tables[T]>[], conflict = ""): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    for (let at = 0; at < rows.length; ) {
      const size = INSERTS.find((some) => some <= rows.length - at) as number;
      const values = rows.slice(at, at + size).flatMap((row) => columns.map((column) => (row as Record<string, unknown>)[column]));
      await this.db.executeQuery(CompiledQuery.raw(insertText(table, columns, size, conflict, this.parameter), values));
      at += size;
    }
  }
}

/** Names of tables and columns are ours: nothing from outside comes into the text. */
function insertText(table: string, columns: readonly string[], rows: number, conflict: string, parameter: Spelling["parameter"]): string {
  const tuple = (row: number): string => `(${columns.map((_, column) => parameter(row * columns.length + column + 1)).join(", ")})`;
  return `insert into ${table} (${columns.join(", ")}) values ${Array.from({ length: rows }, (_, row) => tuple(row)).join(", ")} ${conflict}`;
}

/** The same bytes as the drivers take them. */
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}
