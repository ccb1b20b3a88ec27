import { check } from "@placemarkio/check-geojson";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLocator } from "../../src/app.ts";
import { COLUMNS } from "../../src/export/columns.ts";
import { anyRecords, exampleRecords, exported, recordOf } from "./records.ts";

interface Collection {
  type: string;
  features: { type: string; id: string; geometry: { type: string; coordinates: number[] } | null; properties: Record<string, unknown> }[];
}

/** Parsed by a checker of RFC 7946 that is not ours; it throws on what is no GeoJSON. */
const parsed = (text: string): Collection => check(text) as unknown as Collection;

describe("an export as GeoJSON", () => {
  it("is a collection with a feature for each claim of the example", async () => {
    const records = await exampleRecords();
    const { features } = parsed(await exported("geojson", records, { locate: await placeLocator() }));
    expect(features.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(features.find(({ properties }) => properties?.["quantity_words"] === "Fewer than 1,000")?.properties).toMatchObject({ kind: "strength", quantity_high: 999, source_person: "Andriy Demchenko", country: "BY" });
    expect(Object.keys(features[0]?.properties ?? {})).toEqual(COLUMNS.map(([name]) => name));
  });

  it.each([
    ["Mozyr", "BY", [29.25, 52.05]],
    ["Sevastopol", "UA", [33.52, 44.61]],
    ["Belarus", "BY", null],
    ["Luxembourg", "LU", null],
    ["Crimea", "UA", null],
    ["Obuz-Lesnovsky training ground", "BY", null],
    ["Ukraine–Belarus border", "UA", null],
    ["Mozyr", "PL", null],
    ["Mozyr", null, null],
    [null, "BY", null],
    ["__proto__", "BY", null],
  ])("puts %s (%s) at %j, longitude first", async (place, country, coordinates) => {
    const { features } = parsed(await exported("geojson", [recordOf({ place, country })], { locate: await placeLocator() }));
    expect(features[0]?.geometry).toEqual(coordinates === null ? null : { type: "Point", coordinates });
    expect(features[0]?.properties).toMatchObject({ place, country });
  });

  it("holds whatever a report held", async () => {
    const locate = () => ({ lat: 52.123456, lon: 23.987654 });
    await fc.assert(fc.asyncProperty(anyRecords, async (records) => {
      const { features } = parsed(await exported("geojson", records, { locate }));
      expect(features.map(({ properties }) => properties["quantity_low"])).toEqual(records.map(({ claim }) => claim.quantity?.low ?? null));
      expect(features.filter(({ geometry }) => geometry !== null).every(({ geometry }) => geometry?.coordinates.join() === "23.99,52.12")).toBe(true);
    }));
  });

  it("is valid when there is no claim", async () => {
    expect(parsed(await exported("geojson", []))).toEqual({ type: "FeatureCollection", features: [] });
  });
});
