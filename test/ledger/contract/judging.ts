import { expect, it } from "vitest";
import { keptStatements } from "../../../src/app/kept-statements.ts";
import type { Claim } from "../../../src/claims/index.ts";
import type { LedgerErrorCode } from "../../../src/ledger/error.ts";
import { noRows } from "../../../src/ledger/rows.ts";
import type { StoreReader } from "../../../src/ledger/store.ts";
import { all, contentOf, firstClaim, reading, report, reportNo, withLedger } from "../desk.ts";
import { code, findingsOf, type Here } from "./here.ts";

/** What people make of claims, and how it is taken back. */
export function judging(here: Here): void {
  it("keeps what a person makes of a claim, field by field, with the old value", async () => {
    await withLedger(here.place, async (ledger, store) => {
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
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([reportNo(1)]);
      await expect(ledger.review(await firstClaim(store), "correct", corrections, null)).rejects.toEqual(code(wanted));
      expect((await store.head()).size).toBe(2);
    });
  });

  it("undoes an entry, many at once, and an undo", async () => {
    await withLedger(here.place, async (ledger, store) => {
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
    expect(await findingsOf(here.place)).toEqual([]);
  });

  it("adds a document again after its adding was undone", async () => {
    await withLedger(here.place, async (ledger, store) => {
      await ledger.add([reportNo(1)]);
      const before = (await contentOf(store)).claims;
      await ledger.undo([1, 2], null);
      expect(await ledger.add([reportNo(1)])).toMatchObject([{ outcome: "added" }]);
      expect((await contentOf(store)).claims).toEqual(before);
    });
  });

  it("keeps reviews through a reading by a newer reader", async () => {
    await withLedger(here.place, async (ledger, store) => {
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
    await withLedger(here.place, async (ledger, store) => {
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
    expect(await findingsOf(here.place)).toEqual([]);
  });
}
