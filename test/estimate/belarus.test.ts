import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { isEdtf, type Quantity, type StatedClaim } from "../../src/claims/index.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { claim, source } from "./claims.ts";

// Real reports on Russian forces in Belarus, 2022 and 2023, coded as facts; kept beside the checkout, not in it.
const FILE = `${process.env["MUSTER_SHARED"] ?? fileURLToPath(new URL("../../../shared", import.meta.url))}/data/belarus-reports.jsonl`;

interface Coded {
  force: string; place: string; low: number | null; high: number | null; qualifier: string | null; kind: string; source: string | null;
}
interface Report {
  id: string; published: string | null; published_month: string | null; statement_date_as_given: string | null; origin_group: string; claims: Coded[];
}

function quantityOf({ low, high, qualifier }: Coded): Quantity | null {
  if (low === null && high === null) return null;
  const modifier = low === null ? (/fewer|under|more than/.test(qualifier ?? "") ? "under" : "upto") : high === null ? "over" : low === high ? "about" : "range";
  return { low: low ?? 0, high, point: low === high ? low : modifier === "over" ? low : modifier === "range" ? null : high, modifier, unit: "personnel", words: qualifier || "as coded" };
}

/** Present strengths of the whole country, and departures; a day from the group's name where the report has none. */
function statedClaims({ id, published, origin_group: group, claims }: Report): StatedClaim[] {
  const said = [published, /\d{4}-\d\d(-\d\d)?$/.exec(group)?.[0]].find((date) => date != null && isEdtf(date)) ?? null;
  return claims.flatMap((coded, i) => {
    if (coded.force !== "RU army" || coded.place !== "Belarus" || !["present", "left"].includes(coded.kind)) return [];
    const base = { id: `${id}-${i}`, statement: group, said, published: said, asOf: said, source: source((coded.source ?? "unnamed").replace(/.*\((.*)\).*/, "$1")) };
    if (coded.kind === "left") return [claim({ ...base, kind: "departure", quantity: { low: 90, high: 99, point: null, modifier: "share", unit: "personnel", words: coded.qualifier || "left" } })];
    const quantity = quantityOf(coded);
    return quantity === null ? [] : [claim({ ...base, quantity })];
  });
}

it("falls over 2023 as the real reports on Belarus do", (context) => {
  if (!existsSync(FILE)) return context.skip(`the coded reports are not beside the checkout; MUSTER_SHARED names the folder that holds data/belarus-reports.jsonl`);
  const reports = readFileSync(FILE, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Report);
  const claims = reports.flatMap(statedClaims).filter(({ said }) => said !== null);
  const { days, changes, influence } = estimate(claims, { from: "2022-10-01", to: "2023-11-30" });
  const median = (date: string): number => days.find((day) => day.date === date)?.median ?? NaN;
  // Far fewer statements than reports: most are relays.
  expect(influence.length).toBeLessThan(claims.length);
  for (const [date, low, high] of [["2023-01-15", 4000, 15_000], ["2023-03-26", 2500, 9000], ["2023-10-16", 600, 3100], ["2023-10-31", 290, 2200]] as const) {
    expect(median(date)).toBeGreaterThan(low);
    expect(median(date)).toBeLessThan(high);
  }
  expect(changes.some(({ direction }) => direction === "down")).toBe(true);
  expect(changes.every(({ direction, to }) => direction === "down" || to < "2023-01-31")).toBe(true);
});
