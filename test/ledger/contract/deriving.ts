import { expect, it } from "vitest";
import type { BodyOf, EntryKind } from "../../../src/ledger/entry-kinds.ts";
import { ENTRY_KINDS } from "../../../src/ledger/entry-kinds.ts";
import type { RecordedKind } from "../../../src/ledger/ledger.ts";
import { noRows } from "../../../src/ledger/rows.ts";
import { contentOf, firstClaim, report, reportNo, withLedger } from "../desk.ts";
import { code, findingsOf, type Here } from "./here.ts";

/** Every kind of entry, and what is derived from them. */
export function deriving(here: Here): void {
  const RECORDS: { [K in RecordedKind]: [BodyOf<K>, object] } = {
    "source graded": [{ source: "Post", reliability: "B" }, { sources: [{ name: "Post", reliability: "B", alias: null, leaning: null }] }],
    "source aliased": [{ source: "Post", alias: "The Post" }, { sources: [{ name: "Post", alias: "The Post" }] }],
    "source leaning set": [{ source: "Post", leaning: "neutral" }, { sources: [{ name: "Post", leaning: "neutral" }] }],
    "statements joined": [{ claims: ["0".repeat(16), "1".repeat(16)] }, { statements: [{ seq: 1, kind: "join", claims: ["0".repeat(16), "1".repeat(16)] }] }],
    "statements split": [{ claims: ["0".repeat(16), "1".repeat(16)] }, { statements: [{ seq: 1, kind: "split" }] }],
    "situation defined": [{ name: "arbola", force: "Norland", place: "Arbola" }, { situations: [{ name: "arbola", force: "Norland", place: "Arbola" }] }],
    "situation changed": [{ name: "arbola", force: "Norland", place: "Minsk" }, { situations: [{ name: "arbola", force: "Norland", place: "Minsk" }] }],
    "feed added": [{ url: "https://example.org/feed" }, { feeds: [{ url: "https://example.org/feed", isPaused: false }] }],
    "feed paused": [{ url: "https://example.org/feed" }, { feeds: [{ isPaused: true }] }],
    "feed removed": [{ url: "https://example.org/feed" }, { feeds: [] }],
    "announcement made": [{ id: "0b5c9a52-7f5c-4f0e-9a53-1d2c3b4a5968", situation: "arbola", kind: "change", sides: [["0".repeat(16)]], change: { direction: "down", from: "2023-10-01", to: "2023-10-09" } }, noRows()],
    "announcement delivered": [{ announcement: "0b5c9a52-7f5c-4f0e-9a53-1d2c3b4a5968", to: "output" }, noRows()],
    note: [{ text: "Looked at.", about: null }, noRows()],
  };

  it.each(Object.entries(RECORDS))("keeps and undoes: %s", async (kind, [body, rows]) => {
    await withLedger(here.place, async (ledger, store) => {
      const entry = await ledger.record(kind as RecordedKind, body, "because");
      expect(entry).toMatchObject({ seq: 1, kind, why: "because", body });
      expect(await contentOf(store)).toMatchObject(rows);
      await expect(ledger.record(kind as "note", { ...body, extra: 1 } as unknown as BodyOf<"note">)).rejects.toEqual(code("BAD_ENTRY"));
      await ledger.undo([1], null);
      expect(await contentOf(store)).toEqual(noRows());
    });
  });

  it("has a test for every kind of entry", () => {
    const elsewhere: EntryKind[] = ["document added", "document stopped", "document versioned", "document withdrawn", "document erased", "claims read", "reader re-run", "claim accepted", "claim corrected", "claim rejected", "claim restored", "undone"];
    expect([...Object.keys(RECORDS), ...elsewhere].sort()).toEqual(Object.keys(ENTRY_KINDS).sort());
  });

  it("remakes from the entries what is derived, to the same content, whatever became of it", async () => {
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([reportNo(1), reportNo(2), report(["Old words."], { url: "https://example.org/a" })]);
      await ledger.add([report(["New words."], { url: "https://example.org/a" })]);
      await ledger.review(await firstClaim(store), "correct", ["place=Minsk"], null);
      for (const [kind, [body]] of Object.entries(RECORDS)) await ledger.record(kind as "note", body as BodyOf<"note">);
      await ledger.undo([2, 10], null);
      const before = await contentOf(store);
      const asked: string[] = [];
      expect(await ledger.rebuild(false, () => void asked.push(""))).toEqual([]);
      expect(await contentOf(store)).toEqual(before);
      expect(asked.length).toBeGreaterThan(5);
    });
    expect(await findingsOf(here.place)).toEqual([]);
  });

  it("finds out that someone changed what is derived, and mends it", async () => {
    const good = await withLedger(here.place, async (ledger, store) => {
      await ledger.add([reportNo(1), reportNo(2)]);
      expect(await ledger.rebuild(true)).toEqual([]);
      return contentOf(store);
    });
    for (const [table, statement] of [
      ["claims", "update claims set claim = replace(claim, 'Arbola', 'Minsk') where position = 0"],
      ["documents", "update documents set status = 'withdrawn'"],
      ["subjects", "delete from subjects where seq = 2"],
      ["situations", "insert into situations values ('x', 'y', 'z')"],
    ] as const) {
      await here.backend.tamper(here.place, statement);
      await withLedger(here.place, async (ledger, store) => {
        const bad = await contentOf(store);
        expect(await ledger.rebuild(true)).toEqual([table]);
        expect(await contentOf(store)).toEqual(bad);
        expect(await ledger.rebuild()).toEqual([table]);
        expect(await contentOf(store)).toEqual(good);
      });
    }
  });
}
