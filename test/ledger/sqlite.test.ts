import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely, SqliteDialect, sql, type SqliteDatabase } from "kysely";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withStore } from "../../src/ledger/open.ts";
import { MIGRATIONS, type Migration } from "../../src/ledger/migrations.ts";
import { openSqlite } from "../../src/ledger/sqlite-store.ts";
import type { Tables } from "../../src/ledger/tables.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { digestOf, temporaryFolder } from "../cli/run.ts";
import { all, contentOf, report, reportNo, withLedger } from "./desk.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => void (folder = await temporaryFolder()));
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);
const reading = (path: string) => withStore(path, { create: false, readOnly: true, now: () => "" }, (store) => contentOf(store));
const rejection = (path: string) => reading(path).catch((error: unknown) => error);

function alter(path: string, ...statements: string[]): void {
  const db = new Database(path);
  for (const statement of statements) db.exec(statement);
  db.pragma("wal_checkpoint(truncate)");
  db.close();
}

describe("a ledger in a file", () => {
  it("is in its one file when nobody writes to it, and a copy of that file is the desk", async () => {
    const content = await withLedger(at("desk.db"), async (ledger, store) => {
      await ledger.add([reportNo(1), reportNo(2)]);
      return contentOf(store);
    });
    copyFileSync(at("desk.db"), at("copy.db"));
    expect(await reading(at("copy.db"))).toEqual(content);
  });

  it("holds nothing any more of what was erased, anywhere in the file", async () => {
    const secret = report(["SECRETWORDS of a witness in Arbola."], { author: "SECRETNAME" });
    await withLedger(at("erased.db"), (ledger) => ledger.add([secret, reportNo(1)]));
    expect(readFileSync(at("erased.db"), "latin1")).toContain("SECRETWORDS");
    expect(readFileSync(at("erased.db"), "latin1")).toContain("SECRETNAME");
    await withLedger(at("erased.db"), (ledger) => ledger.erase(secret.document.sha256, "a court order"));
    expect(readFileSync(at("erased.db"), "latin1")).not.toContain("SECRET");
    expect(sizeOf(at("erased.db-wal"))).toBe(0);
  });

  it("never changes or removes an entry, whoever asks", async () => {
    await withLedger(at("guarded.db"), (ledger) => ledger.add([reportNo(1)]));
    for (const statement of ["update entries set kind = 'note' where seq = 1", "delete from entries where seq = 2"]) {
      expect(() => alter(at("guarded.db"), statement)).toThrow(/entries are never changed/);
    }
  });

  it("is refused in one line where it is something else, newer, or nothing", async () => {
    writeFileSync(at("text.db"), "no database at all, but long enough to have a header".repeat(20));
    expect(await rejection(at("text.db"))).toMatchObject({ code: "DAMAGED", message: expect.stringMatching(/text\.db: is no ledger, or a damaged one; /) });
    alter(at("other.db"), "create table addresses (name text)");
    expect(await rejection(at("other.db"))).toMatchObject({ code: "NOT_A_LEDGER" });
    await withLedger(at("newer.db"), (ledger) => ledger.add([reportNo(1)]));
    alter(at("newer.db"), "update muster_schema set version = 99");
    const before = digestOf(at("newer.db"));
    expect(await rejection(at("newer.db"))).toMatchObject({ code: "NEWER_SCHEMA", message: expect.stringMatching(/newer\.db: was written by a newer Muster \(its schema is 99, this one knows \d+\); install that one$/) });
    await expect(withLedger(at("newer.db"), (ledger) => ledger.add([reportNo(2)]))).rejects.toMatchObject({ code: "NEWER_SCHEMA" });
    expect(digestOf(at("newer.db"))).toBe(before);
    expect(await rejection(at("none.db"))).toMatchObject({ code: "NO_LEDGER" });
    writeFileSync(at("empty.db"), "");
    expect(await rejection(at("empty.db"))).toMatchObject({ code: "NO_LEDGER" });
    expect(await rejection(folder.path)).toMatchObject({ code: "READ_ONLY" });
    expect(existsSync(at("none.db"))).toBe(false);
  });

  it("is damaged in one line where its head is", async () => {
    await withLedger(at("head.db"), (ledger) => ledger.add([reportNo(1)]));
    alter(at("head.db"), "update head set frontier = 'xx'");
    await expect(withLedger(at("head.db"), (ledger) => ledger.add([reportNo(2)]))).rejects.toMatchObject({ code: "DAMAGED" });
  });
});

