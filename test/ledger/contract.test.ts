import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keptStatements } from "../../src/app/kept-statements.ts";
import type { Claim } from "../../src/claims/index.ts";
import type { BodyOf, EntryKind } from "../../src/ledger/entry-kinds.ts";
import { ENTRY_KINDS } from "../../src/ledger/entry-kinds.ts";
import { openEntry } from "../../src/ledger/entry.ts";
import type { LedgerError, LedgerErrorCode } from "../../src/ledger/error.ts";
import { findFormerClaim, findFormerDocument } from "../../src/ledger/find.ts";
import type { Ledger, RecordedKind } from "../../src/ledger/ledger.ts";
import { withStore } from "../../src/ledger/open.ts";
import { noRows } from "../../src/ledger/rows.ts";
import { sha256Hex } from "../../src/ledger/sha256.ts";
import type { StoreReader } from "../../src/ledger/store.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { claimRecords, entryAsOf, judgementsAsOf, situationsAsOf, sourcesAsOf, textOf } from "../../src/ledger/views.ts";
import { BACKENDS } from "./backends.ts";
import { all, clockFrom, contentOf, firstClaim, reading, report, reportNo, withLedger } from "./desk.ts";

const code = (wanted: LedgerErrorCode) => expect.objectContaining({ name: "LedgerError", code: wanted }) as LedgerError;
const findingsOf = async (place: string) => (await withLedger(place, (_, store) => verifyLedger(store, { trusted: [], step: () => {} }))).findings;

