import { describe, expect, it } from "vitest";
import { toMarkdown } from "../../src/brief/formats/markdown.ts";
import { makeBrief } from "../../src/brief/make-brief.ts";
import { plain } from "../../src/brief/segments.ts";
import type { Section } from "../../src/claims/index.ts";
import { claimsOf, inputOf, reportedClaims } from "./reports.ts";

const NOW = "About 2,000 Russian soldiers are in Belarus, Belarusian Hajun said on Friday.";

/** The sections of a brief on these reports, as Markdown; a section that is not there is empty. */
async function sectionsOf(reports: readonly (readonly [published: string, text: string])[], asOf: string): Promise<(id: Section["id"]) => string> {
  const claims = (await Promise.all(reports.map(([published, text], i) => claimsOf(text, { published, outlet: `Paper ${i}`, url: `https://example.org/${i}` })))).flat();
  const brief = makeBrief(await inputOf([...(await reportedClaims([])), ...claims], { asOf }));
  return (id) => (toMarkdown({ ...brief, sections: brief.sections.filter((section) => section.id === id) }).split("\n## Claims")[0] ?? "").split("\n").filter((line) => line.startsWith("- ")).join("\n");
}

it("an old figure that is recalled without its day is neither what is known nor a side of a conflict", async () => {
  const recalled = "At one time there had been 10,000 to 11,000 Russian soldiers in Belarus, Andriy Demchenko of the Ukrainian border guard said.";
  const section = await sectionsOf([["2023-09-01", NOW], ["2023-09-07", recalled]], "2023-09-10");
  expect(section("known")).toContain("about 2,000");
  expect(section("known") + section("conflicts")).not.toContain("10,000");
});

it("a doubt that an outlet utters itself is not put into its speaker's mouth", async () => {
  const doubt = "Fewer than 1,000 Russian soldiers remain in Belarus, Andriy Demchenko said on Tuesday. How many Russian soldiers are in Belarus is unclear, the report says.";
  const section = await sectionsOf([["2023-09-01", NOW], ["2023-10-31", doubt]], "2023-11-01");
  expect(section("unknown")).toMatch(/the number was not known/);
  expect(section("unknown")).not.toMatch(/Demchenko said that the number was not known/);
});

it("a plan without an end is no news for ever", async () => {
  const stay = "The Russian troops in Belarus will stay on, the Belarusian defence minister, Viktor Khrenin, said on Sunday.";
  const section = await sectionsOf([["2022-02-20", stay], ["2023-09-01", NOW]], "2022-03-01");
  expect(section("announced")).toContain("Khrenin");
  const later = await sectionsOf([["2022-02-20", stay], ["2023-09-01", NOW]], "2023-09-10");
  expect(later("announced")).not.toContain("Khrenin");
});

it("all gone and some there on one day is a conflict; a denial of one week and an arrival of the next is none", async () => {
  const gone = "Russia has withdrawn all its soldiers from Belarus, the Ukrainian general Serhiy Nayev said on Friday.";
  const section = await sectionsOf([["2023-09-01", NOW], ["2023-09-01", gone]], "2023-09-10");
  expect(section("conflicts")).toMatch(/all.* had left.*about 2,000|about 2,000.*all.* had left/);
  expect(section("conflicts")).toContain("Both cannot be right.");
  const denied = "Russian soldiers have not arrived in Belarus, Andriy Demchenko of the Ukrainian border guard said on July 14.";
  const came = "Russian soldiers arrived in Belarus on July 19, Belarusian Hajun said.";
  const later = await sectionsOf([["2023-07-14", denied], ["2023-07-19", came], ["2023-07-21", NOW]], "2023-07-21");
  expect(later("changed")).toContain("arrival");
  expect(later("conflicts")).toBe("");
});

const conflictsIn = async (reports: Parameters<typeof sectionsOf>[0], asOf: string): Promise<string> => (await sectionsOf(reports, asOf))("conflicts");

it("plans that differ in their number are set side by side", async () => {
  const many = "About 30,000 Russian soldiers will arrive in Belarus this month, NATO's secretary general, Jens Stoltenberg, said on Thursday.";
  const few = "Fewer than 13,000 Russian soldiers will arrive in Belarus this month, the Russian defence ministry said on Thursday.";
  const conflicts = await conflictsIn([["2023-09-01", NOW], ["2023-09-07", many], ["2023-09-07", few]], "2023-09-10");
  expect(conflicts).toMatch(/about 30,000.*fewer than 13,000|fewer than 13,000.*about 30,000/);
  expect(conflicts).toContain("Both speak of what is still to come");
});

describe("a source that gives another figure than before", () => {
  const before = "No more than 1,000 Russian soldiers are in Belarus, Belarusian Hajun said on August 14.";
  it("contradicts itself where nobody tells of a movement", async () => {
    expect(await conflictsIn([["2023-08-14", before], ["2023-09-01", NOW]], "2023-09-10")).toMatch(/about 2,000.*no more than 1,000.*Both come from one source/);
  });
  it("does not where somebody does", async () => {
    const came = "Russian soldiers arrived in Belarus on August 23, Andriy Demchenko of the Ukrainian border guard said.";
    expect(await conflictsIn([["2023-08-14", before], ["2023-08-24", came], ["2023-09-01", NOW]], "2023-09-10")).toBe("");
  });
});

it("almost all gone contradicts a figure that is as high as before", async () => {
  const gone = "Russia has withdrawn almost all its soldiers from Belarus, Andriy Demchenko of the Ukrainian border guard said on September 7.";
  const still = "About 2,000 Russian soldiers are in Belarus, Belarusian Hajun said on September 15.";
  expect(await conflictsIn([["2023-09-01", NOW], ["2023-09-07", gone], ["2023-09-15", still]], "2023-09-20")).toMatch(/almost all/);
  const few = "About 200 Russian soldiers are in Belarus, Belarusian Hajun said on September 15.";
  expect(await conflictsIn([["2023-09-01", NOW], ["2023-09-07", gone], ["2023-09-15", few]], "2023-09-20")).not.toMatch(/almost all/);
});

it("who denies is named once, and after it all who affirm", async () => {
  const denied = "Russian soldiers have not arrived in Belarus, Andriy Demchenko of the Ukrainian border guard said on September 7.";
  const came = (source: string): string => `Russian soldiers have arrived in Belarus, ${source} said on September 6.`;
  const conflicts = await conflictsIn([["2023-08-01", NOW], ["2023-09-06", came("the Polish government")], ["2023-09-06", came("Belarusian Hajun")], ["2023-09-07", denied]], "2023-09-10");
  expect(conflicts.split("\n")).toHaveLength(1);
  expect(conflicts).toMatch(/Demchenko.*denied.*(?:Polish.*Hajun|Hajun.*Polish).*The first denies what the others affirm\./);
});

it("says first for how long nothing new was said", async () => {
  const brief = makeBrief(await inputOf(await reportedClaims(), { asOf: "2024-02-01" }));
  expect(brief.headline.map(plain).join(" ")).toMatch(/Nothing new has been said for \d+ days\./);
});
