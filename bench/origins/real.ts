import { readFileSync } from "node:fs";
import type { ClaimFacts, PlacedClaim } from "../../src/origins/view.ts";

export interface Fact {
  force: string;
  place: string;
  low: number | null;
  high: number | null;
  kind: string;
  source: string | null;
}

export interface Report {
  id: string;
  outlet: string;
  published: string | null;
  published_month: string | null;
  statement_date_as_given: string | null;
  origin_group: string;
  claims: Fact[];
}

export const readReports = (path: string | URL): Report[] =>
  readFileSync(path, "utf8").split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Report);

/** The coding's words for what is said, as kind and reality. */
const KINDS: Readonly<Record<string, Pick<ClaimFacts, "kind" | "reality">>> = {
  present: { kind: "strength" }, past: { kind: "strength" }, capacity: { kind: "strength", reality: "hypothetical" },
  left: { kind: "departure" }, arrived: { kind: "arrival" }, moved: { kind: "movement" },
  expected: { kind: "arrival", reality: "planned" }, planned: { kind: "arrival", reality: "planned" },
};

export interface Coding {
  /** "parts": the name before brackets is the person; "text": all of it in `organisation`, as it stands. */
  source: "parts" | "text";
  /** "given": as the coder noted it ("Monday"); "edtf": only what is a date with a year, or follows from the day of publication. */
  said: "given" | "edtf";
  /** Whether what the coder noted as past is given a date before the publication. */
  past: boolean;
}

function sourceOf(text: string | null, coding: Coding): ClaimFacts["source"] {
  if (text === null) return null;
  const match = /^([^(]+) \(([^)]+)\)/.exec(text);
  if (coding.source === "text" || match === null) return { person: null, role: null, organisation: text };
  return { person: match[1] as string, role: null, organisation: match[2] as string };
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/** The date as a person would enter it who keeps to EDTF: nothing where the year is not known. */
function edtfOf(given: string | null, published: string | null): string | null {
  if (given === null || /^\d{4}-\d\d(-\d\d)?$/.test(given)) return given;
  const lower = given.toLowerCase();
  const month = MONTHS.findIndex((name) => lower.includes(name));
  const day = /\b\d{1,2}\b/.exec(given)?.[0];
  const year = /\b\d{4}\b/.exec(given)?.[0] ?? published?.slice(0, 4);
  if (month >= 0 && day !== undefined && year !== undefined) return `${year}-${String(month + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const weekday = WEEKDAYS.findIndex((name) => lower.includes(name));
  if (weekday < 0 || published?.length !== 10) return null;
  const date = new Date(`${published}T00:00:00Z`);
  const back = (date.getUTCDay() - weekday + 7) % 7 || (lower.includes("last") ? 7 : 0);
  return new Date(date.getTime() - back * 86_400_000).toISOString().slice(0, 10);
}

/** The facts of the reports as claims: outlet, dates, force, place, numbers, kind and source, and nothing else. */
export function claimsOf(reports: readonly Report[], coding: Coding): PlacedClaim[] {
  return reports.flatMap((report) => {
    const published = report.published ?? report.published_month;
    const given = report.statement_date_as_given;
    const said = coding.said === "given" ? given : edtfOf(given, published);
    return report.claims.map((fact, n) => ({
      id: `${report.id}#${n}`,
      document: { id: report.id, published, outlet: report.outlet },
      claim: {
        ...(KINDS[fact.kind] ?? { kind: "strength" }), asOf: coding.past && fact.kind === "past" ? `../${published ?? "2025"}` : null, force: fact.force, place: fact.place, country: null, said, source: sourceOf(fact.source, coding),
        quantity: fact.low === null && fact.high === null ? null
          : { low: fact.low, high: fact.high, point: fact.low === fact.high ? fact.low : (fact.low === null ? fact.high : fact.high === null ? fact.low : null), unit: "personnel", words: "-",
            modifier: fact.low === fact.high ? "exact" : fact.low === null ? "upto" : fact.high === null ? "over" : "range" },
      } as ClaimFacts,
    }));
  });
}
