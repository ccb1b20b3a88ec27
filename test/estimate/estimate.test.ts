import { describe, expect, it } from "vitest";
import { Compile } from "typebox/compile";
import { Estimate, type StatedClaim } from "../../src/claims/index.ts";
import { EstimateError } from "../../src/estimate/errors.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { between, claim, level, men, source } from "./claims.ts";

const PERIOD = { from: "2023-01-01", to: "2023-12-31" };
const on = (claims: readonly StatedClaim[], date: string, options = {}) => {
  const answer = estimate(claims, { ...PERIOD, ...options });
  const day = answer.days.find((one) => one.date === date);
  if (day === undefined) throw new Error(`${date} is no day of the estimate`);
  return day;
};

describe("an estimate follows what is said", () => {
  it("is near a number that several give", () => {
    const day = on(["A", "B", "C"].map((who) => level(men("about", 2000), "2023-06-01", who)), "2023-06-01");
    expect(day.median).toBeGreaterThan(1600);
    expect(day.median).toBeLessThan(2400);
    expect(day.p05).toBeGreaterThan(700);
    expect(day.p95).toBeLessThan(5000);
  });

  it.each([
    ["fewer than", men("under", 1000), 1000, -1],
    ["at least", men("atleast", 1000), 1000, 1],
    ["more than", men("over", 1000), 1000, 1],
  ])("lies on the side of the bound that %s allows", (_, quantity, bound, side) => {
    const { median } = on([level(quantity, "2023-06-01")], "2023-06-01");
    expect(Math.sign(median - bound)).toBe(side);
  });

  it("reads none as hardly anyone, and a denied presence likewise", () => {
    for (const given of [{ size: "none" as const }, { polarity: "denied" as const }]) {
      const claims = ["A", "B", "C"].map((who) => claim({ ...given, said: "2023-06-01", asOf: "2023-06-01", source: source(who) }));
      expect(on(claims, "2023-06-01").median).toBeLessThan(100);
    }
  });

  it("grows unsure as the claims grow old", () => {
    const claims = [level(men("about", 2000), "2023-02-01")];
    const width = (date: string) => {
      const { p05, p95 } = on(claims, date);
      return Math.log((p95 + 50) / (p05 + 50));
    };
    expect(width("2023-12-01")).toBeGreaterThan(width("2023-06-01"));
    expect(width("2023-06-01")).toBeGreaterThan(width("2023-02-01"));
  });

  it("lets a departure of most lower the number, but not three times when three report it", () => {
    const before = ["A", "B", "C"].map((who) => level(men("about", 9000), "2023-03-01", who));
    const left = (who: string, day: string) => claim({ kind: "departure", quantity: between(51, 99, "share"), said: day, source: source(who) });
    const once = on([...before, left("A", "2023-06-01")], "2023-06-10").median;
    const thrice = on([...before, left("A", "2023-06-01"), left("B", "2023-06-02"), left("C", "2023-06-03")], "2023-06-10").median;
    expect(once).toBeLessThan(on(before, "2023-06-10").median);
    expect(thrice).toBeLessThanOrEqual(once);
    expect(thrice).toBeGreaterThan(9000 * 0.25 * 0.25);
  });

  it("believes a departure the more the more sources tell of it, but not when one tells it again or nobody is named", () => {
    const before = ["A", "B", "C"].map((who) => level(men("about", 9000), "2023-03-01", who));
    const left = (who: string | null, day: string) => claim({ kind: "departure", quantity: between(51, 99, "share"), said: day, source: who === null ? null : source(who) });
    const believed = (...told: StatedClaim[]) => estimate([...before, ...told], { to: "2023-06-10" }).influence.find(({ happened }) => happened !== undefined)?.happened ?? NaN;
    const once = believed(left("A", "2023-06-02"));
    expect(believed(left("A", "2023-06-02"), left("A", "2023-06-03"))).toBeCloseTo(once, 2);
    expect(believed(left("A", "2023-06-02"), left(null, "2023-06-03"))).toBeCloseTo(once, 2);
    expect(believed(left("A", "2023-06-02"), left("B", "2023-06-03"))).toBeGreaterThan(once + 0.1);
  });

  it("adds an arrival of so many", () => {
    const claims = [...["A", "B"].map((who) => level(men("about", 1000), "2023-03-01", who)), claim({ kind: "arrival", quantity: men("about", 5000), said: "2023-04-01", source: source("A") })];
    expect(on(claims, "2023-04-20").median).toBeGreaterThan(3000);
  });

  it("adds a battalion by its establishment", () => {
    const claims = [...["A", "B"].map((who) => level(men("about", 200), "2023-03-01", who)), claim({ kind: "arrival", quantity: { ...men("exact", 3), unit: "battalion" }, said: "2023-04-01", source: source("A") })];
    expect(on(claims, "2023-04-20").median).toBeGreaterThan(600);
  });

  it("believes a neutral source more than one that is known to overstate", () => {
    const claims = [level(men("about", 2000), "2023-06-01", "A"), level(men("about", 4000), "2023-06-01", "B")];
    const sources = [{ name: "A", leaning: "neutral" as const }, { name: "B", leaning: "overstates" as const }];
    expect(on(claims, "2023-06-01", { sources }).median).toBeLessThan(on(claims, "2023-06-01").median);
  });

  it("leaves open who is off where the one who says most stands against two others", () => {
    const most = Array.from({ length: 8 }, (_, i) => level(men("about", 2000), `2023-0${i + 1}-15`));
    const others = ["B", "C"].flatMap((who) => ["2023-02-03", "2023-05-03", "2023-07-03"].map((day) => level(men("about", 6000), day, who)));
    const { sources, days } = estimate([...most, ...others], PERIOD);
    // Each way of telling it makes one side's bias sure; both together do not.
    for (const { biasSd } of sources) expect(biasSd).toBeGreaterThan(0.1);
    const day = days.find(({ date }) => date === "2023-05-15");
    expect(day?.p05).toBeLessThan(3000);
    expect(day?.p95).toBeGreaterThan(7000);
  });

  it("does not follow one that keeps to an old figure when all others say that nobody is left", () => {
    const week = (n: number) => new Date(Date.UTC(2023, 0, 2 + 7 * n)).toISOString().slice(0, 10);
    const weeks = Array.from({ length: 50 }, (_, n) => n);
    const stubborn = weeks.map((n) => level(men("about", n % 2 === 0 ? 2000 : 2100), week(n), "Stubborn"));
    const others = weeks.filter((n) => n % 3 === 0).flatMap((n) => ["B", "C", "D"].map((who) => (n < 20 ? level(men("about", 2000), week(n), who) : claim({ size: "none", said: week(n), asOf: week(n), source: source(who) }))));
    expect(on([...stubborn, ...others], "2023-04-01").median).toBeGreaterThan(1500);
    expect(on([...stubborn, ...others], "2023-10-01").median).toBeLessThan(60);
  });
});

