import { createHash } from "node:crypto";
import { sql, type Kysely } from "kysely";
import { canonicalJson } from "./canonical.ts";
import type { Projection, Tables } from "./tables.ts";

/** The tables that are derived from the entries: what makes a row of each the only one, and which of its columns are JSON. */
const DERIVED: Readonly<Record<Projection | "subjects", { key: readonly string[]; json: readonly string[] }>> = {
  subjects: { key: ["subject", "seq"], json: [] },
  documents: { key: ["sha256"], json: ["document"] },
  claims: { key: ["id"], json: ["claim"] },
  sources: { key: ["name"], json: [] },
  statements: { key: ["seq"], json: ["claims"] },
  situations: { key: ["name"], json: [] },
  feeds: { key: ["url"], json: [] },
};

const PAGE = 500;

/** For each derived table a hash of all its rows, so that two states can be held against each other whatever their size. */
export async function derivedDigests(db: Kysely<Tables>): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const table of Object.keys(DERIVED) as (Projection | "subjects")[]) digests.set(table, await digestOf(db, table));
  return digests;
}

/** The same value has one spelling, whichever order its keys were written in. */
function sorted(text: unknown): unknown {
  try {
    return typeof text === "string" ? canonicalJson(JSON.parse(text)) : text;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

async function digestOf(db: Kysely<Tables>, table: Projection | "subjects"): Promise<string> {
  const hash = createHash("sha256");
  const { key: columns, json } = DERIVED[table];
  const key = sql.join(columns.map((column) => sql.ref(column)));
  for (let after = sql`true`; ; ) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${after} order by ${key} limit ${sql.lit(PAGE)}`.execute(db);
    for (const row of rows) hash.update(JSON.stringify(row, (name, value: unknown) => (json.includes(name) ? sorted(value) : value)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return hash.digest("hex");
    after = sql`(${key}) > (${sql.join(columns.map((column) => last[column]))})`;
  }
}
