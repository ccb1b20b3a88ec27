import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leafOf } from "../../src/ledger/entry.ts";
import { signHead } from "../../src/ledger/head-signing.ts";
import { createSigner } from "../../src/ledger/key-file.ts";
import { Frontier } from "../../src/ledger/merkle.ts";
import { withStore } from "../../src/ledger/open.ts";
import { sha256Hex } from "../../src/ledger/sha256.ts";
import { fingerprintOf, type Signer } from "../../src/ledger/signed-note.ts";
import { verifyLedger, type Verdict } from "../../src/ledger/verify.ts";
import { temporaryFolder } from "../cli/run.ts";
import { firstClaim, reportNo, withLedger } from "./desk.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let signer: Signer;
let size = 0;
const at = (name: string) => join(folder.path, name);

beforeAll(async () => {
  folder = await temporaryFolder();
  signer = createSigner(at("key.pem"));
  await withLedger(at("good.db"), async (ledger, store) => {
    await ledger.add([reportNo(1), reportNo(2), reportNo(3)]);
    await signHead(store, signer);
    await ledger.review(await firstClaim(store), "correct", ["place=Minsk"], "the map");
    await ledger.erase(reportNo(3).document.sha256, "asked to");
    await ledger.undo([7], null);
    await ledger.record("note", { text: "Looked at.", about: null });
    await ledger.add([reportNo(4)]);
    await signHead(store, signer);
    size = (await store.head()).size;
  });
});
afterAll(() => folder.remove());

const verify = (path: string): Promise<Verdict> =>
  withStore(path, { create: false, readOnly: true, now: () => "" }, (store) => verifyLedger(store, { trusted: [fingerprintOf(signer)], step: () => {} }));

interface Row {
  seq: number;
  time: string;
  kind: string;
  by_seal: ArrayBuffer;
  body_hash: ArrayBuffer;
  leaf: ArrayBuffer;
}

type Db = InstanceType<typeof Database>;

let copies = 0;

/** What comes of checking a copy to which somebody did something, with all guards taken off. */
async function afterwards(tamper: (db: Db) => void): Promise<Verdict> {
  const path = at(`copy-${(copies += 1)}.db`);
  copyFileSync(at("good.db"), path);
  const db = new Database(path);
  db.exec("drop trigger entries_never_update; drop trigger entries_never_delete; pragma foreign_keys = off");
  tamper(db);
  db.pragma("wal_checkpoint(truncate)");
  db.close();
  try {
    return await verify(path);
  } finally {
    rmSync(path);
  }
}

const rowOf = (db: Db, seq: number) => db.prepare("select * from entries where seq = ?").get([seq]) as Row;
const bytesOf = (row: Row): unknown[] => [row.time, row.kind, Buffer.from(row.by_seal), Buffer.from(row.body_hash), Buffer.from(row.leaf)];

/** Another text that differs in one character. */
const flipText = (text: string, where: number): string => {
  const i = where % text.length;
  return `${text.slice(0, i)}${text[i] === "0" ? "1" : "0"}${text.slice(i + 1)}`;
};
const flipBytes = (bytes: Uint8Array, where: number, bit: number): Buffer => {
  const flipped = Buffer.from(bytes);
  flipped[where % flipped.length] = (flipped[where % flipped.length] as number) ^ (1 << bit);
  return flipped;
};

/** Another actor's seal, as it were: the salt differs in one character, and all else is in order. */
const withOtherSalt = (seal: ArrayBuffer, where: number): Buffer => {
  const text = Buffer.from(seal).toString();
  return Buffer.from(text.slice(0, 2) + flipText(text.slice(2, 20), where) + text.slice(20));
};

/** The leaf's hash made anew, as someone would who knows the format. */
function rehash(db: Db, seq: number): void {
  const { time, kind, by_seal, body_hash } = rowOf(db, seq);
  db.prepare("update entries set leaf = ? where seq = ?").run([Buffer.from(leafOf({ seq, time, kind, by: sha256Hex(new Uint8Array(by_seal)), body: Buffer.from(body_hash).toString("hex") })), seq]);
}

