import { describe, expect, it } from "vitest";
import { createWithin, extentOf, suggestSituation, withinByName, type KnownPlace } from "../../src/estimate/situation.ts";
import { claim, men } from "./claims.ts";

const situation = { force: "Russia", place: "Belarus", country: "BY" };

describe("what a claim says something about", () => {
  it.each([
    ["the place itself", { place: "Belarus" }, "whole"],
    ["no place at all", { place: null, country: null }, "whole"],
    ["an adjective's force", { force: "Russian Armed Forces" }, "whole"],
    ["a town in it", { place: "Mazyr" }, "part"],
    ["a named formation", { unitName: "4th Tank Division" }, "part"],
    ["some of them by the words", { scope: "part" as const, quantity: men("about", 500) }, "part"],
    ["another country", { place: "Poland", country: "PL" }, null],
    ["a town in another country", { place: "Brest", country: "FR" }, null],
    ["another force", { force: "Wagner Group" }, null],
  ])("%s", (_, given, extent) => {
    expect(extentOf(claim(given), situation, withinByName)).toBe(extent);
  });

  it("takes a share of those there for a claim on the whole", () => {
    const share = { low: 51, high: 99, point: null, modifier: "share", unit: "personnel", words: "most" } as const;
    expect(extentOf(claim({ kind: "departure", scope: "part", quantity: share }), situation, withinByName)).toBe("whole");
  });

  it("knows a wider place when it is told which holds which", () => {
    const places: Record<string, KnownPlace> = { Belarus: { kind: "country", country: "BY" }, world: { kind: "world", country: null } };
    expect(extentOf(claim({ place: "world", country: null }), situation, createWithin((name) => places[name] ?? null))).toBe("wider");
  });
});

describe("the situation that claims are about", () => {
  it("is the force named most, in the country that holds its places", () => {
    const claims = [claim(), claim({ place: "Mazyr" }), claim({ place: "Mazyr" }), claim({ force: "NATO", place: "Poland", country: "PL" })];
    expect(suggestSituation(claims, withinByName)).toEqual(situation);
  });

  it("is none where no claim names a force", () => {
    expect(suggestSituation([claim({ force: null })], withinByName)).toBeNull();
  });
});
