import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { LedgerError } from "./error.ts";
import { SqlStore, type Engine } from "./sql-store.ts";
import type { OpenOptions } from "./sqlite-store.ts";
import type { Tables } from "./tables.ts";

const CONNECT_TIMEOUT_MS = 10_000;
/** Longest wait for another writer, and for an answer. */
const LOCK_TIMEOUT_MS = 60_000;
const MAX_CONNECTIONS = 4;

/** Any number will do that other programs are unlikely to lock by. */
const SCHEMA_LOCK = 7_683_716_941;

const GUARD = [
  `create function entries_never_change() returns trigger language plpgsql as $$ begin raise exception 'entries are never changed'; end $$`,
  `create trigger entries_never_change before update or delete or truncate on entries execute function entries_never_change()`,
];

/** An address without its password, for messages; what is none may be a slip that holds one, and is not repeated. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "the ledger's address";
  const parsed = new URL(url);
  parsed.password = "";
  parsed.search = "";
  return parsed.href;
}

const engineOf = (url: string): Engine => ({
  name: withoutPassword(url),
  spelling: { bytes: "bytea", text: 'text collate "C"', parameter: (n) => `$${n}`, guardEntries: GUARD },
  begin: "begin",
  lockHead: "for update",
  lockSchema: `select pg_advisory_xact_lock(${SCHEMA_LOCK})`,
  leave: null,
});

/**
 * A ledger in a PostgreSQL database.
 *
 * @param url  `postgres://user:password@host:port/database`
 * @throws LedgerError UNREACHABLE, NO_LEDGER, NOT_A_LEDGER, NEWER_SCHEMA, or what the driver throws
 */
export async function openPostgres(url: string, { create, readOnly, now }: OpenOptions): Promise<SqlStore> {
  if (!URL.canParse(url)) throw new LedgerError("UNREACHABLE", "is no address; write it as postgres://user:password@host:port/database");
  const open = (isReader: boolean): SqlStore => {
    const pool = new pg.Pool({
      connectionString: url, max: MAX_CONNECTIONS, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, lock_timeout: LOCK_TIMEOUT_MS, application_name: "muster",
      ...(isReader ? { options: "-c default_transaction_read_only=on" } : {}),
    });
    // A connection that breaks while it is idle is replaced by the pool; one that breaks at work fails the next thing that is
    // asked of it. Either way there is nothing to do here, but an error without a listener would end the program.
    const alreadyTold = (): void => undefined;
    pool.on("error", alreadyTold).on("connect", (client) => void client.on("error", alreadyTold));
    return new SqlStore(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), engineOf(url), now);
  };
  const store = open(readOnly);
  await store.prepare(create, async () => {
    const writer = open(false);
    await writer.migrate().finally(() => writer.close());
  });
  return store;
}
