import { expect, it } from "vitest";
import { openEntry } from "../../../src/ledger/entry.ts";
import { sha256Hex } from "../../../src/ledger/sha256.ts";
import { all, contentOf, report, reportNo, withLedger } from "../desk.ts";
import { code, findingsOf, type Here } from "./here.ts";

/** What is put into a ledger, and how. */
export function keeping(here: Here): void {
  it("gives back what was put into it, in another session", async () => {
    const given = report(["Around 2,000 soldiers remain in Arbola.", "Most have left."], { title: "Title", url: "https://example.org/a" });
    await withLedger(here.place, (ledger) => ledger.add([given]));
    await withLedger(here.place, async (_, store) => {
      const { text, ...document } = given.document;
      expect(await contentOf(store)).toMatchObject({ documents: [{ status: "kept", document, seq: 1 }], claims: given.claims.map((claim, position) => ({ claim, position, review: "unreviewed" })) });
      expect(Buffer.from((await store.blob(document.sha256)) ?? []).toString()).toBe(text);
      expect((await all(store.entries())).map((entry) => openEntry(entry)).map(({ seq, kind, actor }) => [seq, kind, actor])).toEqual([[1, "document added", "Ada"], [2, "claims read", "Ada"]]);
    });
    expect(await findingsOf(here.place)).toEqual([]);
  });

  it("keeps bytes and text apart where they differ", async () => {
    const given = { ...report(["Most have left."]), bytes: Buffer.from("<p>Most have left.") };
    const sha256 = sha256Hex(given.bytes);
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([{ ...given, document: { ...given.document, sha256 } }]);
      const row = await store.document(sha256);
      expect([await store.blob(sha256), await store.blob(row?.textSha256 ?? "")].map((bytes) => Buffer.from(bytes ?? []).toString())).toEqual(["<p>Most have left.", "Most have left."]);
    });
  });

  it("keeps of what the gate stopped that it was seen, once, and takes it when a later reader lets it through", async () => {
    const given = reportNo(1);
    const [stopped, url] = [given.document.sha256, "https://example.org/a"];
    await withLedger(here.place, async (ledger, store) => {
      expect(await ledger.add([{ stopped, url }, { stopped, url }])).toEqual([{ outcome: "stopped", seq: 1 }, { outcome: "known", seq: 1, status: "stopped" }]);
      expect(await ledger.add([{ stopped, url }])).toEqual([{ outcome: "known", seq: 1, status: "stopped" }]);
      expect(await contentOf(store)).toMatchObject({ documents: [{ sha256: stopped, status: "stopped", document: null, textSha256: null }], claims: [] });
      expect([await all(store.blobs()), (await store.head()).size]).toEqual([[], 1]);
      expect(await ledger.add([given])).toMatchObject([{ outcome: "added", seq: 2 }]);
      expect(await contentOf(store)).toMatchObject({ documents: [{ status: "kept" }] });
      expect(await ledger.add([{ stopped, url }])).toMatchObject([{ outcome: "known", status: "kept" }]);
    });
    expect(await findingsOf(here.place)).toEqual([]);
  });

  it("takes a page whose bytes changed and whose text did not for the same, and keeps where it was had", async () => {
    const given = report(["Most have left."], { url: "https://example.org/a" });
    const bytes = Buffer.from("<p>Most have left.<i>Advertisement 2</i>");
    const provenance = { from: "https://example.org/a?x", answer: { url: "https://example.org/a", status: 200 } };
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([{ ...given, provenance }]);
      expect(await ledger.add([{ ...given, bytes, document: { ...given.document, sha256: sha256Hex(bytes) } }])).toEqual([{ outcome: "known", seq: 1, status: "kept" }]);
      const [entry] = (await all(store.entries())).map((sealed) => openEntry(sealed));
      expect(entry?.body).toMatchObject({ provenance });
    });
  });

  it("takes the same bytes once, in one step or in two", async () => {
    await withLedger(here.place, async (ledger, store) => {
      const [first, second] = await ledger.add([reportNo(1), reportNo(1)]);
      const [third] = await ledger.add([reportNo(1)]);
      expect([first, second, third]).toMatchObject([{ outcome: "added", seq: 1 }, { outcome: "known", seq: 1 }, { outcome: "known", seq: 1 }]);
      expect((await store.head()).size).toBe(2);
    });
  });

  it("keeps all of a step or nothing", async () => {
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([reportNo(1)]);
      const before = [await store.head(), await contentOf(store), await all(store.blobs())];
      const broken = report(["Half a character: \ud800."]);
      await expect(ledger.add([reportNo(2), broken])).rejects.toEqual(code("BAD_TEXT"));
      await expect(ledger.add([reportNo(2), report(["A zero: \u0000."])])).rejects.toEqual(code("BAD_TEXT"));
      expect([await store.head(), await contentOf(store), await all(store.blobs())]).toEqual(before);
      await ledger.add([reportNo(2)]);
    });
    expect(await findingsOf(here.place)).toEqual([]);
  });
}
