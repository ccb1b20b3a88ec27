import fc from "fast-check";
import { Compile } from "typebox/compile";
import { describe, expect, it } from "vitest";
import type { ClaimField, Span } from "../../src/claims/index.ts";
import { CLAIM_FIELDS, Claim } from "../../src/claims/index.ts";
import type { Reading } from "../../src/reader/reading.ts";
import { readWhole } from "../../src/reader/read.ts";
import { anyText } from "../text/any-text.ts";
import { documentOf, englishPack } from "./pack.ts";

const checker = Compile(Claim);
const readText = (text: string, published: string | null = "2024-03-14"): Reading => readWhole(documentOf(text, published), englishPack());

const SUBJECTS = ["Russia", "Russian soldiers", "about 2,000 French soldiers", "Wagner fighters", "The contingent", "They", "A US brigade", "Most of them", "No Turkish tanks"] as const;
const VERBS = ["are stationed in", "arrived in", "have left", "will leave", "may have left", "were withdrawn from", "did not enter", "moved 300 soldiers to", "pose a threat to", "are fighting in"] as const;
const PLACES = ["Belarus", "Niger", "the town of Goma", "the country", "the border with Ukraine", "Vitebsk", "there", "Syria and Iraq"] as const;
const ENDS = ["", ", a spokesman said", ", according to Reuters", " on Tuesday", " since August", ", the defence ministry in Minsk announced on 2 March", ", he added", " if asked"] as const;

/** Sentences of the language of reports, true or not, so that claims are read at all. */
const sentence = fc.tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...VERBS), fc.constantFrom(...PLACES), fc.constantFrom(...ENDS)).map(([subject, verb, place, end]) => `${subject} ${verb} ${place}${end}.`);
const report = fc.array(fc.oneof(sentence, sentence.map((words) => `“${words}”`), fc.constant("\n\n")), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(" "));
const dates = fc.constantFrom("2024-03-14", "2023-10-31", null);

const isInside = (text: string, { start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;

/** Fields that hold something; `via` is a list. */
const filled = (claim: Claim): ClaimField[] => CLAIM_FIELDS.filter((field) => claim[field] !== null && !(field === "via" && claim.via.length === 0));

it("a name that is broken over two lines is one name; an amount keeps the text's own words", () => {
  const { claims } = readText("After a summer of comings and goings that nobody could count for certain, fewer than\n1,000 Russian soldiers remain in Belarus, where they look after equipment, Andriy\nDemchenko, the spokesman of the State Border Guard Service of Ukraine, said.");
  expect(claims[0]).toMatchObject({ source: { person: "Andriy Demchenko" }, quantity: { words: "fewer than\n1,000" } });
});

it("what is denied is quoted with its denial", () => {
  const { claims } = readText("Alexander Lukashenko denied on Tuesday that a Wagner unit of 100 had moved to the Polish border.");
  expect(claims).toMatchObject([{ polarity: "denied", evidence: { text: "denied on Tuesday that a Wagner unit of 100 had moved to the Polish border." } }]);
});

describe("of whatever report", () => {
  const each = (check: (reading: Reading, text: string) => void) => fc.assert(fc.property(report, dates, (text, published) => void check(readText(text, published), text)), { numRuns: 150 });

  it("claims are read", () => {
    const found = fc.sample(report, 50).filter((text) => readText(text).claims.length > 0);
    expect(found.length).toBeGreaterThan(25);
  });

  it("the words that carry a claim stand in the text where the claim says", () => {
    each(({ claims }, text) => {
      for (const { evidence } of claims) {
        expect(evidence.text).not.toBe("");
        expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
      }
    });
  });

  it("the words of an amount stand in the text", () => {
    each(({ claims }, text) => {
      expect(claims.filter(({ quantity }) => quantity !== null && !text.includes(quantity.words))).toEqual([]);
    });
  });

  it("every field that a claim fills says by which rule and from which words", () => {
    each(({ claims }, text) => {
      for (const claim of claims) {
        expect(filled(claim).filter((field) => claim.spans[field] === undefined)).toEqual([]);
        for (const derivation of Object.values(claim.spans)) expect(derivation.span === null || isInside(text, derivation.span)).toBe(true);
      }
    });
  });

  it("claims have the shape that the schema gives", () => {
    each(({ claims }) => {
      for (const claim of claims) expect([...checker.Errors(claim)]).toEqual([]);
    });
  });

  it("what lost is kept for each claim", () => {
    each(({ claims, losers }) => expect(losers).toHaveLength(claims.length));
  });

  it("reading it twice gives the same", () => {
    each((reading, text) => expect(readWhole(documentOf(text, reading.document.published), englishPack())).toEqual(reading));
  });

  it("the document comes back untouched", () => {
    each(({ document }, text) => expect(document).toEqual(documentOf(text, document.published)));
  });
});

describe("of a named formation", () => {
  it("the claim says from which words its name was read", () => {
    const [claim] = readText("The 76th Division arrived in Kursk, a Russian spokesman said.").claims;
    expect(claim?.unitName).toBe("76th Division");
    expect(claim?.spans.unitName).toBeDefined();
  });
});

describe("of text that is no report", () => {
  it("nothing fails, and what is read lies in the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { claims, layers } = readText(text);
        for (const { evidence } of claims) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
        const spans = [...layers.parts, ...layers.sentences, ...layers.quotations, ...layers.times, ...layers.quantities, ...layers.forces, ...layers.places];
        expect(spans.filter((span) => !isInside(text, span))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
