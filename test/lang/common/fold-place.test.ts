import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldPlace, withoutArticle } from "../../../src/lang/common/fold-place.ts";

describe("folding a place name", () => {
  it.each([
    ["Kyiv", "kyiv"],
    ["Durrës", "durres"],
    ["Łask", "lask"],
    ["Diyarbakır", "diyarbakir"],
    ["Côte d'Ivoire", "cote divoire"],
    ["Sana’a", "sanaa"],
    ["Al-Ḩasakah", "al hasakah"],
    ["U.S.", "u s"],
    ["  Addis\u00a0 Ababa ", "addis ababa"],
    ["...", ""],
  ])("makes %j into %j", (name, folded) => {
    expect(foldPlace(name)).toBe(folded);
  });

  it("changes nothing when done twice", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const once = foldPlace(text);
      expect(foldPlace(once)).toBe(once);
    }));
  });

  it.each([["al basrah", "basrah"], ["the hague", "hague"], ["alma", "alma"], ["as is", "as is"]])("takes the article off %j", (folded, bare) => {
    expect(withoutArticle(folded)).toBe(bare);
  });
});