describe("who is one source", () => {
  const names = (...given: string[]) => estimate(given.map((name, i) => level(men("about", 2000 + 100 * i), `2023-06-0${i + 1}`, name))).sources.length;

  it.each([
    [1, ["State Border Guard Service of Ukraine", "Ukraine's State Border Guard Service", "the State Border Guard Service, Ukraine"]],
    [1, ["Ministry of Defence", "Defence Ministry"]],
    [2, ["us army", "uk army"]],
    [2, ["1st Army", "2nd Army"]],
  ])("%d: %s", (count, given) => {
    expect(names(...given)).toBe(count);
  });
});

describe("what is only announced", () => {
  it.each([["planned" as const], ["hypothetical" as const]])("moves no past number and is listed: %s", (reality) => {
    const claims = [level(men("about", 2000), "2023-06-01")];
    const plan = claim({ kind: "arrival", reality, quantity: men("upto", 9000), said: "2023-06-02", source: source("B"), id: "plan" });
    const answer = estimate([...claims, plan], PERIOD);
    expect(answer.days).toEqual(estimate(claims, PERIOD).days);
    expect(answer.announced.map(({ statement }) => statement)).toEqual(["plan"]);
  });

  it("includes what is said of a day still to come", () => {
    const answer = estimate([level(men("about", 2000), "2023-06-01"), level(men("about", 9000), "2023-06-01", "B", { asOf: "2023-12-01", id: "later" })]);
    expect(answer.announced.map(({ statement }) => statement)).toEqual(["later"]);
    expect(answer.to).toBe("2023-06-01");
  });
});

