import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { keptClaims } from "../../src/app/kept-statements.ts";
import { PresentClaims } from "../../src/app/present-claims.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { LedgerError } from "../../src/ledger/error.ts";
import type { Store } from "../../src/ledger/store.ts";
import { temporaryFolder } from "../cli/run.ts";
import { reportNo, withLedger } from "../ledger/desk.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());
let ledgers = 0;

const withNew = (work: (ledger: Ledger, store: Store) => Promise<void>): Promise<void> => withLedger(join(folder.path, `${++ledgers}.db`), work);

/** What somebody does, with the n-th thing that there is to do it with. */
const ACTS: Readonly<Record<string, (ledger: Ledger, store: Store, n: number) => Promise<unknown>>> = {
  add: (ledger, _, n) => ledger.add([reportNo(n % 5)]),
  accept: async (ledger, store, n) => ledger.review(await claimNo(store, n), "accept", [], null),
  reject: async (ledger, store, n) => ledger.review(await claimNo(store, n), "reject", [], null),
  correct: async (ledger, store, n) => ledger.review(await claimNo(store, n), "correct", [`place=Place ${n}`], null),
  restore: async (ledger, store, n) => ledger.review(await claimNo(store, n), "restore", [], null),
  withdraw: (ledger, _, n) => ledger.withdraw(reportNo(n % 5).document.sha256, "retracted"),
  erase: (ledger, _, n) => ledger.erase(reportNo(n % 5).document.sha256, "in danger"),
  undo: async (ledger, store, n) => ledger.undo([1 + (n % (await store.head()).size)], null),
  note: (ledger, _, n) => ledger.record("note", { text: `note ${n}`, about: null }),
};

async function claimNo(store: Store, n: number): Promise<string> {
  const ids: string[] = [];
  for await (const { id } of store.claims()) ids.push(id);
  return ids[n % Math.max(1, ids.length)] ?? "ffff";
}

it("are those that a reading of the whole ledger finds, whatever was written", () =>
  fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.nat(40)), { minLength: 5, maxLength: 25 }), (acts) => withNew(async (ledger, store) => {
    const present = new PresentClaims(store);
    for (const [name, n] of acts) {
      await ACTS[name]?.(ledger, store, n).catch((error: unknown) => {
        // There is nothing to do it with, or it is done already.
        if (!(error instanceof LedgerError)) throw error;
      });
      expect((await present.get()).claims).toEqual(await keptClaims(store, null));
      expect((await present.get()).documents).toEqual((await store.latestDocuments(null, 100)).flatMap(({ document }) => document ?? []));
    }
  })), { numRuns: 12 }));

it("are the same list as long as nothing in it changes, so that nothing is worked out again", () => withNew(async (ledger, store) => {
  const present = new PresentClaims(store);
  await ledger.add([reportNo(1), reportNo(2)]);
  const first = (await present.get()).claims;
  await ACTS["accept"]?.(ledger, store, 0);
  await ACTS["note"]?.(ledger, store, 0);
  expect((await present.get()).claims).toBe(first);
  await ACTS["correct"]?.(ledger, store, 0);
  const second = (await present.get()).claims;
  expect(second).not.toBe(first);
  // Claims of other documents are the very same.
  expect(second.filter((claim) => first.includes(claim))).toHaveLength(2);
}));
