import { randomBytes } from "node:crypto";
import { sql, type Kysely } from "kysely";
import { LedgerError } from "./error.ts";
import { Frontier } from "./merkle.ts";
import type { Tables } from "./tables.ts";

/** How a database spells what the two do not spell alike. */
export interface Spelling {
  bytes: "blob" | "bytea";
  /** Text that is compared byte by byte, whatever the database's language. */
  text: "text" | 'text collate "C"';
  /** How a statement names its parameter number `n`, from 1. */
  parameter: (n: number) => string;
  /** SQL that makes every change and removal of a row of `entries` an error. */
  guardEntries: readonly string[];
}

/** One step from a schema to the next. A released one never changes: what is wrong with it is mended by the next. */
export interface Migration {
  version: number;
  statements: (spelling: Spelling) => readonly string[];
  /** Whether what is derived from the entries must be made anew after it. */
  remakes?: boolean;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    statements: ({ bytes, text, guardEntries }) => [
      "create table head (id integer primary key check (id = 1), origin text not null, size integer not null, time text not null, frontier text not null)",
      `create table entries (seq integer primary key, time ${text} not null, kind text not null, by_seal ${bytes} not null,
        body_hash ${bytes} not null, leaf ${bytes} not null)`,
      `create table bodies (seq integer primary key references entries (seq), seal ${bytes} not null)`,
      `create table blobs (sha256 ${text} primary key, content ${bytes} not null)`,
      `create table checkpoints (size integer not null, verifier text not null, note text not null, time_stamp ${bytes}, primary key (size, verifier))`,
      ...guardEntries,
      `create table subjects (subject ${text} not null, seq integer not null, primary key (subject, seq))`,
      "create index subjects_by_seq on subjects (seq)",
      `create table documents (sha256 ${text} primary key, status text not null, document text, url text, text_sha256 text,
        replaced_by text, reader text, seq integer not null, time text not null)`,
      "create index entries_by_time on entries (time)",
      "create index entries_by_kind on entries (kind, seq)",
      "create index documents_by_seq on documents (seq)",
      "create index documents_by_url on documents (url)",
      "create index documents_by_text on documents (text_sha256)",
      `create table claims (id ${text} primary key, document ${text} not null, position integer not null, kind text not null,
        force text, place text, country text, day ${text} not null, review text not null, claim text not null, spans text not null)`,
      "create index claims_by_document on claims (document, position)",
      "create index claims_by_situation on claims (force, place, day, document, position)",
      `create table sources (name ${text} primary key, reliability text, alias text, leaning text)`,
      "create table statements (seq integer primary key, kind text not null, claims text not null)",
      `create table situations (name ${text} primary key, force text not null, place text not null)`,
      `create table feeds (url ${text} primary key, is_paused integer not null)`,
    ],
  },
  {
    // Reasons are nine tenths of a claim. They stand in the body of the reading, where they are looked up when they are wanted.
    version: 2,
    statements: () => ["alter table claims drop column spans", "alter table documents add column reading integer"],
    remakes: true,
  },
  {
    // What an index holds of a document's random hash lies everywhere in it, and each batch wrote nearly all its pages anew: claims are found
    // by the entry that added their document, in whose order they come. What nothing asks for is gone; the time of entries rises with their number.
    version: 3,
    statements: () => [
      "delete from claims",
      "drop index claims_by_document",
      "drop index claims_by_situation",
      "alter table claims drop column kind",
      "alter table claims drop column country",
      "alter table claims add column added integer not null default 0",
      "create index claims_by_document on claims (added)",
      "create index claims_by_situation on claims (force, place, day)",
      "drop index documents_by_url",
      "drop index documents_by_text",
      "create index documents_by_url on documents (url) where url is not null",
      "create index documents_by_text on documents (text_sha256) where text_sha256 is not null",
      "drop index entries_by_time",
      // The queue of what nobody has reviewed, by day, and page by page.
      "create index claims_by_review on claims (review, day)",
    ],
    remakes: true,
  },
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** A ledger's name: what its checkpoints are of. */
const newOrigin = (): string => `muster/${randomBytes(8).toString("hex")}`;

/**
 * The version of the schema in a database; 0 where there is none and nothing else either.
 *
 * @param tables  the names of the tables that there are
 * @throws LedgerError NOT_A_LEDGER, NEWER_SCHEMA
 */
export async function schemaVersion(db: Kysely<Tables>, tables: readonly string[], latest = SCHEMA_VERSION): Promise<number> {
  if (tables.length === 0) return 0;
  if (!tables.includes("muster_schema")) throw new LedgerError("NOT_A_LEDGER", "is a database, but no ledger; name another by --ledger or MUSTER_LEDGER");
  const version = (await db.selectFrom("muster_schema").select("version").executeTakeFirst())?.version ?? 0;
  if (version > latest) {
    throw new LedgerError("NEWER_SCHEMA", `was written by a newer Muster (its schema is ${version}, this one knows ${latest}); install that one`);
  }
  return version;
}

/**
 * Brings a database from a version to the latest, inside of the caller's transaction.
 *
 * @returns whether what is derived from the entries must be made anew
 */
export async function migrate(db: Kysely<Tables>, from: number, spelling: Spelling, migrations: readonly Migration[] = MIGRATIONS): Promise<boolean> {
  if (from === 0) await sql.raw("create table muster_schema (version integer not null)").execute(db);
  for (const { version, statements } of migrations) {
    if (version <= from) continue;
    for (const statement of statements(spelling)) await sql.raw(statement).execute(db);
  }
  await db.deleteFrom("muster_schema").execute();
  await db.insertInto("muster_schema").values({ version: migrations.length }).execute();
  if (from > 0) return migrations.some(({ version, remakes }) => version > from && remakes === true);
  await db.insertInto("head").values({ id: 1, origin: newOrigin(), size: 0, time: "", frontier: Frontier.empty().toString() }).execute();
  return false;
}
