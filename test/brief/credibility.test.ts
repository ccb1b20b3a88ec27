import { beforeAll, describe, expect, it } from "vitest";
import { makeBrief } from "../../src/brief/make-brief.ts";
import { plain } from "../../src/brief/segments.ts";
import type { Brief } from "../../src/claims/index.ts";
import { inputOf, reportedClaims } from "./reports.ts";

const hajun = (number: string, via = "Paper A") => ({ published: "2023-10-16", via, text: `Belarusian Hajun said that ${number} Russian soldiers were in Belarus.` });
const guard = (number: string, via = "Paper B") => ({ published: "2023-10-17", via, text: `Andriy Demchenko, the spokesman of Ukraine's State Border Guard Service, said on Tuesday that ${number} Russian soldiers were in Belarus.` });
const intelligence = (number: string) => ({ published: "2023-10-18", via: "Paper C", text: `Vadym Skibitskyi of Ukraine's military intelligence said that ${number} Russian soldiers were in Belarus.` });
const unnamed = (number: string) => ({ published: "2023-10-18", via: "Paper D", text: `About ${number} Russian soldiers are reportedly in Belarus.` });

/** Grades of the statements of a source, with their reasons. */
async function gradeOf(source: string, reports: Parameters<typeof reportedClaims>[0]): Promise<string> {
  const { table }: Brief = makeBrief(await inputOf(await reportedClaims(reports)));
  return table.filter((row) => row.source === source).map(({ reliability, credibility, why }) => `${reliability}${credibility}: ${plain(why)}`).join("; ");
}

describe("credibility", () => {
  const cases: [string, Parameters<typeof reportedClaims>[0], string][] = [
    ["two others that say the same confirm", [hajun("about 2,000"), guard("about 2,000"), intelligence("2,100")], "F1: two other independent sources say the same"],
    ["one other makes it probably true", [hajun("about 2,000"), guard("2,100")], "F2: one other independent source says the same"],
    ["reprints confirm nothing", [hajun("about 2,000"), { ...hajun("about 2,000"), text: "About 2,000 Russian soldiers were in Belarus, Belarusian Hajun said." }], "F3: no other source confirms or contradicts it"],
    ["nor do those whom nobody names", [hajun("about 2,000"), unnamed("2,000")], "F3: no other source confirms or contradicts it"],
  ];
  it.each(cases)("%s", async (_, reports, grade) => expect(await gradeOf("Belarusian Hajun", reports)).toBe(grade));

  it("falls where another source contradicts", async () => {
    expect(await gradeOf("Belarusian Hajun", [hajun("about 2,000"), guard("about 9,000")])).toMatch(/^F[345]: .*(?:otherwise|contradicts|cannot be brought together)/);
  });
  it("of what is announced cannot be judged", async () => {
    expect(await gradeOf("Defence Ministry of Belarus", [{ published: "2022-10-16", via: "Paper A", text: "The Belarusian defence ministry said on Sunday that up to 9,000 Russian soldiers would arrive in Belarus." }])).toBe("F6: what is announced or feared cannot be judged before its time");
  });
});

describe("reliability", () => {
  let claims: Awaited<ReturnType<typeof reportedClaims>>;
  beforeAll(async () => {
    claims = await reportedClaims([hajun("about 2,000"), guard("2,100")]);
  });
  const reliabilities = async (grades: { name: string; reliability: "B" | "C" | null; alias: string | null }[]): Promise<string> =>
    makeBrief(await inputOf(claims, { grades })).sources.map(({ source, reliability, isGraded }) => `${source} ${reliability}${isGraded ? "" : "?"}`).join(", ");

  it("is F until a person says otherwise", async () => {
    expect(await reliabilities([])).toBe("Andriy Demchenko F?, Belarusian Hajun F?");
  });
  it("is that of the person, else of the body he speaks for", async () => {
    expect(await reliabilities([{ name: "State Border Guard Service of Ukraine", reliability: "B", alias: null }, { name: "Belarusian Hajun", reliability: "C", alias: null }])).toBe("Andriy Demchenko B, Belarusian Hajun C");
  });
  it("goes by a source's other names too", async () => {
    expect(await reliabilities([{ name: "The Rabbit", reliability: "B", alias: null }, { name: "Belarusian Hajun", reliability: null, alias: "The Rabbit" }])).toBe("Andriy Demchenko F?, Belarusian Hajun B");
  });
});
