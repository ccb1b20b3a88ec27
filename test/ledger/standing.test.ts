import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rootAt, shiftsSince, type Leaning, type Shift } from "../../src/ledger/standing.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { Store } from "../../src/ledger/store.ts";
import { temporaryFolder } from "../cli/run.ts";
import { all, report, withLedger } from "./desk.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let place = "";
let count = 0;
beforeAll(async () => void (folder = await temporaryFolder()));
afterAll(() => folder.remove());
beforeEach(() => void (place = join(folder.path, `desk-${count++}.db`)));

const REPORT = report(["About 2,000 soldiers remain in Arbola.", "Most have left."], { url: "https://example.org/a" });
const { sha256 } = REPORT.document;

/** What has become of what somebody leaned on, after this happened. */
const after = (happens: (ledger: Ledger, store: Store, claims: string[]) => Promise<unknown>): Promise<Shift[]> =>
  withLedger(place, async (ledger, store) => {
    await ledger.add([REPORT]);
    const claims = (await all(store.claims())).map(({ id }) => id);
    const leanings: Leaning[] = [{ sha256, claims }];
    const { size } = await store.head();
    await happens(ledger, store, claims);
    return shiftsSince(store, size, leanings);
  });

describe("what a brief leans on", () => {
  it("stands while nothing happens to it", async () => {
    expect(await after(async (ledger, _, [first]) => {
      await ledger.review(first ?? "", "accept", [], null);
      await ledger.add([report(["Another report."])]);
    })).toEqual([]);
  });
  it.each([
    ["withdrawn", (ledger: Ledger) => ledger.withdraw(sha256, "the outlet has taken it down")],
    ["erased", (ledger: Ledger) => ledger.erase(sha256, "the outlet has taken it down")],
  ] as const)("is flagged when a document was %s, with who did it and why", async (what, happens) => {
    expect(await after(happens)).toEqual([{ document: sha256, claim: null, what, entry: expect.objectContaining({ by: "Ada", why: "the outlet has taken it down" }) }]);
  });
  it("is flagged when a newer version came", async () => {
    expect(await after((ledger) => ledger.add([report(["About 3,000 soldiers remain in Arbola."], { url: "https://example.org/a" })]))).toMatchObject([{ what: "replaced", claim: null }]);
  });
  it("is flagged when a claim was corrected or rejected, and that claim only", async () => {
    let ids: string[] = [];
    const shifts = await after(async (ledger, _, claims) => {
      ids = claims;
      await ledger.review(claims[0] ?? "", "correct", ["place=Sudland"], "a slip");
      await ledger.review(claims[1] ?? "", "reject", [], null);
    });
    expect(shifts).toMatchObject([{ claim: ids[0], what: "corrected", entry: { why: "a slip" } }, { claim: ids[1], what: "rejected" }]);
  });
  it("is flagged when a newer reader reads it otherwise, or no longer", async () => {
    const [first] = REPORT.claims;
    if (first === undefined) throw new Error("the report has claims");
    expect(await after((ledger) => ledger.reread(sha256, "muster/2 en/2", [{ ...first, place: "Sudland" }]))).toMatchObject([{ what: "read otherwise" }, { what: "no longer read" }]);
  });
  it("stands again when that was undone", async () => {
    expect(await after(async (ledger) => {
      const { seq } = await ledger.withdraw(sha256, "by mistake");
      await ledger.undo([seq], null);
    })).toEqual([]);
  });
  it("is flagged when the ledger does not have it", async () => {
    expect(await withLedger(place, (_, store) => shiftsSince(store, 0, [{ sha256, claims: [] }]))).toMatchObject([{ what: "missing" }]);
  });
});

describe("the root after so many entries", () => {
  it("is what the head was then", async () => {
    await withLedger(place, async (ledger, store) => {
      await ledger.add([REPORT]);
      const { size, root } = await store.head();
      await ledger.add([report(["Another report."])]);
      expect([await rootAt(store, size), await rootAt(store, 99)]).toEqual([root, null]);
    });
  });
});
