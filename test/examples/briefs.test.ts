import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sceneOf } from "../../src/brief/chart/scene.ts";
import { toSvg } from "../../src/brief/chart/svg.ts";
import { toMarkdown } from "../../src/brief/formats/markdown.ts";
import { makeBrief } from "../../src/brief/make-brief.ts";
import type { Brief, BriefClaim, DayEstimate } from "../../src/claims/index.ts";
import { claimsOf, inputOf } from "../brief/reports.ts";
import { take } from "../intake/items.ts";

const FOLDER = new URL("../../examples/belarus/", import.meta.url);
const GOLDEN = new URL("../golden/belarus/", import.meta.url);
// Sets the golden briefs anew; look at the difference before you commit it.
const UPDATE = process.env["MUSTER_GOLDEN_UPDATE"] === "1";

const claims: BriefClaim[] = [];
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".md")).sort()) {
  for (const { text, sha256: _, ...metadata } of (await take(readFileSync(new URL(file, FOLDER)), file)).documents) claims.push(...(await claimsOf(text, metadata)));
}

const briefOf = async (asOf: string, name: "belarus" | "wagner" = "belarus"): Promise<Brief> =>
  makeBrief(await inputOf(claims, { name, situation: { force: name === "belarus" ? "Russia" : "Wagner Group", place: "Belarus", country: "BY" }, asOf }));

const written = new Map<string, Promise<Brief>>();
const brief = (day: string, name: "belarus" | "wagner" = "belarus"): Promise<Brief> => {
  const key = `${day}-${name}`;
  const known = written.get(key) ?? briefOf(day, name);
  written.set(key, known);
  return known;
};

/** The points of a section as plain words; every section's when none is named. */
function pointsOf(whole: Brief, section?: string): string[] {
  const markdown = toMarkdown({ ...whole, sections: whole.sections.filter(({ id }) => section === undefined || id === section) });
  const [told = ""] = markdown.split("\n## Claims");
  return told.split("\n").filter((line) => line.startsWith("- ")).map((line) => line.replaceAll(/\*\*|\[\\\[\d+\\\]\]\(#ref-\d+\)/g, ""));
}

interface Side { who: string; says: string }
interface Day {
  day: string;
  name?: "belarus" | "wagner";
  /** Figures that were current, of the last two months or the last there were; a pair says of which day. */
  figures: (number | [number, string])[];
  /** Both sides of what was then open, and in which section; anywhere in the brief where null. */
  sides: [Side, Side];
  section: string | null;
  /** Which way the last change went, and by when. */
  change: "up" | "down";
  unclear: RegExp;
}

const DAYS: readonly Day[] = [
  { day: "2022-02-10", figures: [13_000, 30_000], section: null, sides: [{ who: "Jens Stoltenberg", says: "about 30,000" }, { who: "Russian Government", says: "fewer than 13,000" }], change: "up", unclear: /hardly known at all/ },
  { day: "2023-01-20", figures: [9000, 10_200], section: "conflicts", sides: [{ who: "Defence Ministry of Belarus", says: "reported an arrival" }, { who: "United Kingdom Ministry of Defence", says: "doubted an arrival" }], change: "up", unclear: /leans on Kyrylo Budanov/ },
  { day: "2023-07-20", figures: [1000, 2000], section: null, sides: [{ who: "State Border Guard Service of Ukraine", says: "about 2,000" }, { who: "Andriy Demchenko", says: "almost all had left" }], change: "down", unclear: /hardly known at all/ },
  { day: "2023-07-20", name: "wagner", figures: [500, 2000], section: "conflicts", sides: [{ who: "Belarusian Hajun", says: "at least 2,000" }, { who: "Stanisław Żaryn", says: "several hundred" }], change: "up", unclear: /number was not known/ },
  { day: "2023-10-20", figures: [2000], section: "conflicts", sides: [{ who: "Belarusian Hajun", says: "about 2,000" }, { who: "Serhiy Nayev", says: "all had left" }], change: "down", unclear: /Nothing new has been said since 8 September, for 43 days/ },
  { day: "2023-11-01", figures: [999, [2000, "2023-10-16"]], section: "conflicts", sides: [{ who: "Andriy Demchenko", says: "fewer than 1,000" }, { who: "Belarusian Hajun", says: "2,000" }], change: "down", unclear: /number was not known .*remain in Belarus is unclear/ },
  { day: "2023-11-01", name: "wagner", figures: [500, 999], section: "conflicts", sides: [{ who: "National Resistance Center of Ukraine", says: "fewer than 1,000" }, { who: "Important Stories", says: "about 2,500" }], change: "down", unclear: /They may have left the country again/ },
];

describe.each(DAYS.map((one) => ({ name: "belarus" as const, ...one })))("the brief on $day of $name", ({ day, name, figures, sides, section, change, unclear }) => {
  it("gives an interval that holds the figures then current", async () => {
    const days = (await brief(day, name)).estimate?.days ?? [];
    for (const [figure, date] of figures.map((one) => (typeof one === "number" ? ([one, day] as const) : one))) {
      const { p05, p95 } = days.find((one) => one.date === date) as DayEstimate;
      expect({ figure, date, p05, p95, holds: p05 <= figure && figure <= p95 }).toEqual({ figure, date, p05, p95, holds: true });
      // An interval that holds whatever anybody says tells nothing.
      expect((p95 + 50) / (p05 + 50)).toBeLessThan(100);
    }
  });
  it("names each side of what was open, with its number", async () => {
    const points = pointsOf(await brief(day, name), section ?? undefined);
    for (const { who, says } of sides) expect({ who, says, named: points.some((point) => point.includes(who) && point.includes(says)) }).toEqual({ who, says, named: true });
  });
  it("tells which way the number went last, and what is unclear", async () => {
    const whole = await brief(day, name);
    const { changes = [], recent } = whole.estimate ?? {};
    expect(changes.at(-1)?.direction ?? ((recent?.up ?? 0) > (recent?.down ?? 0) ? "up" : "down")).toBe(change);
    expect(pointsOf(whole, "unknown").join("\n")).toMatch(unclear);
  });
});

function kept(file: URL, text: string): string {
  if (UPDATE) writeFileSync(file, text);
  return readFileSync(file, "utf8");
}

describe("the golden briefs", () => {
  it.each([...new Set(DAYS.map(({ day }) => day))])("of %s stands as it was read by eye (MUSTER_GOLDEN_UPDATE=1 sets it anew)", async (day) => {
    const text = toMarkdown(await brief(day));
    expect(text).toBe(kept(new URL(`${day}.md`, GOLDEN), text));
  });
  it("are of the day whose chart the README shows", async () => {
    const scene = sceneOf(await brief("2023-11-01"), { width: 760, scale: "linear" });
    const drawing = `${toSvg(scene, { id: "chart", isAlone: true, isLinked: false })}\n`;
    expect(drawing).toBe(kept(new URL("../../docs/belarus.svg", import.meta.url), drawing));
  });
});
