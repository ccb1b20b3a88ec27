import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeGazetteer } from "../../../scripts/gazetteer/encode.ts";
import { openGazetteer } from "../../../src/lang/common/gazetteer.ts";
import type { Gazetteer, GazetteerPlace } from "../../../src/lang/common/gazetteer.ts";
import { realGazetteer } from "../helper.ts";

const place = (name: string, country: string, kind: "city" | "region" = "city"): GazetteerPlace =>
  kind === "city"
    ? { name, country, kind, population: 1000, id: 7, latitude: 51.5, longitude: -0.12 }
    : { name, country, kind, population: 0, id: 0, latitude: null, longitude: null };

describe("a compiled gazetteer", () => {
  it("gives back every key with its places in order, whatever the keys are", () => {
    const key = fc.stringMatching(/^[a-z0-9]{1,6}(?: [a-z0-9]{1,6})?$/);
    fc.assert(fc.property(fc.dictionary(key, fc.uniqueArray(fc.nat(2), { minLength: 1 })), (dictionary) => {
      const places = [place("Alpha", "AA"), place("Bêta", "BB"), place("Gamma", "CC", "region")];
      const gazetteer = openGazetteer(encodeGazetteer({ places, keys: new Map(Object.entries(dictionary)) }));
      expect([...gazetteer.names()]).toEqual(Object.keys(dictionary).sort());
      for (const [name, numbers] of Object.entries(dictionary)) {
        expect(gazetteer.find(name).map((found) => found.name)).toEqual(numbers.map((number) => places[number]?.name));
      }
    }));
  });

  it("keeps what it was told of a place", () => {
    const told = place("Łódź", "PL");
    const [found] = openGazetteer(encodeGazetteer({ places: [told], keys: new Map([["lodz", [0]]]) })).find("ŁÓDŹ");
    expect(found).toMatchObject({ name: "Łódź", country: "PL", kind: "city", population: 1000, id: 7 });
    expect(found?.latitude).toBeCloseTo(51.5, 4);
    expect(found?.longitude).toBeCloseTo(-0.12, 4);
  });

  it("knows nothing, and does not fail, without bytes", () => {
    expect(openGazetteer(null).find("Kyiv")).toEqual([]);
  });

  it("refuses bytes that are no gazetteer", () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(4000), new TextEncoder().encode("{}".repeat(50))]) {
      expect(() => openGazetteer(bytes)).toThrow("build it again");
    }
  });

  it("refuses bytes that were cut off", () => {
    const bytes = encodeGazetteer({ places: [place("Alpha", "AA")], keys: new Map([["alpha", [0]]]) });
    expect(() => openGazetteer(bytes.subarray(0, bytes.length - 1))).toThrow("build it again");
  });

  it("neither hangs nor throws on bytes damaged behind the header's back", () => {
    const keys = new Map(Array.from({ length: 40 }, (_, i): [string, number[]] => [`name ${i}`, [0]]));
    const sound = encodeGazetteer({ places: [place("Alpha", "AA")], keys });
    const from = new DataView(sound.buffer, sound.byteOffset).getUint32(32, true);
    fc.assert(fc.property(fc.integer({ min: from, max: sound.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const damaged = Uint8Array.from(sound);
      damaged[at] = byte;
      const gazetteer = openGazetteer(damaged);
      for (const name of keys.keys()) expect(gazetteer.find(name).length).toBeLessThanOrEqual(16_384);
    }));
  });
});

describe("the gazetteer of the build", () => {
  let gazetteer: Gazetteer;
  beforeAll(() => { gazetteer = openGazetteer(realGazetteer().bytes); }, 60_000);

  it("finds every name that was indexed", () => {
    const { content } = realGazetteer();
    expect(content.keys.size).toBeGreaterThan(150_000);
    const lost = [...content.keys].filter(([name, numbers]) => gazetteer.find(name).length !== numbers.length);
    expect(lost).toEqual([]);
  });

  it("stays small enough to ship", () => {
    expect(realGazetteer().bytes.length).toBeLessThan(8_000_000);
  });

  it.each([
    ["Kyiv", "Kyiv", "UA"], ["Kiev", "Kyiv", "UA"], ["Mazyr", "Mozyr", "BY"], ["Mozyr", "Mozyr", "BY"],
    ["Hrodna", "Grodno", "BY"], ["Grodno", "Grodno", "BY"], ["Vitebsk", "Vitebsk", "BY"], ["Viciebsk", "Vitebsk", "BY"],
    ["Durres", "Durrës", "AL"], ["DURRËS", "Durrës", "AL"], ["Vlore", "Vlorë", "AL"], ["Vlora", "Vlorë", "AL"],
    ["Nasiriyah", "Nasiriyah", "IQ"], ["Nassiriya", "Nasiriyah", "IQ"], ["An-Nassiriyah", "Nasiriyah", "IQ"],
    ["Basra", "Basra", "IQ"], ["Falluja", "Fallujah", "IQ"], ["Deir al-Zour", "Deir ez-Zor", "SY"], ["Kharkov", "Kharkiv", "UA"],
    ["Dinsoor", "Dinsoor", "SO"], ["Tripoli", "Tripoli", "LY"], ["Islamabad", "Islamabad", "PK"], ["Rangoon", "Yangon", "MM"],
    ["Mazar-i-Sharif", "Mazar-i-Sharif", "AF"], ["N'Djamena", "N'Djamena", "TD"], ["Split", "Split", "HR"], ["Artemivsk", "Artemivsk", "UA"],
  ])("knows %s as %s in %s", (words, name, country) => {
    expect(gazetteer.find(words)[0]).toMatchObject({ name, country, kind: "city" });
  });

  it.each([["Anbar", "IQ"], ["Al Anbār", "IQ"], ["Helmand", "AF"], ["Kentucky", "US"], ["Guangdong", "CN"]])("knows the division %s of %s", (words, country) => {
    expect(gazetteer.find(words)[0]).toMatchObject({ country, kind: "region" });
  });

  it.each(["of", "Most", "Force", "Bush", "Kerry", "Prodi", "Mission", "Independence", "Union", "Reading", "May", "General", "Obama", "Taylor", "Eastern", "Danes", "Thai", "VRR"])(
    "takes %s for no place", (word) => {
      expect(gazetteer.find(word)).toEqual([]);
    });

  it("keeps a large city that shares its name with a person", () => {
    expect(gazetteer.find("Victoria").some(({ country }) => country === "CA")).toBe(true);
  });
});
