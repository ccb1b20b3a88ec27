import { describe, expect, it } from "vitest";
import { foldPlace } from "../../../src/lang/common/fold-place.ts";
import { BORDERS } from "../../../src/lang/en/borders.ts";
import { COUNTRIES } from "../../../src/lang/en/countries.ts";
import { MILITARY_SITES } from "../../../src/lang/en/military-sites.ts";
import { REGIONS } from "../../../src/lang/en/regions.ts";

// UM has rows of its own nowhere: nobody lives there, but Wake Island has an airfield.
const CODES = new Set<string | null>([...COUNTRIES.map(({ code }) => code), "UM"]);

function repeated(names: readonly string[]): string[] {
  const folded = names.map(foldPlace);
  return folded.filter((name, i) => folded.indexOf(name) !== i);
}

describe("the tables of regions, sites and lines", () => {
  it("name only countries that exist", () => {
    const codes = [...REGIONS.map(({ country }) => country), ...MILITARY_SITES.map(({ country }) => country), ...BORDERS.flatMap(({ sides }) => sides)];
    expect(codes.filter((code) => !CODES.has(code))).toEqual([]);
  });

  it.each([["regions", REGIONS], ["sites", MILITARY_SITES], ["lines", BORDERS]])("give each of the %s one row", (_, rows) => {
    expect(repeated(rows.map(({ name }) => name))).toEqual([]);
  });

  it.each([["regions", REGIONS], ["sites", MILITARY_SITES], ["lines", BORDERS]])("use no other name of the %s twice", (_, rows) => {
    expect(repeated(rows.flatMap(({ name, names }) => [...new Set([name, ...names].map(foldPlace))]))).toEqual([]);
  });

  it("hold at least 120 sites, each with a page to read about it", () => {
    expect(MILITARY_SITES.length).toBeGreaterThanOrEqual(120);
    expect(MILITARY_SITES.filter(({ source }) => !/^https:\/\/en\.wikipedia\.org\/wiki\/[^\s/]+$/.test(source))).toEqual([]);
  });
});
