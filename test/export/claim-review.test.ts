import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLocator } from "../../src/app.ts";
import { REVIEWS } from "../../src/export/record.ts";
import { anyRecords, exampleRecords, exported, recordOf } from "./records.ts";

type Node = Record<string, unknown> & { "@type": string };

const graphOf = (text: string): Node[] => {
  const { "@context": context, "@graph": graph } = JSON.parse(text) as { "@context": string; "@graph": Node[] };
  expect(context).toBe("https://schema.org");
  return graph;
};

const source = { person: "A. Example", role: "spokesman", organisation: "Border Guard" };
const document = { title: "Remnant", outlet: "The Daily", author: "B. Writer", url: "https://example.org/1", published: "2023-11-01" };
const claim = { source, force: "Russia", place: "Mozyr", country: "BY", said: "2023-10-31", asOf: "2023-10/2023-11" };

describe("an export as ClaimReview", () => {
  it("holds a plain claim for what nobody has looked at, with who said it, where and when", async () => {
    const [node] = graphOf(await exported("claimreview", [recordOf(claim, document)], { locate: await placeLocator() }));
    expect(node).toEqual({
      "@type": "Claim", identifier: "0000000000000001", name: "Russia, Mozyr: strength", text: "Around 2,000 soldiers remain in Arbola.",
      author: { "@type": "Person", name: "A. Example", jobTitle: "spokesman", affiliation: { "@type": "Organization", name: "Border Guard" } },
      datePublished: "2023-10-31", temporalCoverage: "2023-10/2023-11", about: { "@type": "Organization", name: "Russia" },
      spatialCoverage: {
        "@type": "Place", name: "Mozyr", address: { "@type": "PostalAddress", addressCountry: "BY" },
        geo: { "@type": "GeoCoordinates", latitude: 52.05, longitude: 29.25 },
      },
      appearance: {
        "@type": "Article", identifier: `sha256:${"0".repeat(64)}`, headline: "Remnant", url: "https://example.org/1",
        datePublished: "2023-11-01", inLanguage: "en",
        publisher: { "@type": "Organization", name: "The Daily" }, author: { "@type": "Person", name: "B. Writer" },
      },
    });
  });

  it.each(["accepted", "corrected"] as const)("holds a review of what a person %s, which says what was judged and gives no number", async (verdict) => {
    const [node] = graphOf(await exported("claimreview", [recordOf(claim, document, verdict)]));
    expect(node).toMatchObject({
      "@type": "ClaimReview", claimReviewed: "Around 2,000 soldiers remain in Arbola.",
      itemReviewed: { "@type": "Claim", text: "Around 2,000 soldiers remain in Arbola." },
      reviewRating: { "@type": "Rating", alternateName: "Correctly reported", reviewAspect: expect.stringContaining("not whether the claim is true") as unknown },
    });
    expect(Object.keys(node?.["reviewRating"] as object).filter((name) => /value|best|worst/i.test(name))).toEqual([]);
  });

  it("leaves out what a person rejected", async () => {
    const records = REVIEWS.map((verdict) => recordOf(claim, document, verdict));
    expect(graphOf(await exported("claimreview", records)).map((node) => node["@type"])).toEqual(["Claim", "ClaimReview", "ClaimReview"]);
  });

  it("takes the outlet for the author of what it says in its own voice", async () => {
    const [node] = graphOf(await exported("claimreview", [recordOf({ source: null }, document)]));
    expect(node).toMatchObject({ author: { "@type": "Organization", name: "The Daily" } });
  });

  it.each([
    ["2023-22", undefined], ["2023-10-16~", undefined], ["2023-02-30", undefined], ["2023-08/2023-22", undefined],
    ["../2006-05-31", "../2006-05-31"], ["2023-08/..", "2023-08/.."], ["2023-10", "2023-10"],
  ])("writes the time %s as %s, since schema.org knows ISO 8601 only", async (asOf, period) => {
    expect(graphOf(await exported("claimreview", [recordOf({ asOf })]))[0]?.["temporalCoverage"]).toBe(period);
  });

  it("gives a claim one day: when it was said, else when it was published", async () => {
    const dates = [["2023-10-30", "2023-10-31"], ["2023-10/2023-11", "2023-10-31"], [null, "2023"], [null, null]] as const;
    const graph = graphOf(await exported("claimreview", dates.map(([said, published]) => recordOf({ said }, { published }))));
    expect(graph.map(({ datePublished }) => datePublished)).toEqual(["2023-10-30", "2023-10-31", "2023", undefined]);
  });

  it("holds the example", async () => {
    const records = await exampleRecords();
    const graph = graphOf(await exported("claimreview", records));
    const kept = records.filter(({ review }) => review !== "rejected");
    expect(graph.map(({ text, claimReviewed }) => text ?? claimReviewed)).toEqual(kept.map(({ claim: { evidence } }) => evidence.text));
  });

  it("can be pasted into a page whatever a report held, and links only to the web", async () => {
    await fc.assert(fc.asyncProperty(anyRecords, async (records) => {
      const text = await exported("claimreview", records);
      expect(text).not.toContain("<");
      const claims = graphOf(text).map((node) => (node["itemReviewed"] ?? node) as { appearance: { url?: string } });
      const urls = claims.flatMap(({ appearance: { url } }) => url ?? []);
      expect(urls.filter((url) => !/^https?:\/\/[^/]*$|^https?:\/\/[^@/]*\//.test(url))).toEqual([]);
    }));
  });
});
