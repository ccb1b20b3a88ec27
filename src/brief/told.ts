import {
  daysOf, nameKey, outletText, reporterOf, webAddress, type BriefClaim, type Claim, type Days, type Influence, type Quantity, type Reference, type Statement,
} from "../claims/index.ts";
import type { Extent } from "../estimate/situation.ts";
import { edtfOfSaid } from "../origins/occasion.ts";
import { mouthsOf } from "./mouths.ts";

/** A statement as a brief tells it: the claim that is nearest to the origin speaks for all that carry it. */
export interface Told {
  id: string;
  claim: Claim;
  /** The claim of the original, and those that relay it, in this order. */
  claims: readonly BriefClaim[];
  extent: Extent;
  independent: boolean;
  /** When it was said, or else published: EDTF, and its days. */
  heard: { edtf: string | null; isSaid: boolean; days: Days | null };
  /** Days of which it holds. */
  holds: Days | null;
  /** Days by which it is held against others: those of which it holds, and the known end alone where the other is open. */
  at: Days | null;
  /** Statements of one number come from one mouth. */
  mouth: number;
  /** Of a departure of a share: how many people it leaves at most, by the figures of the months before; null for others. */
  leaves: number | null;
  influence: Influence | null;
  reference: Reference;
}

/** Quotations longer than this are cut between words; the reference has as much again. */
const LONGEST_QUOTATION = 600;

/** The words that carry a claim, at most so many UTF-16 units of them, ending between words. */
export function quotationOf({ text, start }: Claim["evidence"], longest = LONGEST_QUOTATION): { text: string; start: number; end: number; cut: boolean } {
  if (text.length <= longest) return { text, start, end: start + text.length, cut: false };
  const words = /^[\s\S]*\s/.exec(text.slice(0, longest))?.[0].trimEnd() ?? "";
  const cut = (words === "" ? text.slice(0, longest) : words).replace(/[\ud800-\udbff]$/, "");
  return { text: cut, start, end: start + cut.length, cut: true };
}

const firstOf = (days: Days | null): number => (days === null ? Infinity : days.from);

function heardOf({ said }: Claim, published: string | null): Told["heard"] {
  const day = said === null ? null : edtfOfSaid(said, published ?? undefined);
  const edtf = day ?? published;
  return { edtf, isSaid: day !== null, days: edtf === null ? null : daysOf(edtf) };
}

const addressOf = ({ document }: BriefClaim): string | null => webAddress(document.summarises ?? document.url);

function relayOf(claim: BriefClaim): Reference["relays"][number] {
  const { document } = claim;
  return { document: document.sha256, outlet: outletText(document), published: document.published, url: addressOf(claim), isDigest: document.kind === "digest" };
}

/** The reference that opens a statement: the words of its original, and who else carried it. */
function referenceOf(number: number, claims: readonly BriefClaim[]): Reference {
  const original = claims[0] as BriefClaim;
  const { document, claim } = original;
  const { text, start, end } = quotationOf(claim.evidence, 2 * LONGEST_QUOTATION);
  const others = claims.slice(1).filter((one, i, all) => one.document.sha256 !== document.sha256 && all.findIndex((other) => other.document.sha256 === one.document.sha256) === i);
  return {
    number, claims: claims.map(({ id }) => id), document: document.sha256, outlet: outletText(document), title: document.title, published: document.published,
    url: addressOf(original), isDigest: document.kind === "digest", quotation: { text, start, end }, relays: others.map(relayOf),
  };
}

/** "Demchenko" is Andriy Demchenko where a claim names him so, and nobody else of that name speaks. */
function fullNames(claims: readonly Claim[]): (claim: Claim) => Claim {
  const known = new Map<string, Set<string>>();
  const surname = (person: string): string => nameKey(person.split(/\s+/).at(-1) ?? person);
  for (const { source } of claims) {
    if (source?.person?.includes(" ")) known.set(surname(source.person), (known.get(surname(source.person)) ?? new Set()).add(source.person));
  }
  return (claim) => {
    const { source } = claim;
    const names = source?.person == null || source.person.includes(" ") ? undefined : known.get(surname(source.person));
    return source === null || names?.size !== 1 ? claim : { ...claim, source: { ...source, person: [...names][0] as string } };
  };
}

/** "There had once been 10,000": of an earlier time that the words leave open, and no figure of the day on which it is told. */
export const isRecalled = ({ asOf, reality }: Claim): boolean => asOf === null && reality === "actual";

/** What the statements of a situation say, from early to late, each with its reference. */
export function toldOf(
  statements: readonly Statement[], claims: ReadonlyMap<string, BriefClaim>, extentOf: (claim: BriefClaim) => Extent | null, influence: readonly Influence[],
): Told[] {
  const influenceOf = new Map(influence.toReversed().map((one) => [one.statement, one]));
  const known = statements.flatMap((statement) => {
    const own = numberFirst(statement.claims.map((id) => claims.get(id) as BriefClaim));
    const [original] = own as [BriefClaim];
    const extent = extentOf(original);
    if (extent === null) return [];
    const claim = { ...original.claim, source: statement.source ?? original.claim.source, said: statement.said ?? original.claim.said };
    const heard = heardOf(claim, original.document.published);
    const holds = isRecalled(claim) ? null : claim.asOf === null ? heard.days : daysOf(claim.asOf);
    return [{ id: statement.id, claim, claims: own, extent, independent: statement.independent, heard, holds, at: closed(holds), influence: influenceOf.get(statement.id) ?? null }];
  });
  const fullName = fullNames(known.map(({ claim }) => claim));
  const sorted = known.map((one) => ({ ...one, claim: fullName(one.claim) })).sort((a, b) => firstOf(a.heard.days) - firstOf(b.heard.days) || (a.id < b.id ? -1 : 1));
  const mouths = mouthsOf(sorted.map((one) => ({ source: one.claim.source, name: sourceName(one) })));
  const levels = sorted.filter(isLevel);
  return sorted.map((one, i) => ({ ...one, mouth: mouths[i] as number, leaves: leavesOf(one, levels), reference: referenceOf(i + 1, one.claims) }));
}

