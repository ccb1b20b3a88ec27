import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { sameDate, sameName, sameQuantity, sameSource, type Quantity } from "../../src/claims/index.ts";

describe("two names mean one thing", () => {
  const cases: [string | null, string | null, boolean][] = [
    ["Russia", "Russia", true],
    ["Russian", "Russia", true],
    ["Russian Armed Forces", "Russia", true],
    ["U.S. Army", "United States", true],
    ["the U.N.", "United Nations", true],
    ["State Border Guard Service of Ukraine", "Ukrainian border guard", true],
    ["Збройні сили", "збройні сили", true],
    ["Café Brigade", "Cafe Brigade", true],
    ["International Security Assistance Force", "ISAF", true],
    ["Defense Ministry", "Ministry of Defence", true],
    ["Sudan", "South Sudan", false],
    ["North Korea", "South Korea", false],
    ["Russia", "Ukraine", false],
    ["Ministry of Defence", "Ministry of the Interior", false],
    [null, null, true],
    ["", null, true],
    ["Russia", null, false],
    ["the army", "the forces", false],
  ];
  test.each(cases)("%j and %j: %j", (a, b, expected) => {
    expect([sameName(a, b), sameName(b, a)]).toEqual([expected, expected]);
  });
});

describe("two sources are one", () => {
  const of = (person: string | null, role: string | null, organisation: string | null) => ({ person, role, organisation });
  const demchenko = of("Andriy Demchenko", "spokesman", "State Border Guard Service");
  const cases: [string, Parameters<typeof sameSource>[0], Parameters<typeof sameSource>[0], boolean][] = [
    ["a surname is enough", demchenko, of("Andrii Demchenko", null, null), true],
    ["another person of the same office is another source", demchenko, of("Serhiy Deineko", "spokesman", "State Border Guard Service"), false],
    ["an office and its spokesman are one", demchenko, of(null, null, "Border Guard Service"), true],
    ["officials and nobody are not", of(null, "officials", null), null, false],
    ["an empty source is none", of(null, null, null), null, true],
    ["roles are compared where nothing else is there", of(null, "Italian Prime Minister", null), of(null, "prime minister of Italy", null), true],
  ];
  test.each(cases)("%s", (_, a, b, expected) => {
    expect([sameSource(a, b), sameSource(b, a)]).toEqual([expected, expected]);
  });
});

describe("two quantities say the same", () => {
  const people = (low: number | null, high: number | null, point: number | null, modifier: Quantity["modifier"]) => ({ low, high, point, modifier, unit: "personnel" as const });
  const cases: [string, ReturnType<typeof people> | null, ReturnType<typeof people> | null, boolean][] = [
    ["about 2,000 is 2,000", people(2000, 2000, 2000, "about"), people(2000, 2000, 2000, "exact"), true],
    ["over 2,000 is not 2,000", people(2001, null, 2000, "over"), people(2000, 2000, 2000, "exact"), false],
    ["under 1,000 is up to 1,000, near enough", people(0, 999, 1000, "under"), people(0, 1000, 1000, "upto"), true],
    ["under and over are opposites", people(0, 999, 1000, "under"), people(1001, null, 1000, "over"), false],
    ["ranges need equal ends", people(100, 200, null, "range"), people(100, 300, null, "range"), false],
    ["shares may differ by ten points", people(51, 99, null, "share"), people(60, 95, null, "share"), true],
    ["but not by more", people(51, 99, null, "share"), people(90, 99, null, "share"), false],
    ["a share is no number", people(50, 50, null, "share"), people(50, 50, null, "range"), false],
    ["none is none", null, null, true],
    ["none is not something", null, people(1, 1, 1, "exact"), false],
  ];
  test.each(cases)("%s", (_, a, b, expected) => {
    expect([sameQuantity(a, b), sameQuantity(b, a)]).toEqual([expected, expected]);
  });
  it("never compares people with vehicles", () => {
    expect(sameQuantity(people(5, 5, 5, "exact"), { ...people(5, 5, 5, "exact"), unit: "tank" })).toBe(false);
  });
});

describe("two dates agree", () => {
  const cases: [string | null, string | null, boolean][] = [
    ["2023-10-31", "2023-10-31", true],
    ["2023-10-31", "2023-10", true],
    ["2023-10-31", "2023", false],
    ["2023-10-16~", "2023-10-16", true],
    ["2023-07/2023-08", "2023-07", true],
    ["../2006-05-31", "2006-05-31", true],
    ["2006-08/..", "2006-08", true],
    ["2023-22", "2023-22", true],
    ["2023-10-31", "2023-10-30", false],
    ["2023-10-31", null, false],
    [null, null, true],
    ["unknown", "unknown", false],
  ];
  test.each(cases)("%j and %j: %j", (a, b, expected) => {
    expect([sameDate(a, b), sameDate(b, a)]).toEqual([expected, expected]);
  });
});

it("never depends on the order of the two, whatever they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      expect(sameName(a, b)).toBe(sameName(b, a));
      expect(sameDate(a, b)).toBe(sameDate(b, a));
      expect(sameName(a, a)).toBe(true);
    }),
  );
});