describe("parts and wholes", () => {
  const situation = { force: "Russia", place: "Belarus", country: "BY" };
  const part = (place: string, value: number, id: string, more: Partial<StatedClaim> = {}) => level(men("about", value), "2023-06-01", "A", { place, id, ...more });

  it("lets a part bound the whole from below and from nowhere else", () => {
    const whole = level(men("about", 2000), "2023-06-01", "B");
    const withSmallPart = on([whole, part("Mazyr", 300, "p")], "2023-06-01", { situation });
    const withLargePart = on([whole, part("Mazyr", 4000, "p")], "2023-06-01", { situation });
    const without = on([whole], "2023-06-01", { situation });
    expect(Math.abs(withSmallPart.median - without.median)).toBeLessThan(without.median * 0.1);
    expect(withLargePart.median).toBeGreaterThan(without.median * 1.1);
  });

  it("adds up the parts that one source lists in one statement", () => {
    const list = [part("Mazyr", 1000, "p1", { statement: "s" }), part("Asipovichy", 3000, "p2", { statement: "s" })];
    const { median } = on(list, "2023-06-01", { situation });
    expect(median).toBeGreaterThan(3000);
    expect(median).toBeLessThan(5300);
  });

  it("lets a wider place bound it from above", () => {
    const within = (inner: { name: string }, outer: { name: string }) => inner.name === "Belarus" && outer.name === "Europe";
    const wider = level(men("about", 1000), "2023-06-01", "B", { place: "Europe", country: null });
    const whole = level(men("about", 3000), "2023-06-01", "A");
    expect(on([whole, wider], "2023-06-01", { situation, within }).median).toBeLessThan(on([whole], "2023-06-01", { situation, within }).median);
  });

  it("leaves out what is about somebody or somewhere else, and says so", () => {
    const claims = [level(men("about", 2000), "2023-06-01"), level(men("about", 90_000), "2023-06-01", "B", { place: "Poland", country: "PL", id: "elsewhere" })];
    const answer = estimate(claims, { situation });
    expect(answer.unused).toEqual([{ statement: "elsewhere", reason: "is about another force or place" }]);
  });
});

describe("when a claim holds", () => {
  const now = level(men("upto", 1000), "2023-06-07");
  const recalled = level(between(10_000, 11_000), "2023-06-07", "A", { id: "recalled", asOf: null });

  it("is left open by an old figure that is recalled without its date, which moves nothing", () => {
    const answer = estimate([now, recalled], PERIOD);
    expect(answer.unused).toEqual([{ statement: "recalled", reason: "does not say when; give asOf" }]);
    expect(answer.days).toEqual(estimate([now], PERIOD).days);
  });
});

describe("what comes with the days", () => {
  const fall = [
    ...["A", "B", "C"].map((who, i) => level(men("about", 9000), `2023-03-0${i + 1}`, who, { id: `before ${who}` })),
    claim({ kind: "departure", quantity: between(51, 99, "share"), said: "2023-07-14", source: source("A"), id: "left" }),
    ...["A", "B", "C"].map((who, i) => level(men("about", 1000), `2023-08-0${i + 1}`, who, { id: `after ${who}` })),
  ];

  it("names a change with its direction, its word and the statements behind it", () => {
    const { changes } = estimate(fall, PERIOD);
    const [change] = changes;
    expect(changes).toHaveLength(1);
    expect(change).toMatchObject({ direction: "down", likelihood: expect.stringMatching(/likely|almost certain/) });
    expect(change?.statements).toContain("left");
    expect(change?.from ?? "").toMatch(/^2023-0[67]/);
  });

  it("says how far each statement moves the estimate, and that the departure is believed", () => {
    const { influence } = estimate(fall, PERIOD);
    expect(influence.map(({ statement }) => statement).sort()).toEqual(fall.map(({ id }) => id).sort());
    expect(influence.find(({ statement }) => statement === "left")?.happened).toBeGreaterThan(0.8);
  });

  it("shows a conflict with both sides' statements, and counts a far-off figure as surprising", () => {
    const odd = level(men("exact", 60_000), "2023-08-03", "D", { id: "odd" });
    const { conflicts, unclear } = estimate([...fall, odd], PERIOD);
    expect(conflicts.some(({ sources, statements }) => sources.includes("D") && statements.includes("odd"))).toBe(true);
    expect(unclear).toContainEqual(expect.objectContaining({ kind: "surprise", source: "D", statements: ["odd"] }));
  });

  it("lists what nobody knows: gaps, silences, movements without a size", () => {
    const claims = [...fall, claim({ certainty: "unknown", said: "2023-09-01", source: source("B"), id: "unknown" }), claim({ kind: "departure", said: "2023-09-05", source: source("C"), id: "bare" })];
    const { unclear } = estimate(claims, PERIOD);
    expect(unclear).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: "unknown", statements: ["unknown"] }),
      expect.objectContaining({ kind: "no-magnitude", statements: ["bare"] }),
      expect.objectContaining({ kind: "silence", to: "2023-12-31" }),
    ]));
  });

  it("warns when one source carries the picture", () => {
    const claims = [...Array.from({ length: 6 }, (_, i) => level(men("about", 9000), `2023-0${i + 3}-01`, "Loud")), level(men("about", 900), "2023-03-05", "Quiet"), level(men("about", 1000), "2023-08-05", "Quiet")];
    expect(estimate(claims, PERIOD).unclear).toContainEqual(expect.objectContaining({ kind: "one-source" }));
  });

  it("warns when only one source gives any number", () => {
    const claims = [level(men("about", 9000), "2023-03-01", "Lone", { id: "a" }), claim({ kind: "departure", said: "2023-04-01", source: source("B") })];
    expect(estimate(claims, PERIOD).unclear).toContainEqual({ kind: "one-source", from: PERIOD.from, to: PERIOD.to, days: 365, source: "Lone", statements: ["a"] });
  });

  it("gives the probability of fewer than a number when asked", () => {
    const below = (limit: number) => on([level(men("about", 2000), "2023-06-01")], "2023-06-01", { below: limit }).below ?? NaN;
    expect(below(100)).toBeLessThan(0.15);
    expect(below(2000)).toBeGreaterThan(0.3);
    expect(below(50_000)).toBeGreaterThan(0.9);
    expect(below(50_000)).toBeLessThan(1);
  });

  it("keeps to its schema", () => {
    const checker = Compile(Estimate);
    expect([...checker.Errors(estimate(fall, { ...PERIOD, below: 1000 }))]).toEqual([]);
  });
});

