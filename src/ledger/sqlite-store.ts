import { existsSync } from "node:fs";
import { Kysely, SqliteDialect, type SqliteDatabase } from "kysely";
import Database from "libsql";
import { LedgerError } from "./error.ts";
import { HOW_TO_MAKE, SqlStore, type Engine } from "./sql-store.ts";
import type { Tables } from "./tables.ts";

/** How long a writer waits for another one. */
const BUSY_TIMEOUT_MS = 5_000;

const refuse = (event: string): string =>
  `create trigger entries_never_${event} before ${event} on entries begin select raise(abort, 'entries are never changed'); end`;

const engineOf = (path: string, isReader: boolean): Engine => ({
  name: path,
  spelling: { bytes: "blob", text: "text", parameter: () => "?", guardEntries: [refuse("update"), refuse("delete")] },
  begin: "begin immediate",
  lockHead: "already locked",
  lockSchema: null,
  // The write-ahead log goes into the file, so that a copy of the file alone is the whole ledger. (Closing would do it too, but
  // statements that wait to be collected keep the connection open.)
  leave: isReader ? null : "pragma wal_checkpoint(truncate)",
});

export interface OpenOptions {
  /** Make the ledger where there is none. */
  create: boolean;
  /** Nothing may be written through this store. */
  readOnly: boolean;
  /** The time, as entries carry it. */
  now: () => string;
}

// Large pages, which a file gets when it is made: documents and readings have tens of thousands of bytes, and each page is a call.

/** What a batch of documents changes stays in memory until it is written (in kilobytes), and goes into the file after some batches (in pages). */
const SIZES = ["cache_size = -16000", "wal_autocheckpoint = 4000"];

/** libsql is better-sqlite3's shape, which is the one that Kysely asks for. */
function openDatabase(path: string, readOnly: boolean): SqliteDatabase {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  // libsql's own `readonly` is not kept.
  if (readOnly) db.pragma("query_only = on");
  else for (const setting of ["page_size = 16384", "journal_mode = wal", "synchronous = full", "foreign_keys = on", "secure_delete = on", ...SIZES]) db.pragma(setting);
  return rememberingStatements(db);
}

/** Statements of one text are prepared once: those that write hundreds of rows are long. */
const MOST_STATEMENTS = 100;

function rememberingStatements(db: InstanceType<typeof Database>): SqliteDatabase {
  const known = new Map<string, ReturnType<SqliteDatabase["prepare"]>>();
  return {
    prepare: (sql) => {
      const statement = known.get(sql) ?? (db.prepare(sql) as unknown as ReturnType<SqliteDatabase["prepare"]>);
      if (known.size < MOST_STATEMENTS) known.set(sql, statement);
      return statement;
    },
    close: () => void db.close(),
  };
}

/**
 * A ledger in one SQLite file.
 *
 * @throws LedgerError NO_LEDGER, NOT_A_LEDGER, NEWER_SCHEMA, or what the database throws
 */
export async function openSqlite(path: string, { create, readOnly, now }: OpenOptions): Promise<SqlStore> {
  if (!create && !existsSync(path)) throw new LedgerError("NO_LEDGER", `there is no ledger here; ${HOW_TO_MAKE}`);
  const open = (isReader: boolean): SqlStore => {
    const dialect = new SqliteDialect({ database: openDatabase(path, isReader) });
    return new SqlStore(new Kysely<Tables>({ dialect }), engineOf(path, isReader), now);
  };
  const store = open(readOnly);
  await store.prepare(create, async () => {
    const writer = open(false);
    await writer.migrate().finally(() => writer.close());
  });
  return store;
}
