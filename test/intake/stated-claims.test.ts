import { describe, expect, it } from "vitest";
import { statedClaimsOf } from "../../src/intake/stated-claims.ts";

const asOfOf = (claim: object): unknown => statedClaimsOf({ kind: "strength", ...claim })[0]?.asOf;

describe("when a claim from elsewhere holds", () => {
  it.each([
    ["says so", { asOf: "2023-10-01", said: "2023-10-31" }, "2023-10-01"],
    ["is silent, and was said on a day", { said: "2023-10-31", published: "2023-11-01" }, "2023-10-31"],
    ["is silent, and was published on a day", { published: "2023-11-01" }, "2023-11-01"],
    ["writes null for what it does not know", { asOf: null, said: "2023-10-31" }, "2023-10-31"],
    ["was read by our reader, which found no time in the words", { asOf: null, said: "2023-10-31", spans: {} }, null],
  ])("%s", (_, claim, asOf) => {
    expect(asOfOf(claim)).toBe(asOf);
  });
});
