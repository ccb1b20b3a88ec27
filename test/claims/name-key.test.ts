import { describe, expect, it } from "vitest";
import { nameKey, sameName } from "../../src/claims/index.ts";

describe("the key of a name", () => {
  it.each([
    ["Russian Armed Forces", "Russia"],
    ["Wagner Group", "the Wagner group"],
    ["US Army", "United States"],
    ["Démocratie", "democratie"],
  ])("%s and %s have one", (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
    expect(sameName(a, b)).toBe(true);
  });

  it.each([["Sudan", "South Sudan"], ["Russia", "Belarus"], ["constructor", "__proto__"], ["Army", "Navy"]])("%s and %s have two", (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it("a name of generic words only keeps them", () => {
    expect(nameKey("the Armed Forces")).toBe("armed forces the");
  });
});
