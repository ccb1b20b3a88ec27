import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/index.ts";
import { withIds } from "../../src/ledger/claim-id.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import { withKeptIds } from "../../src/ledger/succession.ts";
import { claimOf } from "../cli/readings.ts";

const DOCUMENT = "d".repeat(64);

interface Words { from: number; to: number; number?: [number, number]; more?: Partial<Claim> }
const claim = ({ from, to, number, more }: Words): Claim => claimOf({
  evidence: { text: "x".repeat(to - from), start: from, end: to },
  spans: number === undefined ? {} : { quantity: { span: { start: number[0], end: number[1] }, rule: "test", status: "known" } }, ...more,
});
const entry = (seq: number, body: Entry["body"], kind: Entry["kind"] = "reader re-run"): Entry => ({ seq, time: "2023-11-01T00:00:00.000Z", kind, actor: "Ada", why: null, body }) as Entry;

/** Ids of one reading after another; those of the first are a, b, c, and new ones what comes next. */
function named(...readings: Words[][]): string[] {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => names.get(id) ?? (names.set(id, String.fromCharCode(97 + names.size)).get(id) as string);
  const entries: Entry[] = [];
  return readings.map((words, i) => {
    const known = withKeptIds(DOCUMENT, entries, words.map(claim));
    entries.push(entry(i + 1, { document: DOCUMENT, reader: `muster/${i}`, claims: known }));
    return known.map(({ id }) => nameOf(id)).join("");
  });
}

const two = [{ from: 0, to: 40, number: [6, 18] as [number, number] }, { from: 40, to: 80 }];

describe("a claim that is read again keeps its id", () => {
  it.each<[string, Words[][], string[]]>([
    ["as it was", [two, two], ["ab", "ab"]],
    ["with shorter words, and fewer of its number", [two, [{ from: 8, to: 40, number: [13, 18] }, { from: 45, to: 75 }]], ["ab", "ab"]],
    ["by another name of the force", [two, [{ ...two[0] as Words, more: { force: "Sudland" } }]], ["ab", "a"]],
    ["after a reading that missed it", [two, [two[1] as Words], [{ from: 3, to: 40, number: [13, 18] }, two[1] as Words]], ["ab", "b", "ab"]],
    ["each of two in one clause", [[{ from: 0, to: 40, more: { force: "A" } }, { from: 0, to: 40, more: { force: "B" } }], [{ from: 5, to: 40, more: { force: "B" } }, { from: 5, to: 40, more: { force: "A" } }]], ["ab", "ba"]],
    ["while what is new has one of its own", [[two[0] as Words], [two[0] as Words, { from: 20, to: 40, number: [21, 25] }]], ["a", "ab"]],
    ["though the old words come back for another", [[{ from: 0, to: 40 }], [{ from: 5, to: 40 }], [{ from: 0, to: 40 }, { from: 5, to: 40 }]], ["a", "a", "ba"]],
  ])("%s", (_, readings, wanted) => {
    expect(named(...readings)).toEqual(wanted);
  });

  it.each<[string, Words, Words]>([
    ["another kind", { from: 0, to: 40 }, { from: 1, to: 40, more: { kind: "departure" } }],
    ["another number", { from: 0, to: 40, number: [6, 18] }, { from: 1, to: 40, number: [25, 30] }],
    ["other words", { from: 0, to: 40 }, { from: 41, to: 80 }],
    ["a number where there was none", { from: 0, to: 40 }, { from: 1, to: 40, number: [25, 30] }],
  ])("but is another with %s", (_, before, now) => {
    expect(named([before], [now])).toEqual(["a", "b"]);
  });

  it("as of a reading that counts: not one that was taken back", () => {
    const first = withIds(DOCUMENT, [claim({ from: 0, to: 40 })]);
    const entries = [entry(1, { document: DOCUMENT, reader: "muster/1", claims: first }), entry(2, { entries: [1] }, "undone")];
    expect(withKeptIds(DOCUMENT, entries, [claim({ from: 5, to: 40 })])).toEqual(withIds(DOCUMENT, [claim({ from: 5, to: 40 })]));
  });
});

it("gives no id twice, whatever is read after what, and those of a first reading as they are documented", () => {
  const words = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }), fc.option(fc.nat(15)), fc.constantFrom("strength", "departure" as const))
    .map(([from, length, number, kind]): Words => ({ from, to: from + length, ...(number === null ? {} : { number: [from + number, from + number + 5] as [number, number] }), more: { kind } }));
  fc.assert(fc.property(fc.array(fc.array(words, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), (readings) => {
    const entries: Entry[] = [];
    const [first = []] = readings;
    expect(withKeptIds(DOCUMENT, entries, first.map(claim))).toEqual(withIds(DOCUMENT, first.map(claim)));
    for (const [i, reading] of readings.entries()) {
      const claims = reading.map(claim);
      const known = withKeptIds(DOCUMENT, entries, claims);
      expect(new Set(known.map(({ id }) => id)).size).toBe(claims.length);
      expect(known.map((one) => one.claim)).toEqual(claims);
      // Read again by the same reader, nothing changes.
      entries.push(entry(i + 1, { document: DOCUMENT, reader: "muster", claims: known }));
      expect(withKeptIds(DOCUMENT, entries, claims)).toEqual(known);
    }
  }), { numRuns: 200 });
});
