import { sql, type Kysely } from "kysely";
import { LedgerError } from "./error.ts";
import { MIGRATIONS, migrate, schemaVersion, type Migration, type Spelling } from "./migrations.ts";
import { SqlReader } from "./sql-reader.ts";
import { SqlWriter } from "./sql-writer.ts";
import type { Store, StoreWriter } from "./store.ts";
import type { Tables } from "./tables.ts";

/** All that differs between the databases. */
export interface Engine {
  name: string;
  spelling: Spelling;
  /** Begins a transaction that writes. */
  begin: string;
  /** How the head is locked within it; see docs/adr/006-several-writers.md. */
  lockHead: "for update" | "already locked";
  /** Run first in a transaction that migrates, so that two processes do not. */
  lockSchema: string | null;
  /** Run last by whoever may write, or null. */
  leave: string | null;
}

export const HOW_TO_MAKE = "make one with: muster add FILE, or name another by --ledger";

export class SqlStore extends SqlReader implements Store {
  readonly name: string;
  private readonly engine: Engine;
  private readonly now: () => string;

  constructor(db: Kysely<Tables>, engine: Engine, now: () => string) {
    super(db, engine.spelling.bytes);
    this.name = engine.name;
    this.engine = engine;
    this.now = now;
  }

  async transact<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    return this.locked(async (db) => {
      const writer = await SqlWriter.open(db, { ...this.engine, now: this.now });
      const result = await work(writer);
      await writer.finish();
      return result;
    });
  }

  /**
   * Makes sure that the ledger is there, in the schema that this version knows.
   *
   * @param create   make one in a database that holds nothing
   * @param upgrade  brings the schema to the latest version, by a store that may write
   * @throws LedgerError NO_LEDGER, NOT_A_LEDGER, NEWER_SCHEMA; the store is closed then
   */
  async prepare(create: boolean, upgrade: () => Promise<void>): Promise<void> {
    try {
      const version = await schemaVersion(this.db, await tablesOf(this.db));
      if (version === 0 && !create) throw new LedgerError("NO_LEDGER", `holds no ledger; ${HOW_TO_MAKE}`);
      if (version < MIGRATIONS.length) await upgrade();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Brings the schema to the latest version, all steps or none. @throws LedgerError NOT_A_LEDGER, NEWER_SCHEMA */
  async migrate(migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
    await this.locked(async (db) => {
      if (this.engine.lockSchema !== null) await sql.raw(this.engine.lockSchema).execute(db);
      // Asked under the lock: another process may have been quicker.
      const version = await schemaVersion(db, await tablesOf(db), migrations.length);
      if (version >= migrations.length || !(await migrate(db, version, this.engine.spelling, migrations))) return;
      await (await SqlWriter.open(db, { ...this.engine, now: this.now })).rebuild(() => {});
    });
  }

  private async locked<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.db.connection().execute(async (db) => {
      await sql.raw(this.engine.begin).execute(db);
      try {
        const result = await work(db);
        await sql.raw("commit").execute(db);
        return result;
      } catch (error) {
        // The first error is the one to tell: where the connection is gone, so is the transaction.
        await sql.raw("rollback").execute(db).catch(() => undefined);
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    try {
      if (this.engine.leave !== null) await sql.raw(this.engine.leave).execute(this.db);
    } finally {
      await this.db.destroy();
    }
  }
}

const tablesOf = async (db: Kysely<Tables>): Promise<string[]> => (await db.introspection.getTables()).map(({ name }) => name);
