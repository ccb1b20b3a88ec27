import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dice, makeReports } from "../../bench/origins/generate.ts";
import type { Decision } from "../../src/claims/index.ts";
import { toStatements } from "../../src/origins/statements.ts";
import type { PlacedClaim } from "../../src/origins/view.ts";
import { partition, placed } from "./helper.ts";

// A part of a made-up world, so that claims have something to do with each other.
const someClaims: fc.Arbitrary<PlacedClaim[]> = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 150 }), fc.integer({ min: 2, max: 60 }))
  .map(([seed, from, count]) => makeReports(seed).slice(from, from + count).map((report) => report.placed));

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = dice(seed);
  return items.map((item) => [random(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);
}

const byOriginal = (claims: readonly PlacedClaim[], decisions: readonly Decision[] = []) =>
  [...toStatements(claims, decisions).statements].sort((a, b) => (a.id < b.id ? -1 : 1));

describe("whatever the claims", () => {
  it("their order changes nothing", () => {
    fc.assert(fc.property(someClaims, fc.integer(), (claims, seed) => {
      expect(byOriginal(shuffled(claims, seed))).toEqual(byOriginal(claims));
    }), { numRuns: 25 });
  });

  it("each is in one statement, whose links hold it together", () => {
    fc.assert(fc.property(someClaims, (claims) => {
      const { statements } = toStatements(claims);
      expect(statements.flatMap((statement) => statement.claims).sort()).toEqual(claims.map(({ id }) => id).sort());
      for (const { claims: ids, links, original } of statements) {
        expect(links).toHaveLength(ids.length - 1);
        const reached = new Set([original]);
        for (let i = 0; i < ids.length; i++) for (const { claims: [a, b] } of links) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
        expect(reached.size).toBe(ids.length);
      }
    }), { numRuns: 25 });
  });

  it("one relay more joins its statement, and leaves the others and all ids as they are", () => {
    fc.assert(fc.property(someClaims, fc.nat(), (claims, pick) => {
      const copied = claims[pick % claims.length] as PlacedClaim;
      const relay = { ...copied, id: "~ one relay more", document: { ...copied.document, id: "~ one document more", outlet: "another outlet" } };
      const [before, after] = [byOriginal(claims), byOriginal([...claims, relay])];
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      expect(after.find((statement) => statement.claims.includes(relay.id))?.claims).toContain(copied.id);
      expect(after.map((statement) => statement.claims.filter((id) => id !== relay.id))).toEqual(before.map((statement) => statement.claims));
    }), { numRuns: 25 });
  });

  it("no two claims that a person split are ever together", () => {
    fc.assert(fc.property(someClaims, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }), (claims, pairs) => {
      const idOf = (n: number): string => (claims[n % claims.length] as PlacedClaim).id;
      const splits = pairs.map(([a, b]): Decision => ({ kind: "split", claims: [idOf(a), idOf(b)] })).filter(({ claims: [a, b] }) => a !== b);
      for (const { claims: ids } of toStatements(claims, splits).statements) {
        for (const { claims: [a, b] } of splits) expect(ids.includes(a) && ids.includes(b)).toBe(false);
      }
    }), { numRuns: 25 });
  });

  it("any two that a person joins are together", () => {
    fc.assert(fc.property(someClaims, fc.nat(), fc.nat(), (claims, x, y) => {
      const [a, b] = [x, y].map((n) => (claims[n % claims.length] as PlacedClaim).id) as [string, string];
      fc.pre(a !== b);
      const { statements } = toStatements(claims, [{ kind: "join", claims: [a, b] }]);
      expect(statements.find(({ claims: ids }) => ids.includes(a))?.claims).toContain(b);
    }), { numRuns: 25 });
  });
});

describe("hostile claims", () => {
  const odd = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.constantFrom("__proto__", "constructor", "toString", "\ud800", "\udc00 said", "x", "💂", "(", ") via (", "  ", "a".repeat(5000)));

  it("give statements, whatever their names, dates and numbers are", () => {
    const number = fc.option(fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true }), fc.constantFrom(0, 1e21, Number.MAX_VALUE, 5e-324)));
    const claim = fc.record({ by: fc.option(odd), force: odd, place: fc.option(odd), unitName: odd, low: number, high: number, point: number, said: fc.option(odd), asOf: fc.option(odd), via: fc.array(odd), words: odd, text: odd });
    fc.assert(fc.property(fc.array(claim, { minLength: 1, maxLength: 12 }), (given) => {
      const claims = given.map(({ by, low, high, point, ...rest }, i) => {
        const one = placed({ ...rest, by: null, count: { low, high, point, modifier: "about", unit: "personnel", words: "-" } }, i);
        return { ...one, claim: { ...one.claim, source: by === null ? null : { person: by, role: null, organisation: by } } };
      });
      const { statements } = toStatements(claims);
      expect(statements.flatMap(({ claims: ids }) => ids)).toHaveLength(claims.length);
      for (const { links } of statements) for (const { score } of links) expect(score >= 0 && score <= 1).toBe(true);
    }), { numRuns: 300 });
  });

  it("a source called __proto__ is one source like another", () => {
    const by = "__proto__; constructor; toString";
    expect(partition(toStatements([placed({ by, id: "a" }), placed({ by, id: "b" }), placed({ id: "c", count: "about 20" })]).statements)).toEqual(["a b", "c"]);
  });

  it("two claims with one id are a mistake of the caller", () => {
    expect(() => toStatements([placed({ id: "a" }), placed({ id: "a" })])).toThrow("two claims have one id");
  });

  it("no claims make no statements", () => {
    expect(toStatements([])).toEqual({ statements: [], unmet: [] });
  });

  it.each([
    ["the same claim in 20,000 documents", (i: number) => placed({ id: `c${i}` }), 1],
    ["20,000 claims of which nothing is known but their kind", (i: number) => placed({ id: `c${i}`, by: null, count: null, published: null, place: null, country: null }), 20_000],
  ])("%s are done in less work than all pairs would take", (_, make, statements) => {
    // All pairs are 200 million; the test would not end within its time.
    expect(toStatements(Array.from({ length: 20_000 }, (__, i) => make(i))).statements).toHaveLength(statements);
  });
});
