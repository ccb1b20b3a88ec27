import { beforeAll, describe, expect, it } from "vitest";
import { UNWRAPPED, toText } from "../../src/brief/formats/text.ts";
import { toHtml } from "../../src/brief/formats/html.ts";
import { toMarkdown } from "../../src/brief/formats/markdown.ts";
import { lint } from "../../src/brief/lint/lint.ts";
import { lintRendered, type RenderedFormat } from "../../src/brief/lint/rendered.ts";
import { makeBrief } from "../../src/brief/make-brief.ts";
import { confidence, count, date, grade, likelihood, men, name, number, reference, say, term } from "../../src/brief/segments.ts";
import type { Brief, BriefClaim, Segment, Sentence } from "../../src/claims/index.ts";
import { inputOf, reportedClaims } from "./reports.ts";

let claims: BriefClaim[];
let brief: Brief;
beforeAll(async () => {
  claims = await reportedClaims();
  brief = makeBrief(await inputOf(claims));
});

/** The rules that one sentence more would break. */
const rulesOf = (sentence: Sentence): string[] => [...new Set(lint({ ...brief, headline: [...brief.headline, sentence] }, claims).map(({ rule }) => rule))];

/** The claim of a figure, and its reference. */
function figure(words: string): { claim: string; ref: Segment; one: BriefClaim } {
  const one = claims.find(({ claim }) => claim.quantity?.words === words) as BriefClaim;
  return { claim: one.id, ref: reference(brief.references.find((each) => each.claims.includes(one.id))?.number ?? 0), one };
}
const quotation = (given: Partial<Extract<Segment, { kind: "quotation" }>>): Segment => {
  const { one: { document, claim: { evidence } } } = figure("around 2,000");
  return { kind: "quotation", text: evidence.text, document: document.sha256, start: evidence.start, end: evidence.end, cut: false, ...given };
};
const last = (): number => (brief.estimate?.days.length ?? 0) - 1;
const median = (): number => brief.estimate?.days.at(-1)?.median ?? 0;

describe("the linter lets pass", () => {
  const good: [string, () => Sentence][] = [
    ["words", () => say`Nobody knows how many there are, and no one says.`],
    ["a claim's number with its reference", () => say`It was ${number("around 2,000", { kind: "claim", claim: figure("around 2,000").claim })} ${figure("around 2,000").ref}.`],
    ["a number of the estimate", () => say`It is about ${men(median(), `/days/${last()}/median`)}.`],
    ["a count of what there is", () => say`There are ${count([claims[0]?.id ?? "", claims[1]?.id ?? ""])} of them.`],
    ["a word in its band", () => say`It is ${likelihood(0.9, null)} so.`],
    ["a level of confidence alone", () => say`Confidence is ${confidence("low")}.`],
    ["a date in words", () => say`It was on ${date("2023-10-31")}, after ${date("2023-10", "2023")}.`],
    ["a name that a claim gives", () => say`${name("Andriy Demchenko")} spoke.`],
    ["a term of the field", () => say`The words are those of ${term("ICD 203")}.`],
    ["words of a document", () => say`He said: ${quotation({})}.`],
    ["a grade", () => say`Graded ${grade("F", "6")}: nothing else is known of it.`],
  ];
  it.each(good)("%s", (_, sentence) => expect(rulesOf(sentence())).toEqual([]));
});

