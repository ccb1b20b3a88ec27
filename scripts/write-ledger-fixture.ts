// Writes a small ledger as SQL, for the test that a later version still takes it. Run once for each schema, when it is released:
//   npx tsx scripts/write-ledger-fixture.ts > test/fixtures/ledger/schema-1.sql
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { signHead } from "../src/ledger/head-signing.ts";
import { createSigner } from "../src/ledger/key-file.ts";
import { all, report, reportNo, withLedger } from "../test/ledger/desk.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-fixture-"));
const path = join(folder, "ledger.db");

await withLedger(path, async (ledger, store) => {
  await ledger.add([reportNo(1), report(["To be erased."])]);
  const [first = "", second = ""] = (await all(store.claims({ document: reportNo(1).document.sha256 }))).map(({ id }) => id);
  await ledger.review(first, "correct", ["place=Minsk"], "the map says so");
  await ledger.review(second, "accept", [], null);
  await ledger.erase(report(["To be erased."]).document.sha256, "asked to");
  await ledger.record("situation defined", { name: "arbola", force: "Norland", place: "Arbola" });
  await ledger.undo([8], null);
  await signHead(store, createSigner(join(folder, "key.pem")));
});

const quoted = (value: unknown): string => {
  if (value === null || typeof value === "number") return String(value);
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  return `x'${Buffer.from(value as ArrayBuffer).toString("hex")}'`;
};

const db = new Database(path);
const objects = db.prepare("select type, name, sql from sqlite_schema where sql is not null order by type = 'trigger', rowid").all([]) as { type: string; name: string; sql: string }[];
const tables = objects.filter(({ type }) => type === "table").map(({ name }) => name);
const inserts = tables.flatMap((name) =>
  (db.prepare(`select * from ${name}`).all([]) as object[]).map((row) => `insert into ${name} values (${Object.values(row).map(quoted).join(", ")});`),
);
const others = objects.filter(({ type }) => type !== "table");
process.stdout.write([...objects.filter(({ type }) => type === "table").map(({ sql }) => `${sql};`), ...inserts, ...others.map(({ sql }) => `${sql};`), ""].join("\n"));
db.close();
rmSync(folder, { recursive: true });