// What every store promises, on each of them.
for (const backend of BACKENDS) {
  describe(`a ledger on ${backend.name}`, () => {
    let reason: string | null = null;
    let place = "";
    beforeAll(async () => void (reason = await backend.start()), 60_000);
    afterAll(() => backend.stop(), 60_000);
    beforeEach(async (context) => {
      if (reason !== null) context.skip(reason);
      place = await backend.newPlace();
    });

    it("gives back what was put into it, in another session", async () => {
      const given = report(["Around 2,000 soldiers remain in Arbola.", "Most have left."], { title: "Title", url: "https://example.org/a" });
      await withLedger(place, (ledger) => ledger.add([given]));
      await withLedger(place, async (_, store) => {
        const { text, ...document } = given.document;
        expect(await contentOf(store)).toMatchObject({ documents: [{ status: "kept", document, seq: 1 }], claims: given.claims.map((claim, position) => ({ claim, position, review: "unreviewed" })) });
        expect(Buffer.from((await store.blob(document.sha256)) ?? []).toString()).toBe(text);
        expect((await all(store.entries())).map((entry) => openEntry(entry)).map(({ seq, kind, actor }) => [seq, kind, actor])).toEqual([[1, "document added", "Ada"], [2, "claims read", "Ada"]]);
      });
      expect(await findingsOf(place)).toEqual([]);
    });

    it("keeps bytes and text apart where they differ", async () => {
      const given = { ...report(["Most have left."]), bytes: Buffer.from("<p>Most have left.") };
      const sha256 = sha256Hex(given.bytes);
      await withLedger(place, async (ledger, store) => {
        await ledger.add([{ ...given, document: { ...given.document, sha256 } }]);
        const row = await store.document(sha256);
        expect([await store.blob(sha256), await store.blob(row?.textSha256 ?? "")].map((bytes) => Buffer.from(bytes ?? []).toString())).toEqual(["<p>Most have left.", "Most have left."]);
      });
    });

    it("keeps of what the gate stopped that it was seen, once, and takes it when a later reader lets it through", async () => {
      const given = reportNo(1);
      const [stopped, url] = [given.document.sha256, "https://example.org/a"];
      await withLedger(place, async (ledger, store) => {
        expect(await ledger.add([{ stopped, url }, { stopped, url }])).toEqual([{ outcome: "stopped", seq: 1 }, { outcome: "known", seq: 1, status: "stopped" }]);
        expect(await ledger.add([{ stopped, url }])).toEqual([{ outcome: "known", seq: 1, status: "stopped" }]);
        expect(await contentOf(store)).toMatchObject({ documents: [{ sha256: stopped, status: "stopped", document: null, textSha256: null }], claims: [] });
        expect([await all(store.blobs()), (await store.head()).size]).toEqual([[], 1]);
        expect(await ledger.add([given])).toMatchObject([{ outcome: "added", seq: 2 }]);
        expect(await contentOf(store)).toMatchObject({ documents: [{ status: "kept" }] });
        expect(await ledger.add([{ stopped, url }])).toMatchObject([{ outcome: "known", status: "kept" }]);
      });
      expect(await findingsOf(place)).toEqual([]);
    });

    it("takes a page whose bytes changed and whose text did not for the same, and keeps where it was had", async () => {
      const given = report(["Most have left."], { url: "https://example.org/a" });
      const bytes = Buffer.from("<p>Most have left.<i>Advertisement 2</i>");
      const provenance = { from: "https://example.org/a?x", answer: { url: "https://example.org/a", status: 200 } };
      await withLedger(place, async (ledger, store) => {
        await ledger.add([{ ...given, provenance }]);
        expect(await ledger.add([{ ...given, bytes, document: { ...given.document, sha256: sha256Hex(bytes) } }])).toEqual([{ outcome: "known", seq: 1, status: "kept" }]);
        const [entry] = (await all(store.entries())).map((sealed) => openEntry(sealed));
        expect(entry?.body).toMatchObject({ provenance });
      });
    });

    it("takes the same bytes once, in one step or in two", async () => {
      await withLedger(place, async (ledger, store) => {
        const [first, second] = await ledger.add([reportNo(1), reportNo(1)]);
        const [third] = await ledger.add([reportNo(1)]);
        expect([first, second, third]).toMatchObject([{ outcome: "added", seq: 1 }, { outcome: "known", seq: 1 }, { outcome: "known", seq: 1 }]);
        expect((await store.head()).size).toBe(2);
      });
    });

    it("keeps all of a step or nothing", async () => {
      await withLedger(place, async (ledger, store) => {
        await ledger.add([reportNo(1)]);
        const before = [await store.head(), await contentOf(store), await all(store.blobs())];
        const broken = report(["Half a character: \ud800."]);
        await expect(ledger.add([reportNo(2), broken])).rejects.toEqual(code("BAD_TEXT"));
        await expect(ledger.add([reportNo(2), report(["A zero: \u0000."])])).rejects.toEqual(code("BAD_TEXT"));
        expect([await store.head(), await contentOf(store), await all(store.blobs())]).toEqual(before);
        await ledger.add([reportNo(2)]);
      });
      expect(await findingsOf(place)).toEqual([]);
    });

    it("keeps what a person makes of a claim, field by field, with the old value", async () => {
      await withLedger(place, async (ledger, store) => {
        await ledger.add([reportNo(1)]);
        const id = await firstClaim(store);
        await ledger.review(id.slice(0, 6), "accept", [], "seen");
        const entry = await ledger.review(id, "correct", ["place=Minsk", 'quantity={"low":1,"high":2,"point":null,"modifier":"range","unit":"personnel","words":"1-2"}'], null);
        expect(entry.body).toMatchObject({ changes: [{ field: "place", old: "Arbola", new: "Minsk" }, { field: "quantity", old: null }] });
        await ledger.review(id, "correct", ["quantity.low=0", "asOf=2023-10-01"], null);
        expect((await store.claimsLike(id, 1))[0]).toMatchObject({ review: "corrected", day: "2023-10-01", claim: { place: "Minsk", asOf: "2023-10-01", quantity: { low: 0, high: 2 } } });
        expect(await all(store.claims({ force: "Norland", place: "Minsk" }))).toHaveLength(1);
        await ledger.review(id, "reject", [], null);
        expect((await store.claimsLike(id, 1))[0]).toMatchObject({ review: "rejected" });
        await ledger.review(id, "restore", [], null);
        expect((await store.claimsLike(id, 1))[0]).toMatchObject({ review: "unreviewed", claim: { place: "Arbola", quantity: null } });
      });
    });

    it.each<[string, string[], LedgerErrorCode]>([
      ["a field that there is not", ["mood=tense"], "BAD_FIELD"],
      ["the words themselves", ["evidence.text=other"], "BAD_FIELD"],
      ["a value that it cannot have", ["kind=rumour"], "BAD_FIELD"],
      ["a part of what is empty", ["quantity.low=5"], "BAD_FIELD"],
      ["what stands there already", ["place=Arbola"], "BAD_FIELD"],
      ["no value at all", ["place"], "BAD_FIELD"],
      ["a name out of JavaScript", ["__proto__.x=1"], "BAD_FIELD"],
    ])("does not correct %s", async (_, corrections, wanted) => {
      await withLedger(place, async (ledger, store) => {
        await ledger.add([reportNo(1)]);
        await expect(ledger.review(await firstClaim(store), "correct", corrections, null)).rejects.toEqual(code(wanted));
        expect((await store.head()).size).toBe(2);
      });
    });

    it("undoes an entry, many at once, and an undo", async () => {
      await withLedger(place, async (ledger, store) => {
        await ledger.add([reportNo(1), reportNo(2)]);
        const id = await firstClaim(store);
        const states = [await contentOf(store)];
        await ledger.review(id, "reject", [], null);
        states.push(await contentOf(store));
        const undo = await ledger.undo([5], "by mistake");
        expect(await contentOf(store)).toEqual(states[0]);
        await ledger.undo([undo.seq], null);
        expect(await contentOf(store)).toEqual(states[1]);
        await ledger.undo([1, 2, 3, 4, 5], null);
        expect(await contentOf(store)).toEqual(noRows());
        await ledger.undo([8], null);
        expect(await contentOf(store)).toEqual(states[1]);
        await expect(ledger.undo([6], null)).rejects.toEqual(code("NOT_UNDOABLE"));
        await expect(ledger.undo([77], null)).rejects.toEqual(code("NO_SUCH_ENTRY"));
      });
      expect(await findingsOf(place)).toEqual([]);
    });

    it("adds a document again after its adding was undone", async () => {
      await withLedger(place, async (ledger, store) => {
        await ledger.add([reportNo(1)]);
        const before = (await contentOf(store)).claims;
        await ledger.undo([1, 2], null);
        expect(await ledger.add([reportNo(1)])).toMatchObject([{ outcome: "added" }]);
        expect((await contentOf(store)).claims).toEqual(before);
      });
    });

    it("keeps reviews through a reading by a newer reader", async () => {
      await withLedger(place, async (ledger, store) => {
        const given = report(["Around 2,000 soldiers remain in Arbola.", "Most have left."]);
        await ledger.add([given]);
        const ids = (await contentOf(store)).claims.map((row) => row.id);
        for (const id of ids) await ledger.review(id, "correct", ["country=BY"], null);
        const newer = given.claims.slice(1).map((claim) => ({ ...claim, force: "Sudland", reader: "muster/9" }));
        await ledger.reread(given.document.sha256, "muster/9", newer);
        expect((await contentOf(store)).claims).toMatchObject([{ id: ids[1], review: "corrected", claim: { force: "Sudland", country: "BY", reader: "muster/9" } }]);
        expect((await store.document(given.document.sha256))?.reader).toBe("muster/9");
        await ledger.reread(given.document.sha256, "muster/10", given.claims);
        expect((await contentOf(store)).claims.map(({ id, review }) => [id, review])).toEqual(ids.map((id) => [id, "corrected"]));
      });
    });

    it.each([
      ["split", "statements split", ["Monday.", "Tuesday."], [2], [1, 1]],
      ["join", "statements joined", ["around 2,000 soldiers remain in Arbola.", "about 900 are left."], [1, 1], [2]],
    ] as const)("keeps a %s through readings that cut the words otherwise", async (_, decision, ends, before, after) => {
      const source = { person: "Andriy Demchenko", role: null, organisation: null };
      const texts = ends.map((end) => (decision === "statements split" ? `Demchenko said that around 2,000 soldiers remain in Arbola, we hear on ${end}` : `Demchenko said that ${end}`));
      const readings = (evidence: string, numbers: readonly string[], more: Partial<Claim> = {}) => texts.map((text) => reading(text, text.slice(text.indexOf(evidence)), numbers.find((number) => text.includes(number)), { source, ...more }));
      const groups = async (store: StoreReader, until: number | null) => (await keptStatements(store, until)).statements.map(({ claims }) => claims.length);
      await withLedger(place, async (ledger, store) => {
        await ledger.add(readings("Demchenko", ["around 2,000", "about 900"]));
        expect(await groups(store, null)).toEqual(before);
        const ids = (await contentOf(store)).claims.map(({ id }) => id);
        await ledger.record(decision, { claims: ids });
        const decided = (await store.head()).size;
        for (const newer of [readings("said", ["2,000", "900"], { force: "Sudland" }), readings("that", ["around 2,000", "about 900"]), readings("that", ["2,000", "900"], { certainty: "probable" })]) {
          for (const { document, claims } of newer) await ledger.reread(document.sha256, "muster/next", claims);
          expect(await groups(store, null)).toEqual(after);
        }
        const { claims } = await contentOf(store);
        expect(claims.map(({ id }) => id)).toEqual(ids);
        for (const { claim: { quantity, certainty } } of claims) expect([quantity?.words, certainty]).toEqual([expect.stringMatching(/^[\d,]+$/), "probable"]);
        expect(await groups(store, decided)).toEqual(after);
        expect(await groups(store, decided - 1)).toEqual(before);
      });
      expect(await findingsOf(place)).toEqual([]);
    });

    it("counts the claims of the newest version of a page only", async () => {
      await withLedger(place, async (ledger, store) => {
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
      await withLedger(place, async (ledger, store) => {
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
      await withLedger(place, async (ledger, store) => {
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
      expect(await findingsOf(place)).toEqual([]);
    });

    it("does not erase a text that another document has too", async () => {
      const plain = report(["Most have left."]);
      const page = { ...plain, bytes: Buffer.from("<p>Most have left."), document: { ...plain.document, sha256: sha256Hex("<p>Most have left.") } };
      await withLedger(place, async (ledger, store) => {
        await ledger.add([plain, page]);
        await ledger.erase(page.document.sha256, "asked to");
        expect(await store.blob(plain.document.sha256)).not.toBeNull();
      });
      // And the other way round: a text's bytes are a page's text.
      const other = await backend.newPlace();
      await withLedger(other, async (ledger, store) => {
        await ledger.add([plain, page]);
        await ledger.erase(plain.document.sha256, "asked to");
        expect(await store.blob(plain.document.sha256)).not.toBeNull();
        await ledger.erase(page.document.sha256, "asked to");
        expect(await all(store.blobs())).toEqual([]);
      });
      expect(await findingsOf(other)).toEqual([]);
      expect(await findingsOf(place)).toEqual([]);
    });

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
      await withLedger(place, async (ledger, store) => {
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
      await withLedger(place, async (ledger, store) => {
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
      expect(await findingsOf(place)).toEqual([]);
    });

    it("finds out that someone changed what is derived, and mends it", async () => {
      const good = await withLedger(place, async (ledger, store) => {
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
        await backend.tamper(place, statement);
        await withLedger(place, async (ledger, store) => {
          const bad = await contentOf(store);
          expect(await ledger.rebuild(true)).toEqual([table]);
          expect(await contentOf(store)).toEqual(bad);
          expect(await ledger.rebuild()).toEqual([table]);
          expect(await contentOf(store)).toEqual(good);
        });
      }
    });

    it("names what it once held: a document that was taken back, and its claims", async () => {
      await withLedger(place, async (ledger, store) => {
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
        await withLedger(place, async (ledger, store) => {
          await steps[i]?.(ledger, await firstClaim(store));
          known.push(await all(claimRecords(store, null)));
        }, clockFrom(`${day}T12:00:00.000Z`));
      }
      await withLedger(place, async (_, store) => {
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
        await withLedger(place, async (ledger, store) => {
          await say(ledger, reliability, where, ["0".repeat(16), "1".repeat(16)]);
          known.push(await viewsOf(store, null));
        }, clockFrom(`${day}T12:00:00.000Z`));
      }
      await withLedger(place, async (_, store) => {
        expect(await Promise.all(["2023-11-01", "2023-11-02"].map(async (day) => viewsOf(store, await entryAsOf(store, day))))).toEqual(known);
        expect(await viewsOf(store, 0)).toEqual([[], [], []]);
      });
    });

    it("is not confused by a clock that jumps back", async () => {
      await withLedger(place, (ledger) => ledger.add([reportNo(1)]), clockFrom("2023-11-05T00:00:00.000Z"));
      await withLedger(place, (ledger) => ledger.add([reportNo(2)]), clockFrom("2021-01-01T00:00:00.000Z"));
      const times = await withLedger(place, async (_, store) => (await all(store.entries())).map(({ time }) => time));
      expect(times).toEqual([...times].sort());
      expect(times.at(-1)?.slice(0, 10)).toBe("2023-11-05");
      expect(await findingsOf(place)).toEqual([]);
    });

    it("lists claims by day, page after page, each once", async () => {
      await withLedger(place, async (ledger, store) => {
        const many = Array.from({ length: 150 }, (_, i) => report([`Report ${i}.`, "More.", "And more."], {}, { asOf: i % 7 === 0 ? null : `2023-10-${String((i % 28) + 1).padStart(2, "0")}` }));
        await ledger.add(many);
        const rows = await all(store.claims({ force: "Norland" }));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(450);
        expect(rows.map(({ day }) => day)).toEqual(rows.map(({ day }) => day).sort());
      });
    });

    it("says in one line that there is no ledger", async () => {
      const open = (create: boolean) => withStore(place, { create, readOnly: !create, now: () => "" }, async (store) => store.head());
      await expect(open(false)).rejects.toEqual(code("NO_LEDGER"));
      await open(true);
      await expect(open(false)).resolves.toMatchObject({ size: 0 });
    });

    it("lets nothing be written by whoever only reads", async () => {
      await withLedger(place, (ledger) => ledger.add([reportNo(1)]));
      const writing = withStore(place, { create: false, readOnly: true, now: () => "2023" }, (store) => store.transact((writer) => writer.append({ kind: "note", body: { text: "x", about: null } }, "Ada")));
      await expect(writing).rejects.toEqual(code("READ_ONLY"));
    });
  });
}
