import { beforeAll, describe, expect, it } from "vitest";
import { openGazetteer } from "../../../src/lang/common/gazetteer.ts";
import { createPlaceIndex } from "../../../src/lang/common/places.ts";
import type { PlaceIndex } from "../../../src/lang/common/places.ts";
import { BORDERS } from "../../../src/lang/en/borders.ts";
import { COUNTRIES } from "../../../src/lang/en/countries.ts";
import { MILITARY_SITES } from "../../../src/lang/en/military-sites.ts";
import { REGIONS } from "../../../src/lang/en/regions.ts";
import { realGazetteer } from "../helper.ts";

const TABLES = { countries: COUNTRIES, regions: REGIONS, sites: MILITARY_SITES, lines: BORDERS };

describe("finding a place by name", () => {
  let index: PlaceIndex;
  beforeAll(() => { index = createPlaceIndex(TABLES, openGazetteer(realGazetteer().bytes)); }, 60_000);

  it.each([
    ["U.S.", "United States", "US", "country"], ["the US", "United States", "US", "country"], ["Britain", "United Kingdom", "GB", "country"],
    ["Côte d’Ivoire", "Ivory Coast", "CI", "country"], ["Georgia", "Georgia", "GE", "country"], ["Burma", "Myanmar", "MM", "country"],
    ["Soviet Union", "Soviet Union", null, "country"], ["CAR", "Central African Republic", "CF", "country"],
    ["Vitebsk region", "Vitebsk Region", "BY", "region"], ["Al-Anbar province", "Anbar", "IQ", "region"], ["Darfur", "Darfur", "SD", "region"],
    ["Donbass", "Donbas", "UA", "region"], ["the West Bank", "West Bank", "PS", "region"], ["Crimea", "Crimea", "UA", "region"],
    ["the Sahel", "Sahel", null, "world"], ["Western Balkans", "Western Balkans", null, "world"], ["Strait of Hormuz", "Strait of Hormuz", null, "sea"],
    ["Khmeimim", "Hmeimim Air Base", "SY", "site"], ["Ain al-Assad", "Ain al-Asad Airbase", "IQ", "site"], ["Ziabrauka", "Zyabrovka airfield", "BY", "site"],
    ["Camp Adazi", "Ādaži", "LV", "site"], ["Bagram", "Bagram Airfield", "AF", "site"], ["102nd military base", "Gyumri base", "AM", "site"],
    ["38th parallel", "38th parallel", "KR", "line"], ["demilitarized zone", "Korean Demilitarized Zone", "KR", "line"], ["LoC", "Line of Control", "IN", "line"],
    ["Osipovichi", "Osipovichi", "BY", "city"], ["Moscow's", "Moscow", "RU", "city"], ["Deveselu", "Deveselu", "RO", "city"],
  ])("reads %s as %s", (words, name, country, kind) => {
    expect(index.find(words)).toMatchObject({ name, country, kind });
  });

  it.each(["us", "car", "Car", "roc", "basra", "", "—", "x".repeat(5000)])("finds nothing in %j", (words) => {
    expect(index.find(words)).toBeNull();
  });

  it("lists other places of the name after the likeliest", () => {
    expect(index.candidates("Georgia").map(({ country, kind }) => `${country} ${kind}`)).toEqual(
      expect.arrayContaining(["GE country", "US region"]),
    );
  });

  it("gives the same answer the second time", () => {
    expect(index.candidates("Grodno")).toBe(index.candidates("Grodno"));
  });

  it("answers from the hand tables when there is no gazetteer", () => {
    const byHand = createPlaceIndex(TABLES, null);
    expect(byHand.find("Kosovo")).toMatchObject({ country: "XK" });
    expect(byHand.find("Grodno")).toBeNull();
  });
});
