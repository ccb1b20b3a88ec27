import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatedClaim } from "../../src/claims/index.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { between, claim, level, men, source } from "./claims.ts";

const day = fc.integer({ min: 0, max: 118 }).map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10));
const number = fc.oneof(fc.constantFrom(0, 1, 500, 1000, 2000, 5000, 10_000, 30_000), fc.integer({ min: 0, max: 150_000 }));
const quantity = fc.oneof(
  fc.tuple(fc.constantFrom("exact", "about", "under", "upto", "over", "atleast" as const), number).map(([modifier, value]) => men(modifier, value)),
  fc.tuple(number, number).map(([a, b]) => between(a, b)),
  fc.constantFrom(between(2000, 9999, "vague"), between(200, 999, "vague")),
);
const said = { said: day, source: fc.constantFrom("A", "B", "C", "__proto__").map(source), certainty: fc.constantFrom("certain", "probable", "possible", "unknown" as const) };
const anyClaim: fc.Arbitrary<StatedClaim> = fc.oneof(
  fc.record({ quantity, ...said }).map((given) => claim(given)),
  fc.record({ kind: fc.constantFrom("arrival", "departure" as const), quantity: fc.option(quantity), ...said }).map((given) => claim(given)),
  fc.record({ kind: fc.constant("change" as const), direction: fc.constantFrom("up", "down", "mixed" as const), ...said }).map((given) => claim(given)),
  fc.record({ kind: fc.constantFrom("rotation", "movement", "arrival" as const), polarity: fc.constant("denied" as const), ...said }).map((given) => claim(given)),
  fc.record({ size: fc.constantFrom("none", "limited", "significant", "large" as const), ...said }).map((given) => claim(given)),
);
const claims = fc.array(anyClaim, { minLength: 1, maxLength: 9 }).map((all) => all.map((one, i) => ({ ...one, asOf: i % 3 === 1 ? null : one.said, published: one.said, statement: `s${i}` })));

const runs = { numRuns: 15 };
const bytes = (all: readonly StatedClaim[]): string => JSON.stringify(estimate(all));

function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) yield* numbersIn(one);
}

describe("whatever the claims", () => {
  it("gives the same bytes for them in any order, and with one relay more", () => {
    fc.assert(fc.property(claims, fc.nat(), (all, n) => {
      const answer = bytes(all);
      expect(bytes([...all].reverse())).toBe(answer);
      const relayed = all[n % all.length] as StatedClaim;
      expect(bytes([{ ...relayed, published: "2023-04-29", id: "relay" }, ...all])).toBe(answer);
    }), runs);
  });

  it("gives finite numbers, bands in order, and no certainty", () => {
    fc.assert(fc.property(claims, (all) => {
      const { days, ...rest } = estimate(all);
      expect([...numbersIn(days), ...numbersIn(rest)].every(Number.isFinite)).toBe(true);
      for (const { p05, p25, median, p75, p95, drawdown, buildup } of days) {
        expect(p05 <= p25 && p25 <= median && median <= p75 && p75 <= p95).toBe(true);
        for (const probability of [drawdown, buildup]) expect(probability > 0 && probability < 1).toBe(true);
      }
      const told = [...rest.changes.map(({ probability }) => probability), ...rest.influence.flatMap(({ surprise, happened }) => [surprise ?? 0.5, happened ?? 0.5]), rest.recent.alarm];
      for (const probability of told) expect(probability > 0 && probability < 1).toBe(true);
    }), runs);
  });

  it("names only statements that there are", () => {
    fc.assert(fc.property(claims, (all) => {
      const { changes, conflicts, unclear, influence, announced, unused } = estimate(all);
      const named = [...[...changes, ...conflicts, ...unclear].flatMap(({ statements }) => statements), ...[...influence, ...announced, ...unused].map(({ statement }) => statement)];
      expect(named.filter((id) => !all.some(({ statement }) => statement === id))).toEqual([]);
    }), runs);
  });

  it("does not depend on the time zone", () => {
    const zone = process.env["TZ"];
    const all = [level(men("about", 2000), "2023-03-26"), level(men("about", 900), "2023-10-29", "B"), claim({ kind: "departure", said: "2023-07-14", source: source("B") })];
    try {
      const answers = ["UTC", "Pacific/Kiritimati", "America/St_Johns"].map((name) => {
        process.env["TZ"] = name;
        return bytes(all);
      });
      expect(new Set(answers).size).toBe(1);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });
});

describe("one claim alone", () => {
  const alone = (one: StatedClaim) => estimate([one], { from: "2023-06-01", to: "2023-06-01" }).days[0];

  it("never gives a band narrower than its own words", () => {
    fc.assert(fc.property(fc.oneof(
      fc.tuple(fc.constantFrom("under", "upto" as const), fc.integer({ min: 10, max: 100_000 })).map(([modifier, value]) => men(modifier, value)),
      fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 50_000 })).map(([a, b]) => between(Math.min(a, b), Math.max(a, b))),
      fc.constantFrom(between(24, 99, "vague"), between(200, 999, "vague"), between(2000, 9999, "vague"), between(20_000, 99_999, "vague")),
    ), (words) => {
      const answer = alone(level(words, "2023-06-01"));
      expect((answer?.p95 ?? NaN) - (answer?.p05 ?? NaN)).toBeGreaterThanOrEqual((words.high ?? 0) - (words.low ?? 0));
    }), { numRuns: 60 });
  });

  it("leaves room on both sides of an exact number", () => {
    const answer = alone(level(men("exact", 1234), "2023-06-01"));
    expect(answer?.p05).toBeLessThan(1000);
    expect(answer?.p95).toBeGreaterThan(1500);
  });
});