describe("migrations", () => {
  const NEXT: Migration = { version: MIGRATIONS.length + 1, statements: () => ["alter table documents add column mood text", "create table moods (mood text)"] };
  const BROKEN: Migration = { version: MIGRATIONS.length + 1, statements: () => ["create table moods (mood text)", "alter table nowhere add column mood text"] };
  const versionOf = (path: string) => {
    const db = new Database(path);
    const row = db.prepare("select version from muster_schema").get([]) as { version: number };
    db.close();
    return row.version;
  };

  it("are numbered from 1 without gaps", () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });

  it("go on from where the ledger is, once, and keep what is there", async () => {
    const path = at("migrated.db");
    const content = await withLedger(path, async (ledger, store) => {
      await ledger.add([reportNo(1)]);
      return contentOf(store);
    });
    const store = await openSqlite(path, { create: false, readOnly: false, now: () => "" });
    await store.migrate([...MIGRATIONS, NEXT]);
    await store.migrate([...MIGRATIONS, NEXT]);
    expect(await contentOf(store)).toEqual(content);
    await store.close();
    expect(versionOf(path)).toBe(MIGRATIONS.length + 1);
  });

  it("leave the ledger as it was when one fails", async () => {
    const path = at("failed.db");
    await withLedger(path, (ledger) => ledger.add([reportNo(1)]));
    const store = await openSqlite(path, { create: false, readOnly: false, now: () => "" });
    await expect(store.migrate([...MIGRATIONS, BROKEN])).rejects.toThrow(/nowhere/);
    await store.close();
    expect(versionOf(path)).toBe(MIGRATIONS.length);
    await withLedger(path, async (ledger, open) => {
      await ledger.add([reportNo(2)]);
      expect(await all(open.documents())).toHaveLength(2);
    });
  });

  // test/fixtures/ledger/schema-N.sql is a ledger as that version wrote it; a released one is never written again.
  it.each(MIGRATIONS.map(({ version }) => version))("take a ledger of schema %i as it was released", async (version) => {
    const path = at(`schema-${version}.db`);
    alter(path, readFileSync(new URL(`../fixtures/ledger/schema-${version}.sql`, import.meta.url), "utf8"));
    await withLedger(path, async (ledger, store) => {
      const before = await contentOf(store);
      expect(before.claims.map(({ review, claim }) => [review, claim.place])).toEqual([["corrected", "Minsk"], ["accepted", "Arbola"]]);
      expect(before.documents.map(({ status }) => status)).toEqual(["kept", "erased"]);
      expect((await verifyLedger(store, { trusted: [], step: () => {} })).findings).toEqual([]);
      await ledger.rebuild();
      expect(await contentOf(store)).toEqual(before);
      await ledger.add([reportNo(9)]);
      expect((await verifyLedger(store, { trusted: [], step: () => {} })).findings).toEqual([]);
    });
  });

  it("give the schema that the types describe", async () => {
    await withLedger(at("typed.db"), async () => {});
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(at("typed.db")) as unknown as SqliteDatabase }) });
    const names = (await db.introspection.getTables()).map(({ name }) => name);
    expect(names.sort()).toEqual(["blobs", "bodies", "checkpoints", "claims", "documents", "entries", "feeds", "head", "muster_schema", "situations", "sources", "statements", "subjects"]);
    expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)).rows).toEqual([{ integrity_check: "ok" }]);
    await db.destroy();
  });
});
