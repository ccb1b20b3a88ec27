import { expect, it } from "vitest";
import { sha256Hex } from "../../../src/ledger/sha256.ts";
import { textOf } from "../../../src/ledger/views.ts";
import { all, contentOf, report, reportNo, withLedger } from "../desk.ts";
import { code, findingsOf, type Here } from "./here.ts";

/** What does not count any more, or is gone. */
export function removing(here: Here): void {
  it("counts the claims of the newest version of a page only", async () => {
    await withLedger(here.place, async (ledger, store) => {
      const url = "https://example.org/a";
      const [old, other, newer] = [report(["Old words."], { url }), report(["Old words."  , "New words."], { url }), report(["Newest words."], { url })];
      const results = await ledger.add([old, other]);
      expect(results[1]).toMatchObject({ outcome: "added", replaces: old.document.sha256 });
      expect(await ledger.add([newer])).toMatchObject([{ replaces: other.document.sha256 }]);
      const { documents, claims } = await contentOf(store);
      expect(documents.map(({ status, replacedBy }) => [status, replacedBy])).toEqual([["replaced", other.document.sha256], ["replaced", newer.document.sha256], ["kept", null]]);
      expect(claims.map(({ claim }) => claim.evidence.text)).toEqual(["Newest words."]);
    });
  });

  it("withdraws a document, and takes that back", async () => {
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([reportNo(1)]);
      const before = await contentOf(store);
      const { sha256 } = reportNo(1).document;
      await ledger.withdraw(sha256.slice(0, 8), "taken down");
      expect(await contentOf(store)).toMatchObject({ documents: [{ status: "withdrawn" }], claims: [] });
      expect(await ledger.add([reportNo(1)])).toMatchObject([{ outcome: "known", status: "withdrawn" }]);
      await ledger.undo([3], null);
      expect(await contentOf(store)).toEqual(before);
    });
  });

  it("erases a document for good, and still verifies", async () => {
    const given = report(["SECRET-WORDS of a witness."], { author: "SECRET-NAME" });
    const { sha256 } = given.document;
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([given, reportNo(1)]);
      const id = (await all(store.claims({ document: sha256 })))[0]?.id ?? "";
      await ledger.review(id, "correct", ["place=SECRET-PLACE"], "looked it up");
      for (const [text, about] of [["SECRET-NOTE of the claim", id], ["SECRET-NOTE of the document", sha256], ["A note of something else", reportNo(1).document.sha256]] as const) await ledger.record("note", { text, about });
      const entry = await ledger.erase(sha256, "a court order");
      expect(entry).toMatchObject({ actor: "Ada", why: "a court order", body: { document: sha256, entries: [1, 2, 5, 6, 7] } });
      expect(await store.blob(sha256)).toBeNull();
      expect(await contentOf(store)).toMatchObject({ documents: [{ sha256, status: "erased", document: null }, { status: "kept" }] });
      const kept = JSON.stringify([await all(store.entries()), await contentOf(store)]);
      expect(kept).not.toMatch(/SECRET/);
      await expect(ledger.undo([entry.seq], null)).rejects.toEqual(code("NOT_UNDOABLE"));
      expect(await ledger.add([given])).toMatchObject([{ outcome: "known", status: "erased" }]);
      const before = await contentOf(store);
      await ledger.rebuild();
      expect(await contentOf(store)).toEqual(before);
    });
    expect(await findingsOf(here.place)).toEqual([]);
  });

  it("erases a document whose adding was undone, which could be brought back until then", async () => {
    const { document: { sha256 } } = reportNo(1);
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([reportNo(1), reportNo(2)]);
      await ledger.undo([1, 2], null);
      expect(await store.blob(sha256)).not.toBeNull();
      const entry = await ledger.erase(sha256.slice(0, 8), "a court order");
      expect(entry).toMatchObject({ body: { document: sha256, entries: [1, 2], blobs: [sha256] } });
      expect(await store.blob(sha256)).toBeNull();
      for (const again of [sha256, sha256.slice(0, 8)]) await expect(ledger.erase(again, "again")).rejects.toEqual(code("NO_SUCH_DOCUMENT"));
      expect(await ledger.add([reportNo(1)])).toMatchObject([{ outcome: "known", status: "erased" }]);
      // The undoing undone brings nothing back.
      await ledger.undo([5], null);
      expect(await contentOf(store)).toMatchObject({ documents: [{ sha256, status: "erased", document: null }, { status: "kept" }] });
      expect(await ledger.rebuild()).toEqual([]);
    });
    expect(await findingsOf(here.place)).toEqual([]);
  });

  it("does not erase a text that a document has whose adding was undone", async () => {
    const plain = report(["Most have left."]);
    const pages = ["<p>Most have left.", "<b>Most have left."].map((page) => ({ ...plain, bytes: Buffer.from(page), document: { ...plain.document, sha256: sha256Hex(page) } }));
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add(pages);
      await ledger.undo([3, 4], null);
      await ledger.erase(pages[0]?.document.sha256 ?? "", "asked to");
      await ledger.undo([5], null);
      expect(await textOf(store, pages[1]?.document.sha256 ?? "")).toBe("Most have left.");
    });
    expect(await findingsOf(here.place)).toEqual([]);
  });

  it("does not erase a text that another document has too", async () => {
    const plain = report(["Most have left."]);
    const page = { ...plain, bytes: Buffer.from("<p>Most have left."), document: { ...plain.document, sha256: sha256Hex("<p>Most have left.") } };
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([plain, page]);
      await ledger.erase(page.document.sha256, "asked to");
      expect(await store.blob(plain.document.sha256)).not.toBeNull();
    });
    // And the other way round: a text's bytes are a page's text.
    const other = await here.backend.newPlace();
    await withLedger(other, async (ledger, store) => {
      await ledger.add([plain, page]);
      await ledger.erase(plain.document.sha256, "asked to");
      expect(await store.blob(plain.document.sha256)).not.toBeNull();
      await ledger.erase(page.document.sha256, "asked to");
      expect(await all(store.blobs())).toEqual([]);
    });
    expect(await findingsOf(other)).toEqual([]);
    expect(await findingsOf(here.place)).toEqual([]);
  });
}