/** The claim that is nearest to the origin speaks for all, unless it gives no number and another that says the same does. */
function numberFirst(claims: BriefClaim[]): BriefClaim[] {
  const [original] = claims as [BriefClaim];
  if (menOf(original.claim.quantity) !== null) return claims;
  const same = ({ claim }: BriefClaim): boolean => claim.kind === original.claim.kind && claim.polarity === original.claim.polarity && claim.reality === original.claim.reality;
  const numbered = original.claim.quantity === null ? claims.find((one) => same(one) && menOf(one.claim.quantity) !== null) : undefined;
  return numbered === undefined ? claims : [numbered, ...claims.filter((one) => one !== numbered)];
}

/** "Has left by Tuesday" is told on Tuesday, and "from Tuesday on" is too: an open end is no day to compare. */
function closed(days: Days | null): Days | null {
  if (days === null || (Number.isFinite(days.from) && Number.isFinite(days.to))) return days;
  const known = Number.isFinite(days.to) ? days.to : days.from;
  return Number.isFinite(known) ? { from: known, to: known } : null;
}

/** A departure of a share is measured by the highest figure of so many days before. */
const BEFORE_DAYS = 120;

function leavesOf({ claim: { kind, polarity, reality, quantity }, extent, at }: Pick<Told, "claim" | "extent" | "at">, levels: readonly Pick<Told, "claim" | "at">[]): number | null {
  if (kind !== "departure" || polarity !== "affirmed" || reality !== "actual" || extent !== "whole" || quantity?.modifier !== "share" || at === null) return null;
  const most = levels.reduce((highest, level) => {
    const isBefore = level.at !== null && level.at.from <= at.to && level.at.to >= at.from - BEFORE_DAYS;
    const { low, high } = menOf(level.claim.quantity) as { low: number; high: number };
    return isBefore ? Math.max(highest, high === Infinity ? low : high) : highest;
  }, -Infinity);
  const left = 1 - (quantity.low ?? 0) / 100;
  return left <= 0 ? 0 : most === -Infinity ? null : left * most;
}

/** The same statement told by that of its claims which says this, where one does: a statement may hold a figure and a doubt. */
export function speakingFor(told: Told, says: (claim: Claim) => boolean): Told {
  const found = told.claims.find(({ claim }) => says(claim));
  if (found === undefined || says(told.claim)) return told;
  // What an outlet says itself beside a speaker's words is not the speaker's.
  const isOwnVoice = found.claim.source === null && found.claim.attribution === "voice";
  const { source, said } = isOwnVoice ? found.claim : told.claim;
  return { ...told, claim: { ...found.claim, source, said }, claims: [found, ...told.claims.filter((one) => one !== found)] };
}

/** Who says it, as a reader would look for him: a person, else a body, else those of a role, else the outlet. */
export function sourceName({ claim: { source, attribution }, claims }: Pick<Told, "claim" | "claims">): string {
  const named = source?.person ?? source?.organisation ?? source?.role ?? null;
  if (named !== null) return named;
  return attribution === "voice" ? (reporterOf((claims[0] as BriefClaim).document) ?? UNNAMED.report) : UNNAMED.source;
}

/** What is written where nobody is named. */
export const UNNAMED = { report: "a report", source: "a source that is not named" } as const;

/** Whether two statements come from one mouth. */
export const isSameSource = (a: Told, b: Told): boolean => a.mouth === b.mouth;

/** Fifty people more or less are no difference: the slack of the estimate's own scale. */
export const SLACK = 50;

/** Ends of a number of people that a claim allows; null where it gives none. */
export function menOf(quantity: Quantity | null): { low: number; high: number } | null {
  if (quantity === null || quantity.unit !== "personnel" || quantity.modifier === "share") return null;
  const { low, high } = quantity;
  return low === null && high === null ? null : { low: low ?? 0, high: high ?? Infinity };
}

/** Whether a statement tells how many are there: a figure for all of the situation, that is so and not planned. */
export const isLevel = ({ claim, extent }: Pick<Told, "claim" | "extent">): boolean =>
  claim.kind === "strength" && claim.reality === "actual" && claim.polarity === "affirmed" && extent === "whole" && menOf(claim.quantity) !== null && !isRecalled(claim);

const MOVES: ReadonlySet<string> = new Set(["arrival", "departure", "rotation", "change", "movement"]);
/** Whether a statement tells that something moved or changed, or that it did not. */
export const isMove = ({ claim }: Told): boolean => MOVES.has(claim.kind as string) && claim.reality === "actual";

/** Days between two stretches; 0 where they meet. */
export const gapDays = (a: Days | null, b: Days | null): number => (a === null || b === null ? Infinity : Math.max(0, a.from - b.to, b.from - a.to));
