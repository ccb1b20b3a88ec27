import { Compile } from "typebox/compile";
import { beforeAll, describe, expect, it } from "vitest";
import { BriefError } from "../../src/brief/errors.ts";
import { makeBrief, type BriefInput } from "../../src/brief/make-brief.ts";
import { plain } from "../../src/brief/segments.ts";
import { Brief, type BriefClaim, type SectionId } from "../../src/claims/index.ts";
import { inputOf, reportedClaims } from "./reports.ts";

let claims: BriefClaim[];
let brief: Brief;
beforeAll(async () => {
  claims = await reportedClaims();
  brief = makeBrief(await inputOf(claims));
});

const make = async (given: Partial<BriefInput>, own = claims): Promise<Brief> => makeBrief(await inputOf(own, given));
const textOf = ({ sections }: Brief, id: SectionId): string => (sections.find((section) => section.id === id)?.blocks ?? []).flatMap(({ sentences }) => sentences.map(plain)).join(" ");
const headlineOf = ({ headline }: Brief): string => headline.map(plain).join(" ");
/** The number of the reference that holds these words. */
const refOf = ({ references }: Brief, words: string): number => references.find(({ quotation }) => quotation.text.includes(words))?.number ?? 0;

describe("the headline", () => {
  it("gives the interval with its word, the last change, and how good the grounds are", () => {
    expect(headlineOf(brief)).toMatch(/^Russia very likely had between \d[\d,]* and \d[\d,]* personnel in Belarus on 1 November 2023\. The number (?:very )?likely fell between .* Confidence in this judgement is moderate: two independent sources have given figures lately, and they do not agree\.$/);
  });
  it("holds the figures that were current then", async () => {
    for (const [asOf, figure] of [["2023-01-25", 5800], ["2023-03-27", 4001], ["2023-09-01", 2100], ["2023-11-01", 999]] as const) {
      const { estimate } = await make({ asOf });
      const last = estimate?.days.at(-1);
      expect([asOf, (last?.p05 ?? Infinity) <= figure && figure <= (last?.p95 ?? 0)]).toEqual([asOf, true]);
    }
  });
  it("says that it cannot be told where no report gives a number", async () => {
    const told = await reportedClaims([{ published: "2023-10-31", via: "Paper E", text: "Andriy Demchenko said on Tuesday that Russian soldiers had left Belarus." }]);
    expect(headlineOf(await make({}, told))).toBe("How many personnel Russia had in Belarus on 31 October 2023 cannot be told: no report gives a number.");
  });
});

describe("the sections", () => {
  it("tell what each source said last, with its words and its grade", () => {
    const known = textOf(brief, "known");
    expect(known).toContain(`Andriy Demchenko (spokesman, State Border Guard Service of Ukraine) put the number at fewer than 1,000 (“Fewer than 1,000 Russian soldiers remain in Belarus”) [${refOf(brief, "Fewer than 1,000")}]. Graded F3`);
    expect(known).toContain("One more report carries the same statement, which confirms nothing.");
    expect(known).not.toContain("2,100");
  });
  it("name both sides of a conflict, with number, words and grade", () => {
    expect(textOf(brief, "conflicts")).toMatch(/put the number at fewer than 1,000 \(“[^”]+”\) \[\d\], graded F3\. Belarusian Hajun, in a report of 18 October, put the number at around 2,000, as of 16 October \(“[^”]+”\) \[\d\], graded F3\. Both can hold only if the number changed in between\./);
  });
  it("keep denials and announcements apart", async () => {
    expect(textOf(brief, "denied")).toMatch(/^On 1 November, the Defence Ministry of Belarus denied a departure \(“denied on Wednesday that Russian troops had left Belarus\.”\) \[\d\]\./);
    const earlier = await make({ asOf: "2022-10-31" });
    expect(textOf(earlier, "announced")).toMatch(/^On 16 October, the Defence Ministry of Belarus announced the arrival of up to 9,000 \(“[^”]+”\) \[1\]\. Nothing of this is counted in the estimate\.$/);
  });
  it("tell changes from the day that was asked for", async () => {
    expect(textOf(await make({ since: "2023-06-01" }), "changed")).toContain("said that almost all had left");
    expect(textOf(await make({ since: "2023-09-15" }), "changed")).not.toContain("almost all");
  });
  it("say what rests on one source", async () => {
    expect(textOf(await make({ asOf: "2023-10-20" }), "unknown")).toMatch(/the estimate leans on|the number is hardly known/);
  });
});

describe("a brief", () => {
  it("fits its schema", () => {
    expect([...Compile(Brief).Errors(JSON.parse(JSON.stringify(brief)))]).toEqual([]);
  });
  it("is the same for the same claims in any order", async () => {
    expect(await make({}, claims.toReversed())).toEqual(await make({}));
  });
  it("of a day knows nothing that was published later", async () => {
    const earlier = await make({ asOf: "2023-07-20" });
    expect(earlier.asOf).toBe("2023-07-20");
    expect(earlier.references.map(({ published }) => published).filter((published) => published === null || published > "2023-07-20")).toEqual([]);
    expect(earlier.leanedOn.documents).toHaveLength(4);
  });
  it("leans on every document and claim that it tells of", () => {
    expect(brief.leanedOn.documents.map(({ sha256 }) => sha256).sort()).toEqual([...new Set(claims.map(({ document }) => document.sha256))].sort());
    expect(brief.leanedOn.documents.flatMap((one) => one.claims).sort()).toEqual(claims.map(({ id }) => id).sort());
  });
  it("numbers its references as they are met, and lists relays under the original", () => {
    const met = brief.headline.concat(brief.sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))).flat().flatMap((segment) => (segment.kind === "reference" ? [segment.number] : []));
    expect([...new Set(met)]).toEqual([...new Set(met)].sort((a, b) => a - b));
    expect(brief.references.find(({ relays }) => relays.length > 0)?.relays).toMatchObject([{ outlet: "Paper F", published: "2023-11-01", url: "https://example.org/8" }]);
  });
  it("of digests says that the words are not the outlet's", async () => {
    const digests = await make({}, await reportedClaims(undefined, "digest"));
    expect(digests.notes.map(plain)).toEqual(["Some of the reports are known from digests: the words quoted from these are a desk's summary, and not those of the outlet."]);
    expect(digests.references[0]).toMatchObject({ isDigest: true, outlet: "Paper E, in the words of Our Desk", url: "https://example.org/7" });
    expect(textOf(digests, "known")).toContain("(digest: “Fewer than 1,000");
  });
  it.each([
    ["a day that is none", "BAD_DAY", { asOf: "2023-13-01" }, "--as-of is no day: \"2023-13-01\"; write it as 2023-10-31"],
    ["changes from after its day", "BAD_DAY", { asOf: "2023-07-20", since: "2023-08-01" }, "--since is after the day of the brief, 2023-07-20; give an earlier one"],
    ["nothing kept by then", "NOTHING_TOLD", { asOf: "2020-01-01" }, "nothing is kept on Russia in Belarus by 2020-01-01; add reports with muster add"],
  ] as const)("is not made of %s", async (_, code, given, message) => {
    await expect(make(given)).rejects.toThrow(new BriefError(code, message));
  });
});