/** The head made to fit the entries that there are. */
function reheadAs(db: Db): void {
  const frontier = Frontier.empty();
  for (const { leaf } of db.prepare("select leaf from entries order by seq").all([]) as Row[]) frontier.add(new Uint8Array(leaf));
  db.prepare("update head set size = ?, frontier = ?").run([frontier.size, frontier.toString()]);
}

const anyEntry = fc.integer({ min: 1, max: 10 });
const runs = { numRuns: 40 };

describe("verify", () => {
  it("finds nothing wrong with what nobody touched", async () => {
    expect(size).toBe(12);
    expect(await verify(at("good.db"))).toMatchObject({ size, findings: [], anchoredTo: size, documents: 3 });
    expect(await afterwards(() => {})).toMatchObject({ findings: [] });
  });

  it.each(["time", "kind"])("names an entry whose %s differs in one character", async (column) => {
    await fc.assert(
      fc.asyncProperty(anyEntry, fc.nat(), async (seq, where) => {
        const { findings } = await afterwards((db) => {
          const value = (rowOf(db, seq) as unknown as Record<string, string>)[column] ?? "";
          db.prepare(`update entries set ${column} = ? where seq = ?`).run([flipText(value, where), seq]);
        });
        expect(findings[0]?.seq).toBe(seq);
        expect(findings[0]?.what).toContain(`entry ${seq} was altered`);
      }),
      runs,
    );
  });

  it.each(["by_seal", "body_hash", "leaf"] as const)("names an entry whose %s differs in one bit", async (column) => {
    await fc.assert(
      fc.asyncProperty(anyEntry, fc.nat(), fc.integer({ min: 0, max: 7 }), async (seq, where, bit) => {
        const { findings } = await afterwards((db) => db.prepare(`update entries set ${column} = ? where seq = ?`).run([flipBytes(new Uint8Array(rowOf(db, seq)[column]), where, bit), seq]));
        expect(findings[0]?.seq).toBe(seq);
      }),
      runs,
    );
  });

  it("names an entry whose body differs in one bit, or was made up after it was erased", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntry, fc.nat(), fc.integer({ min: 0, max: 7 }), async (seq, where, bit) => {
        const { findings } = await afterwards((db) => {
          const row = db.prepare("select seal from bodies where seq = ?").get([seq]) as { seal: ArrayBuffer } | undefined;
          if (row === undefined) db.prepare("insert into bodies values (?, ?)").run([seq, Buffer.from('["salt",{}]')]);
          else db.prepare("update bodies set seal = ? where seq = ?").run([flipBytes(new Uint8Array(row.seal), where, bit), seq]);
        });
        expect(findings[0]?.seq).toBe(seq);
      }),
      runs,
    );
  });

  it("names the first entry that is dropped, also with its end cut off", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntry, fc.boolean(), fc.boolean(), async (seq, isEnd, isClever) => {
        const { findings } = await afterwards((db) => {
          db.exec(`delete from bodies where seq ${isEnd ? ">=" : "="} ${seq}; delete from entries where seq ${isEnd ? ">=" : "="} ${seq}`);
          if (isClever) reheadAs(db);
        });
        expect(findings[0]?.seq).toBe(seq);
        expect(findings[0]?.what).toContain(`entry ${seq} is missing`);
      }),
      runs,
    );
  });

  it("names the first of two entries that change places", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntry, anyEntry, async (a, b) => {
        fc.pre(a !== b);
        const { findings } = await afterwards((db) => {
          const [first, second] = [rowOf(db, a), rowOf(db, b)];
          for (const [seq, row] of [[a, second], [b, first]] as const) {
            db.prepare("update entries set time = ?, kind = ?, by_seal = ?, body_hash = ?, leaf = ? where seq = ?").run([...bytesOf(row), seq]);
          }
          db.exec(`update bodies set seq = -1 where seq = ${a}; update bodies set seq = ${a} where seq = ${b}; update bodies set seq = ${b} where seq = -1`);
        });
        expect(findings[0]?.seq).toBe(Math.min(a, b));
      }),
      runs,
    );
  });

  it("names an entry that is inserted, at the end and in between", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), anyEntry, async (after, like) => {
        const { findings } = await afterwards((db) => {
          const row = rowOf(db, like);
          const seqs = (db.prepare("select seq from entries where seq > ? order by seq desc").all([after]) as Row[]).map(({ seq }) => seq);
          for (const seq of seqs) db.exec(`update entries set seq = ${seq + 1} where seq = ${seq}; update bodies set seq = ${seq + 1} where seq = ${seq}`);
          db.prepare("insert into entries values (?, ?, ?, ?, ?, ?)").run([after + 1, ...bytesOf(row)]);
        });
        // A copy of the entry that comes there anyway is one too many a place later.
        expect(findings[0]?.seq).toBe(like === after + 1 ? after + 2 : after + 1);
      }),
      runs,
    );
  });

  it("tells from the signed heads where to look when someone made every hash fit", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntry, fc.nat(), async (seq, where) => {
        const { findings } = await afterwards((db) => {
          db.prepare("update entries set by_seal = ? where seq = ?").run([withOtherSalt(rowOf(db, seq).by_seal, where), seq]);
          rehash(db, seq);
          reheadAs(db);
        });
        const [from, to] = seq <= 6 ? [1, 6] : [7, 12];
        expect(findings[0]?.what).toContain(`one from ${from} to ${to} was altered`);
      }),
      runs,
    );
  });

  it("is not deceived by someone who signs anew with a key of their own", async () => {
    const other = createSigner(at("other.pem"));
    const path = at("forged.db");
    copyFileSync(at("good.db"), path);
    const db = new Database(path);
    db.exec("drop trigger entries_never_update; delete from checkpoints");
    db.prepare("update entries set by_seal = ? where seq = 2").run([withOtherSalt(rowOf(db, 2).by_seal, 5)]);
    rehash(db, 2);
    reheadAs(db);
    db.close();
    await withStore(path, { create: false, readOnly: false, now: () => "" }, (store) => signHead(store, other));
    expect(await verify(path)).toMatchObject({ findings: [], anchoredTo: null });
    const checkpoint = await withStore(at("good.db"), { create: false, readOnly: true, now: () => "" }, async (store) => (await store.checkpoints())[0]?.note ?? "");
    const held = await withStore(path, { create: false, readOnly: true, now: () => "" }, (store) => verifyLedger(store, { checkpoint, trusted: [], step: () => {} }));
    expect(held.findings[0]?.what).toContain("the first 6 entries are not those of the signed head");
  });

  it.each([
    ["bytes", "update blobs set content = x'00'", /do not match its SHA-256/],
    ["the bytes' absence", "delete from blobs", /the document's bytes are missing/],
    ["a body that is gone with no word of it", "delete from bodies where seq = 2", /entry 2 has lost its body/],
    ["a signature", "update checkpoints set note = replace(note, substr(note, -8, 2), '00')", /the signature on the head of 6 entries is not that of its key/],
    ["another ledger's head", "update checkpoints set note = replace(note, 'muster/', 'other/')", /signature|another ledger/],
    ["a key", "update checkpoints set verifier = 'me+00000000+AAAA'", /is no key/],
    ["a head of another size", "update head set size = 13, frontier = frontier || substr(frontier, 1, 64)", /entry 13 is missing/],
  ])("names %s", async (_, statement, message) => {
    const { findings } = await afterwards((db) => db.exec(statement));
    expect(findings.map(({ what }) => what).join("\n")).toMatch(message);
  });
});
