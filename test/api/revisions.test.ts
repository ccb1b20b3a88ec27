import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Revisions, type Topic } from "../../src/api/revisions.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { Store } from "../../src/ledger/store.ts";
import { temporaryFolder } from "../cli/run.ts";
import { firstClaim, reportNo, withLedger } from "../ledger/desk.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());
let ledgers = 0;

const FIRST = reportNo(1).document.sha256;
const OTHER = reportNo(2).document.sha256;
const TOPICS = ["claims", "documents", "statements", "sources", "situations", `document:${FIRST}`, `document:${OTHER}`] as const satisfies readonly Topic[];

const review = (verdict: "accept" | "reject" | "correct") => async (ledger: Ledger, store: Store) => {
  const id = await firstClaim(store);
  return ledger.review(id, verdict, verdict === "correct" ? ["place=Minsk"] : [], null);
};
const documentOfFirst = async (store: Store): Promise<string> => {
  for await (const { document } of store.claims()) return document;
  return "";
};

describe("what has changed by what was written", () => {
  it.each<[string, (ledger: Ledger, store: Store) => Promise<unknown>, readonly string[]]>([
    ["a note", (ledger) => ledger.record("note", { text: "a note", about: null }), []],
    ["a claim accepted", review("accept"), ["documents", "its document"]],
    ["a claim rejected", review("reject"), ["claims", "documents", "its document"]],
    ["a claim corrected", review("correct"), ["claims", "documents", "its document"]],
    ["a rejected claim accepted", async (ledger, store) => { await review("reject")(ledger, store); await review("accept")(ledger, store); }, ["documents", "its document"]],
    ["a document withdrawn", async (ledger, store) => ledger.withdraw(await documentOfFirst(store), "retracted"), ["claims", "documents", "its document"]],
    ["a document erased", async (ledger, store) => ledger.erase(await documentOfFirst(store), "in danger"), ["claims", "documents", "its document"]],
    ["a source graded", (ledger) => ledger.record("source graded", { source: "Reuters", reliability: "B" }), ["sources"]],
    ["claims joined", async (ledger, store) => { const ids: string[] = []; for await (const { id } of store.claims()) ids.push(id); return ledger.record("statements joined", { claims: ids.slice(0, 2) }); }, ["statements"]],
    ["a situation changed", (ledger) => ledger.record("situation defined", { name: "s", force: "Norland", place: "Arbola" }), ["situations"]],
  ])("%s", async (_, act, changed) => {
    await withLedger(join(folder.path, `${++ledgers}.db`), async (ledger, store) => {
      await ledger.add([reportNo(1), reportNo(2)]);
      const own = await documentOfFirst(store);
      const revisions = new Revisions(store);
      const before = await revisions.catchUp();
      expect(TOPICS.filter((topic) => !revisions.isSame([topic], before))).toEqual([]);
      await act(ledger, store);
      await revisions.catchUp();
      expect(TOPICS.filter((topic) => !revisions.isSame([topic], before)).map((topic) => (topic === `document:${own}` ? "its document" : topic))).toEqual(changed);
      expect(revisions.isSame(null, before)).toBe(false);
    });
  });

  it("an entry taken back changes what it had changed", () => withLedger(join(folder.path, `${++ledgers}.db`), async (ledger, store) => {
    await ledger.add([reportNo(1)]);
    const { seq } = await ledger.record("source graded", { source: "Reuters", reliability: "B" });
    const revisions = new Revisions(store);
    const before = await revisions.catchUp();
    await ledger.undo([seq], null);
    await revisions.catchUp();
    expect(TOPICS.filter((topic) => !revisions.isSame([topic], before))).toEqual(["sources"]);
  }));
});
