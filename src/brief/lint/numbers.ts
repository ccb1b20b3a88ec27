import type { Brief, Estimate, Segment, Sentence } from "../../claims/index.ts";
import { writingsOf, writeCount } from "../numbers.ts";
import { fault, type Fault } from "./fault.ts";
import type { Evidence } from "./lint.ts";

type NumberSegment = Extract<Segment, { kind: "number" }>;

/** The value at a JSON pointer into the estimate; undefined where there is none. */
export function resolve(estimate: Estimate | null, path: string): unknown {
  let value: unknown = estimate;
  for (const key of path.split("/").slice(1)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** What a value of the estimate is written as: a factor as the share that it adds, a bias as the share by which it is off. */
function valuesOf(path: string, value: number): number[] {
  if (path.endsWith("/factor")) return [value, value - 1];
  return path.endsWith("/bias") ? [Math.abs(10 ** value - 1)] : [value];
}

function checkEstimate(text: string, path: string, { brief }: Evidence): Fault[] {
  const value = resolve(brief.estimate, path);
  if (typeof value !== "number") return [fault("number/untied", `${JSON.stringify(text)} is tied to nothing in the estimate: ${path}`)];
  return valuesOf(path, value).some((one) => writingsOf(one).has(text)) ? [] : [fault("number/wrong", `${JSON.stringify(text)} is not what the estimate has at ${path}: ${value}`)];
}

const even = (words: string): string => words.replace(/\s+/g, " ").replace(/ of$/i, "").toLowerCase();

function checkClaim(text: string, id: string, { claims, references }: Evidence, sentence: Sentence): Fault[] {
  const quantity = claims.get(id)?.claim.quantity ?? null;
  if (quantity === null) return [fault("number/untied", `${JSON.stringify(text)} is tied to a claim that gives no number: ${id}`)];
  const { low, high, point, words } = quantity;
  const written = new Set([low, high, point].flatMap((value) => (value === null ? [] : [writeCount(value)])));
  if (even(text) !== even(words) && !written.has(text)) {
    return [fault("number/wrong", `${JSON.stringify(text)} is not what claim ${id} says: ${JSON.stringify(words)}`)];
  }
  const opened = sentence.some((segment) => segment.kind === "reference" && references.get(segment.number)?.claims.includes(id) === true);
  return opened ? [] : [fault("number/unopened", `${JSON.stringify(text)} opens no quote: its sentence has no reference to claim ${id}`)];
}

/** What a brief may count: claims, statements, documents, sources. */
export const countableIn = ({ table, leanedOn, sources }: Brief, claims: ReadonlyMap<string, unknown>): ReadonlySet<string> =>
  new Set([...claims.keys(), ...table.map(({ statement }) => statement), ...leanedOn.documents.map(({ sha256 }) => sha256), ...sources.map(({ source }) => source)]);

function checkCount(text: string, of: readonly string[], { countable }: Evidence): Fault[] {
  const strange = of.find((id) => !countable.has(id));
  if (strange !== undefined) return [fault("number/untied", `${JSON.stringify(text)} counts what the brief does not have: ${strange}`)];
  return new Set(of).size === of.length && writingsOf(of.length).has(text) ? [] : [fault("number/wrong", `${JSON.stringify(text)} is not how many there are: ${of.length}`)];
}

/** Whether a number is that of its claim, of the estimate, or of the things that it counts. */
export function checkNumber({ text, tie }: NumberSegment, evidence: Evidence, sentence: Sentence): Fault[] {
  switch (tie?.kind) {
    case "claim": return checkClaim(text, tie.claim, evidence, sentence);
    case "estimate": return checkEstimate(text, tie.path, evidence);
    case "band": return text === `${tie.level} %` ? [] : [fault("number/wrong", `${JSON.stringify(text)} is not the ${tie.level} % band`)];
    case "count": return checkCount(text.toLowerCase(), tie.of, evidence);
    default: return [fault("number/untied", `the number ${JSON.stringify(text)} is tied to nothing`)];
  }
}
