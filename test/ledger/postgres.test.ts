import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withStore } from "../../src/ledger/open.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { read } from "../house/sources.ts";
import { embeddedPostgres } from "./backends.ts";
import { all, firstClaim, reportNo, withLedger } from "./desk.ts";

const server = embeddedPostgres();
let reason: string | null = null;
let place = "";
beforeAll(async () => void (reason = await server.start()), 60_000);
afterAll(() => server.stop(), 60_000);
beforeEach(async (context) => {
  if (reason !== null) context.skip(reason);
  place = await server.newPlace();
});

const databaseOf = (address: string) => new URL(address).pathname.slice(1);

describe("the roles of docs/postgres-roles.sql", () => {
  const as = (user: string) => server.address(databaseOf(place), `${user}:pw`);
  async function withRoles(): Promise<void> {
    await withLedger(place, (ledger) => ledger.add([reportNo(1)]));
    const database = databaseOf(place);
    await server.sql(database, read("docs/postgres-roles.sql"));
    for (const role of ["reader", "writer", "migrator"]) {
      await server.sql(database, `drop role if exists test_${role}`);
      await server.sql(database, `create role test_${role} login password 'pw' in role muster_${role}`);
    }
  }
  const run = async (user: string, sql: string): Promise<unknown> => {
    const client = new pg.Client({ connectionString: as(user) });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };

  it("let a writer add, review, undo, erase and sign", async () => {
    await withRoles();
    await withLedger(as("test_writer"), async (ledger, store) => {
      await ledger.add([reportNo(2)]);
      await ledger.review(await firstClaim(store), "accept", [], null);
      await ledger.undo([5], null);
      await ledger.erase(reportNo(2).document.sha256, "asked to");
      await store.transact((writer) => writer.putCheckpoint({ size: 6, verifier: "v", note: "n", timeStamp: null }));
      await store.transact((writer) => writer.putCheckpoint({ size: 6, verifier: "v", note: "n", timeStamp: Buffer.from("t") }));
      await ledger.rebuild();
      expect((await store.head()).size).toBe(7);
    });
  });

  it.each([
    "update entries set kind = 'note'", "delete from entries", "delete from entries where seq = 2", "truncate entries cascade",
    "alter table entries disable trigger all", "drop table entries cascade", "update bodies set seal = '[]'", "update blobs set content = ''", "delete from checkpoints",
    "drop trigger entries_never_change on entries", "create or replace function entries_never_change() returns trigger language plpgsql as $$ begin return new; end $$",
  ])("do not let a writer %s", async (sql) => {
    await withRoles();
    await expect(run("test_writer", sql)).rejects.toMatchObject({ code: "42501" });
    await withLedger(place, async (_, store) => expect((await verifyLedger(store, { trusted: [], step: () => {} })).findings).toEqual([]));
  });

  it("let a reader look and no more", async () => {
    await withRoles();
    await withStore(as("test_reader"), { create: false, readOnly: true, now: () => "" }, async (store) => expect(await all(store.claims())).toHaveLength(2));
    await expect(run("test_reader", "insert into blobs values ('a', '')")).rejects.toMatchObject({ code: "42501" });
    await expect(withLedger(as("test_reader"), (ledger) => ledger.add([reportNo(3)]))).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("let a migrator change the tables, and the owner of the server no entry", async () => {
    await withRoles();
    await run("test_migrator", "set role muster_migrator; alter table entries add column extra text");
    await expect(server.sql(databaseOf(place), "delete from entries")).rejects.toThrow(/entries are never changed/);
    await expect(server.sql(databaseOf(place), "update entries set seq = 9 where seq = 2")).rejects.toThrow(/entries are never changed/);
    await expect(server.sql(databaseOf(place), "truncate entries cascade")).rejects.toThrow(/entries are never changed/);
  });
});

it("takes entries from several writers at once without a gap, a double or a loss", async () => {
  await withLedger(place, async () => {});
  const writers = 4;
  const each = 15;
  // All bring the same report, and each its own.
  const results = await Promise.all(Array.from({ length: writers }, (_, writer) =>
    withLedger(place, async (ledger) => {
      const mine = [];
      for (let i = 0; i < each; i += 1) mine.push(...(await ledger.add([reportNo(writer * 1000 + i + 1), reportNo(5000 + i)])));
      return mine;
    }),
  ));
  await withLedger(place, async (_, store) => {
    const seqs = (await all(store.entries())).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((__, i) => i + 1));
    expect(results.flat().filter(({ outcome }) => outcome === "added")).toHaveLength(writers * each + each);
    expect(await all(store.documents())).toHaveLength(writers * each + each);
    expect((await verifyLedger(store, { trusted: [], step: () => {} })).findings).toEqual([]);
  });
});

describe("a connection that is cut inside a transaction", () => {
  it("leaves nothing of it, says so in one line, and the next one goes on", async () => {
    await withLedger(place, (ledger) => ledger.add([reportNo(1)]));
    const cut = withLedger(place, (_, store) =>
      store.transact(async (writer) => {
        await writer.putBlob("a".repeat(64), Buffer.from("half"));
        await writer.append({ kind: "note", body: { text: "half", about: null } }, "Ada");
        await server.sql("postgres", `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseOf(place)}' and pid <> pg_backend_pid()`);
      }),
    );
    await expect(cut).rejects.toMatchObject({ code: "UNREACHABLE", message: expect.stringMatching(/^postgres:\/\/postgres@127\.0\.0\.1:\d+\/ledger_\d+: cannot be reached/) });
    await withLedger(place, async (ledger, store) => {
      expect([(await store.head()).size, await store.blob("a".repeat(64))]).toEqual([2, null]);
      await ledger.add([reportNo(2)]);
      expect((await verifyLedger(store, { trusted: [], step: () => {} })).findings).toEqual([]);
    });
  });

  it("is told from a wrong password, a database that is not there, and nobody listening, none of which tell the password", async () => {
    const port = new URL(place).port;
    for (const [address, wanted] of [
      [place.replace("secret", "hunter2"), "NOT_PERMITTED"],
      [place.replace(databaseOf(place), "nowhere"), "NOT_PERMITTED"],
      [place.replace(port, "1"), "UNREACHABLE"],
      ["postgres://", "UNREACHABLE"],
    ] as const) {
      const failure = await withLedger(address, async () => {}).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: wanted });
      expect(String(failure)).not.toMatch(/secret|hunter2/);
    }
  });
});