describe("odd input gets a sensible answer or one clear line", () => {
  const code = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      if (error instanceof EstimateError) return error.code;
      throw error;
    }
    return "none";
  };

  it.each([
    ["no claims", () => estimate([]), "NO_CLAIMS"],
    ["claims without a date", () => estimate([claim({ quantity: men("exact", 5) })]), "NOTHING_DATED"],
    ["a period that ends before it begins", () => estimate([level(men("exact", 5), "2023-01-01")], { from: "2023-02-01", to: "2023-01-01" }), "BAD_PERIOD"],
    ["a day that is none", () => estimate([level(men("exact", 5), "2023-01-01")], { from: "2023-02-30" }), "BAD_PERIOD"],
    ["a million claims", () => estimate(Array.from({ length: 1_000_000 }, () => level(men("exact", 5), "2023-01-01"))), "TOO_MANY"],
    ["eight thousand years", () => estimate([level(men("exact", 5), "2023-01-01"), level(men("exact", 5), "9999-01-01", "B")]), "TOO_LONG"],
  ])("%s", (_, work, wanted) => {
    expect(code(work)).toBe(wanted);
  });

  it.each([
    ["bounds that exclude each other", [level(men("atleast", 50_000), "2023-06-01", "A"), level(men("under", 100), "2023-06-01", "B")]],
    ["bounds the wrong way round", [level(between(5000, 10), "2023-06-01")]],
    ["zero", [level(men("exact", 0), "2023-06-01")]],
    ["under zero", [level(men("under", 0), "2023-06-01")]],
    ["a number that no army has", [level(men("exact", 1e9), "2023-06-01")]],
    ["a source called __proto__", [level(men("about", 2000), "2023-06-01", "__proto__"), level(men("about", 2000), "2023-06-02", "constructor")]],
    ["only a threat", [claim({ kind: "threat", said: "2023-06-01" })]],
    ["the year 44", [level(men("about", 2000), "0044-03-15")]],
    ["counts of echelons and of tanks", [level({ ...men("exact", 2), unit: "battalion" }, "2023-06-01"), level({ ...men("exact", 40), unit: "tank" }, "2023-06-01", "B")]],
  ])("%s", (_, claims) => {
    const { days } = estimate(claims);
    expect(days.length).toBeGreaterThan(0);
    for (const { p05, p25, median, p75, p95 } of days) {
      expect([p05, p25, median, p75, p95].every(Number.isFinite)).toBe(true);
      expect([p05, p25, median, p75, p95]).toEqual([p05, p25, median, p75, p95].sort((a, b) => a - b));
    }
  });
});
