import { expect, it } from "vitest";
import { findFormerClaim, findFormerDocument } from "../../../src/ledger/find.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { withStore } from "../../../src/ledger/open.ts";
import type { StoreReader } from "../../../src/ledger/store.ts";
import { claimRecords, entryAsOf, judgementsAsOf, situationsAsOf, sourcesAsOf, textOf } from "../../../src/ledger/views.ts";
import { all, clockFrom, firstClaim, report, reportNo, withLedger } from "../desk.ts";
import { code, findingsOf, type Here } from "./here.ts";

/** What can be asked of it, also of an earlier day. */
export function asking(here: Here): void {
  it("names what it once held: a document that was taken back, and its claims", async () => {
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([reportNo(1)]);
      const [id, { sha256 }] = [await firstClaim(store), reportNo(1).document];
      expect([await findFormerClaim(store, id.slice(0, 6)), await findFormerDocument(store, sha256.slice(0, 6))]).toEqual([expect.objectContaining({ id, document: sha256 }), sha256]);
      await ledger.undo([1, 2], null);
      expect([await findFormerClaim(store, id.slice(0, 6)), await findFormerDocument(store, sha256.slice(0, 6))]).toEqual([{ id, document: sha256 }, sha256]);
      expect(await textOf(store, sha256)).toBe(reportNo(1).document.text);
      await expect(findFormerClaim(store, "ffff")).rejects.toEqual(code("NO_SUCH_CLAIM"));
      await expect(findFormerDocument(store, "zzzz")).rejects.toEqual(code("NO_SUCH_DOCUMENT"));
    });
  });

  it("shows what was known on a day", async () => {
    const days = ["2023-11-01", "2023-11-02", "2023-11-03", "2023-11-04"];
    const known: unknown[] = [];
    const steps: ((ledger: Parameters<Parameters<typeof withLedger>[1]>[0], id: string) => Promise<unknown>)[] = [
      (ledger) => ledger.add([reportNo(1)]),
      (ledger, id) => ledger.review(id, "correct", ["place=Minsk"], null),
      (ledger) => ledger.add([reportNo(2)]),
      (ledger) => ledger.undo([1, 3], null),
    ];
    for (const [i, day] of days.entries()) {
      await withLedger(here.place, async (ledger, store) => {
        await steps[i]?.(ledger, await firstClaim(store));
        known.push(await all(claimRecords(store, null)));
      }, clockFrom(`${day}T12:00:00.000Z`));
    }
    await withLedger(here.place, async (_, store) => {
      const replayed = await Promise.all(days.map(async (day) => all(claimRecords(store, await entryAsOf(store, day)))));
      expect(replayed).toEqual(known);
      expect(known.map((records) => (records as unknown[]).length)).toEqual([2, 2, 4, 2]);
      expect(await all(claimRecords(store, await entryAsOf(store, "2023-10-31")))).toEqual([]);
      await expect(entryAsOf(store, "yesterday")).rejects.toEqual(code("BAD_FIELD"));
    });
  });

  it("shows what was said of sources, statements and situations by a day", async () => {
    const say = async (ledger: Ledger, reliability: "B" | "C", where: string, claims: string[]) => {
      await ledger.record("source graded", { source: "Post", reliability });
      await ledger.record("situation defined", { name: where, force: "Norland", place: where });
      await ledger.record("statements joined", { claims });
    };
    const viewsOf = async (store: StoreReader, until: number | null) => [await sourcesAsOf(store, until), await situationsAsOf(store, until), await judgementsAsOf(store, until)];
    const known: unknown[] = [];
    for (const [day, reliability, where] of [["2023-11-01", "B", "minsk"], ["2023-11-02", "C", "arbola"]] as const) {
      await withLedger(here.place, async (ledger, store) => {
        await say(ledger, reliability, where, ["0".repeat(16), "1".repeat(16)]);
        known.push(await viewsOf(store, null));
      }, clockFrom(`${day}T12:00:00.000Z`));
    }
    await withLedger(here.place, async (_, store) => {
      expect(await Promise.all(["2023-11-01", "2023-11-02"].map(async (day) => viewsOf(store, await entryAsOf(store, day))))).toEqual(known);
      expect(await viewsOf(store, 0)).toEqual([[], [], []]);
    });
  });

  it("is not confused by a clock that jumps back", async () => {
    await withLedger(here.place, (ledger) => ledger.add([reportNo(1)]), clockFrom("2023-11-05T00:00:00.000Z"));
    await withLedger(here.place, (ledger) => ledger.add([reportNo(2)]), clockFrom("2021-01-01T00:00:00.000Z"));
    const times = await withLedger(here.place, async (_, store) => (await all(store.entries())).map(({ time }) => time));
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)?.slice(0, 10)).toBe("2023-11-05");
    expect(await findingsOf(here.place)).toEqual([]);
  });

  it("lists claims by day, page after page, each once", async () => {
    await withLedger(here.place, async (ledger, store) => {
      const many = Array.from({ length: 150 }, (_, i) => report([`Report ${i}.`, "More.", "And more."], {}, { asOf: i % 7 === 0 ? null : `2023-10-${String((i % 28) + 1).padStart(2, "0")}` }));
      await ledger.add(many);
      const rows = await all(store.claims({ force: "Norland" }));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(450);
      expect(rows.map(({ day }) => day)).toEqual(rows.map(({ day }) => day).sort());
    });
  });

  it("says in one line that there is no ledger", async () => {
    const open = (create: boolean) => withStore(here.place, { create, readOnly: !create, now: () => "" }, async (store) => store.head());
    await expect(open(false)).rejects.toEqual(code("NO_LEDGER"));
    await open(true);
    await expect(open(false)).resolves.toMatchObject({ size: 0 });
  });

  it("lets nothing be written by whoever only reads", async () => {
    await withLedger(here.place, (ledger) => ledger.add([reportNo(1)]));
    const writing = withStore(here.place, { create: false, readOnly: true, now: () => "2023" }, (store) => store.transact((writer) => writer.append({ kind: "note", body: { text: "x", about: null } }, "Ada")));
    await expect(writing).rejects.toEqual(code("READ_ONLY"));
  });
}