describe("the linter refuses", () => {
  const bad: [string, string, () => Sentence][] = [
    ["a number in digits that is tied to nothing", "number/untied", () => say`There were 3,000 of them.`],
    ["digits of another script", "number/untied", () => say`There were ٣٠٠٠ of them.`],
    ["a number in words that is tied to nothing", "number/untied", () => say`There were two thousand of them.`],
    ["a share in words that is tied to nothing", "number/untied", () => say`The number has halved.`],
    ["a number of no claim of the brief", "number/untied", () => say`It was ${number("around 2,000", { kind: "claim", claim: "0".repeat(16) })}.`],
    ["a number of a claim that gives none", "number/untied", () => say`It was ${number("7", { kind: "claim", claim: claims.find(({ claim }) => claim.quantity === null)?.id ?? "" })}.`],
    ["a number that its claim does not say", "number/wrong", () => say`It was ${number("around 3,000", { kind: "claim", claim: figure("around 2,000").claim })} ${figure("around 2,000").ref}.`],
    ["a bound turned round", "number/wrong", () => say`It was ${number("more than 1,000", { kind: "claim", claim: figure("Fewer than 1,000").claim })} ${figure("Fewer than 1,000").ref}.`],
    ["a claim's number that opens no quote", "number/unopened", () => say`It was ${number("around 2,000", { kind: "claim", claim: figure("around 2,000").claim })}.`],
    ["a claim's number that opens another's quote", "number/unopened", () => say`It was ${number("around 2,000", { kind: "claim", claim: figure("around 2,000").claim })} ${figure("about 2,100").ref}.`],
    ["a number from nowhere in the estimate", "number/untied", () => say`It is about ${number("650", { kind: "estimate", path: "/days/999999/median" })}.`],
    ["a number that the estimate does not have", "number/wrong", () => say`It is about ${men(median() * 2, `/days/${last()}/median`)}.`],
    ["a band that is none", "number/wrong", () => say`The ${number("95 %", { kind: "band", level: 90 })} band.`],
    ["a count of what is not there", "number/untied", () => say`There are ${count(["x", "y"])} of them.`],
    ["a count that is wrong", "number/wrong", () => say`There are ${number("nine", { kind: "count", of: [claims[0]?.id ?? ""] })} of them.`],
    ["a number without a tie", "number/untied", () => say`It is ${{ kind: "number", text: "12" } as unknown as Segment}.`],
    ["a date that is another day", "number/untied", () => say`On ${{ kind: "date", text: "1 November", date: "2023-10-31" }}.`],
    ["a number dressed as a name", "number/untied", () => say`There were ${name("5,000")}.`],
    ["a number dressed as a term", "number/untied", () => say`There were ${term("5,000")}.`],
    ["a word above its band", "likelihood/band", () => say`It is ${{ kind: "likelihood", text: "almost certain", probability: 0.9, path: null }} so.`],
    ["a word below its band", "likelihood/band", () => say`It is ${{ kind: "likelihood", text: "unlikely", probability: 0.5, path: null }} so.`],
    ["a word that is none of the seven", "likelihood/band", () => say`It is ${{ kind: "likelihood", text: "probable", probability: 0.7, path: null }} so.`],
    ["a probability that the estimate does not have", "likelihood/untied", () => say`It is ${likelihood(0.77, "/recent/down")} so.`],
    ["a likelihood for which nothing stands", "likelihood/untied", () => say`It is very likely so.`],
    ["its synonym", "likelihood/untied", () => say`They have probably left.`],
    ["a likelihood beside a level of confidence", "likelihood/confidence", () => say`It is ${likelihood(0.9, null)} so, and confidence in it is ${confidence("high")}.`],
    ["the same in plain words", "likelihood/confidence", () => say`With high confidence it is ${likelihood(0.9, null)} so.`],
    ["a level of confidence that is none", "likelihood/confidence", () => say`Confidence is ${{ kind: "confidence", text: "total" } as unknown as Segment}.`],
    ["6 that is reckoned with", "grade/number", () => say`${grade("B", "6")} is higher than another.`],
    ["F in an average", "grade/number", () => say`On average the sources are ${grade("F", "2")}.`],
    ["F beside a number of the estimate", "grade/number", () => say`${grade("F", "2")} makes it ${men(median(), `/days/${last()}/median`)}.`],
    ["a grade that is a number", "grade/number", () => say`Graded ${{ kind: "grade", reliability: "F", credibility: 3.5 } as unknown as Segment}.`],
    ["a quotation with a word changed", "quotation/words", () => say`He said: ${quotation({ text: figure("around 2,000").one.claim.evidence.text.replace("around", "about") })}.`],
    ["a quotation with its white space changed", "quotation/words", () => say`He said: ${quotation({ text: figure("around 2,000").one.claim.evidence.text.replace(" ", "  ") })}.`],
    ["a quotation from elsewhere in its document", "quotation/words", () => say`He said: ${quotation({ start: 1, end: 31 })}.`],
    ["a quotation of another document", "quotation/words", () => say`He said: ${quotation({ document: "f".repeat(64) })}.`],
    ["quotation marks around words of no document", "quotation/untied", () => say`He said: “they left”.`],
    ["a reference that is not there", "reference/unknown", () => say`So it is ${reference(99)}.`],
    ["a piece of no known kind", "number/untied", () => say`So it is ${{ kind: "image", text: "7" } as unknown as Segment}.`],
  ];
  it.each(bad)("%s", (_, rule, sentence) => expect(rulesOf(sentence())).toEqual([rule]));

  it("a reference whose words are not those of its document", () => {
    const references = brief.references.map((one, i) => (i === 0 ? { ...one, quotation: { ...one.quotation, text: `${one.quotation.text}!` } } : one));
    expect(lint({ ...brief, references }, claims).map(({ rule }) => rule)).toEqual(["quotation/words"]);
  });
  it("a quotation whose document was erased in the meantime", () => {
    const erased = claims.map((one) => ({ ...one, text: null }));
    expect(lint(brief, erased).every(({ rule }) => rule === "quotation/words")).toBe(true);
    expect(lint(brief, erased).length).toBeGreaterThan(0);
  });
});

describe("what a format shows is held against the brief", () => {
  const formats: [RenderedFormat, (brief: Brief) => string][] = [["md", toMarkdown], ["html", toHtml], ["text", (one) => toText(one, UNWRAPPED)]];
  const slips: [string, string, string][] = [
    ["a number", "number/untied", "There are 77,777 of them."],
    ["a likelihood", "likelihood/untied", "That they left is almost certain."],
    ["a likelihood beside a level of confidence", "likelihood/confidence", "With moderate confidence it is likely so."],
    ["a quotation", "quotation/untied", "He called it “a fact”."],
  ];
  describe.each(formats)("%s", (format, write) => {
    it("passes as it is", () => expect(lintRendered(brief, write(brief), format)).toEqual([]));
    it.each(slips)("is refused with %s that slipped in", (_, rule, sentence) => {
      const output = write(brief).replace("What nobody knows", `What nobody knows. ${sentence} `);
      expect(lintRendered(brief, output, format).map((fault) => fault.rule)).toContain(rule);
    });
  });
});
