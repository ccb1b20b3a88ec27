import { createRequire } from "node:module";
import iso from "i18n-iso-countries";
import { describe, expect, it } from "vitest";
import { foldPlace } from "../../../src/lang/common/fold-place.ts";
import { COUNTRIES } from "../../../src/lang/en/countries.ts";

const english = createRequire(import.meta.url)("i18n-iso-countries/langs/en.json") as { countries: Record<string, string | string[]> };
// No people, no forces, no news.
const UNINHABITED = new Set(["BV", "HM", "UM"]);
// The list writes these with a tail ("Moldova, Republic of") that no text has.
const OTHERWISE_NAMED = new Set(["FK", "VA", "FM", "MD", "VG", "VI", "SX"]);

describe("the table of countries", () => {
  it("has every inhabited country of ISO 3166-1", () => {
    const codes = new Set(COUNTRIES.map(({ code }) => code));
    expect(Object.keys(iso.getAlpha2Codes()).filter((code) => !codes.has(code) && !UNINHABITED.has(code))).toEqual([]);
  });

  it("has no code that ISO lacks, but Kosovo's", () => {
    expect(COUNTRIES.filter(({ code }) => code !== null && !iso.isValid(code)).map(({ code }) => code)).toEqual([]);
    expect(COUNTRIES.filter(({ name }) => name === "Kosovo").map(({ code }) => code)).toEqual(["XK"]);
  });

  it.each(Object.entries(english.countries).filter(([code]) => !UNINHABITED.has(code) && !OTHERWISE_NAMED.has(code)))(
    "knows %s by its usual name", (code, names) => {
      const country = COUNTRIES.find((row) => row.code === code);
      const known = new Set([country?.name ?? "", ...(country?.names ?? [])].map(foldPlace));
      expect([names].flat().some((name) => known.has(foldPlace(name)))).toBe(true);
    });

  it("gives no name to two countries", () => {
    const owners = new Map<string, string>();
    for (const { name, names } of COUNTRIES) {
      for (const folded of new Set([name, ...names].map(foldPlace))) {
        expect(owners.get(folded) ?? name).toBe(name);
        owners.set(folded, name);
      }
    }
  });

  it.each([
    ["Russia", "Russian", "Russians"], ["United Kingdom", "British", "Britons"], ["Denmark", "Danish", "Danes"],
    ["Spain", "Spanish", "Spaniards"], ["Poland", "Polish", "Poles"], ["Soviet Union", "Soviet", "Soviets"],
  ])("knows the people of %s as %s and %s", (name, adjective, people) => {
    const country = COUNTRIES.find((row) => row.name === name);
    expect(country?.adjectives).toContain(adjective);
    expect(country?.people).toContain(people);
  });

  it.each([["Kremlin", "RU"], ["Pentagon", "US"], ["Downing Street", "GB"], ["Kiev", "UA"], ["Addis Ababa", "ET"], ["Élysée", "FR"]])(
    "takes %s for the government of %s", (metonym, code) => {
      expect(COUNTRIES.filter(({ metonyms }) => metonyms.includes(metonym)).map((row) => row.code)).toEqual([code]);
    });
});
