import {
  daysOf, formatDay, fromDayNumber, parseDay, toDayNumber,
  type Block, type Brief, type BriefClaim, type Conflict, type Decision, type Estimate, type Grade, type LeanedOn, type Reliability, type Section, type Sentence, type SourceLeaning, type StatedClaim, type Statement,
} from "../claims/index.ts";
import { EstimateError } from "../estimate/errors.ts";
import { estimate } from "../estimate/estimate.ts";
import { extentOf, type Situation, type Within } from "../estimate/situation.ts";
import { placedClaim, statedClaims } from "../origins/stated-claims.ts";
import { toStatements } from "../origins/statements.ts";
import type { Case } from "./case.ts";
import { companyOf, judge } from "./credibility.ts";
import { BriefError } from "./errors.ts";
import { reliabilityBy, type SourceGrade } from "./grades.ts";
import { lint } from "./lint/lint.ts";
import { createNeighbours } from "./neighbours.ts";
import { renumber } from "./renumber.ts";
import { announcedBlocks, deniedBlocks } from "./sections/apart.ts";
import { changedBlocks } from "./sections/changed.ts";
import { conflictBlocks } from "./sections/conflicts.ts";
import { headlineOf } from "./sections/headline.ts";
import { knownBlocks } from "./sections/known.ts";
import { unknownBlocks } from "./sections/unknown.ts";
import { say } from "./segments.ts";
import { marksOf, sourcesOf, tableOf } from "./table.ts";
import { sourceName, toldOf, type Told } from "./told.ts";
import { Speakers, yearOf } from "./wording.ts";

export interface BriefInput {
  /** What the desk calls the situation. */
  name: string;
  situation: Situation;
  within: Within;
  /** Every claim that counts; those of other forces and places are left out here. */
  claims: readonly BriefClaim[];
  decisions: readonly Decision[];
  /** What statements the claims are, with these decisions, where that is known already; worked out otherwise. */
  statements?: readonly Statement[] | undefined;
  leanings: readonly SourceLeaning[];
  grades: readonly SourceGrade[];
  /** The day of the brief, from what had been published by then; the last day that the claims speak of when null. */
  asOf: string | null;
  /** The day from which changes are told; {@link SINCE_DAYS} before that of the brief when null. */
  since: string | null;
  asKnown: string | null;
  ledger: LeanedOn["ledger"];
  /** The last entry that was taken into account. */
  until: number;
}

/** How far back changes are told where nobody says. */
const SINCE_DAYS = 90;

const isPublishedBy = (day: number) => ({ claim: { said, asOf }, document: { published } }: BriefClaim): boolean => {
  const when = daysOf(published ?? said ?? "") ?? (asOf === null ? null : daysOf(asOf));
  return when === null || when.from <= day;
};

const dayNumber = (day: string, what: string): number => {
  const parsed = day.length === 10 ? parseDay(day) : null;
  if (parsed === null) throw new BriefError("BAD_DAY", `${what} is no day: ${JSON.stringify(day)}; write it as 2023-10-31`);
  return toDayNumber(parsed);
};

function estimateOf(claims: readonly StatedClaim[], { situation, within, leanings }: BriefInput, to: string | null): Estimate | null {
  try {
    return estimate(claims, { situation, within, sources: leanings, ...(to === null ? {} : { to }) });
  } catch (error) {
    if (error instanceof EstimateError && (error.code === "NO_CLAIMS" || error.code === "NOTHING_DATED")) return null;
    if (error instanceof EstimateError) throw new BriefError("NO_ESTIMATE", error.message, { cause: error });
    throw error;
  }
}

/** The last day on which a claim was published, or else made; null where no claim has a date. */
function lastDay(claims: readonly BriefClaim[]): string | null {
  const days = claims.map(({ claim: { said, asOf }, document: { published } }) => daysOf(published ?? said ?? asOf ?? "")?.to ?? -Infinity);
  const last = days.reduce((most, day) => Math.max(most, day), -Infinity);
  return Number.isFinite(last) ? formatDay(fromDayNumber(last)) : null;
}

/** A level without one figure is no estimate, only what the model expects before it hears anything. */
const hasFigure = (answer: Estimate | null): answer is Estimate => answer !== null && answer.influence.some(({ surprise }) => surprise !== undefined);

/** For each statement those that the estimate finds in conflict with it. */
function opponentsOf(told: readonly Told[], conflicts: readonly Conflict[]): (one: Told) => Told[] {
  const byId = new Map(told.map((one) => [one.id, one]));
  const against = new Map<string, Set<string>>();
  for (const { statements } of conflicts) for (const id of statements) against.set(id, new Set([...(against.get(id) ?? []), ...statements]));
  return ({ id }) => [...(against.get(id) ?? [])].flatMap((other) => byId.get(other) ?? []);
}

const gradesOf = (told: readonly Told[], near: Case["near"], answer: Estimate | null, grades: readonly SourceGrade[]): Case["gradeOf"] => {
  const reliability = reliabilityBy(grades);
  const opponents = opponentsOf(told, answer?.conflicts ?? []);
  const known = new Map<string, ReturnType<Case["gradeOf"]>>();
  return (one) => {
    const found = known.get(one.id);
    if (found !== undefined) return found;
    const given: Reliability | null = reliability(one, sourceName(one));
    const grade = { reliability: given ?? "F", isGraded: given !== null, ...judge(one, companyOf(one, near(one), opponents(one))) } satisfies Grade & { isGraded: boolean; why: Sentence };
    known.set(one.id, grade);
    return grade;
  };
};

/**
 * Everything that a brief of a situation, and the news of it, are written from.
 *
 * @throws BriefError NOTHING_TOLD, NOTHING_DATED, BAD_DAY, NO_ESTIMATE
 */
export function caseOf(input: BriefInput): Case & { claims: readonly BriefClaim[] } {
  const until = input.asOf === null ? Infinity : dayNumber(input.asOf, "--as-of");
  const since = input.since === null ? null : dayNumber(input.since, "--since");
  const claims = input.claims.filter(isPublishedBy(until));
  const placed = claims.map(placedClaim);
  const known = claims.length === input.claims.length ? input.statements : undefined;
  const statements = known ?? toStatements(placed, input.decisions).statements;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const extent = ({ claim }: BriefClaim) => extentOf(claim as StatedClaim, input.situation, input.within);
  const asOf = input.asOf ?? lastDay(claims.filter((claim) => extent(claim) !== null));
  const found = estimateOf(statedClaims({ placed, statements }), input, asOf);
  const told = toldOf(statements, byId, extent, found?.influence ?? []);
  if (told.length === 0) throw new BriefError("NOTHING_TOLD", `nothing is kept on ${input.situation.force}${input.situation.place === null ? "" : ` in ${input.situation.place}`}${input.asOf === null ? "" : ` by ${input.asOf}`}; add reports with muster add`);
  const answer = hasFigure(found) ? found : null;
  if (asOf === null) throw new BriefError("NOTHING_DATED", "no report on it has a date; give --as-of");
  const asOfDay = dayNumber(asOf, "--as-of");
  const sinceDay = since ?? asOfDay - SINCE_DAYS;
  if (sinceDay > asOfDay) throw new BriefError("BAD_DAY", `--since is after the day of the brief, ${asOf}; give an earlier one`);
  const near = createNeighbours(told);
  const sinceText = formatDay(fromDayNumber(sinceDay));
  return {
    claims: told.flatMap((one) => one.claims), situation: input.situation, asOf, since: sinceText, asOfDay, sinceDay, year: yearOf(asOf), told,
    byId: new Map(told.map((one) => [one.id, one])), estimate: answer, near, gradeOf: gradesOf(told, near, answer, input.grades), speakers: new Speakers(),
  };
}

const SECTIONS: readonly { id: Section["id"]; title: string; blocks: (one: Case) => Block[] }[] = [
  { id: "known", title: "What is known", blocks: knownBlocks },
  { id: "changed", title: "What changed", blocks: changedBlocks },
  { id: "conflicts", title: "Where sources conflict", blocks: conflictBlocks },
  { id: "denied", title: "What was denied", blocks: deniedBlocks },
  { id: "announced", title: "What is announced or feared", blocks: announcedBlocks },
  { id: "unknown", title: "What nobody knows", blocks: unknownBlocks },
];

function leanedOn(input: BriefInput, asOf: string, claims: readonly BriefClaim[]): LeanedOn {
  const documents = new Map<string, string[]>();
  for (const { id, document } of claims) documents.set(document.sha256, [...(documents.get(document.sha256) ?? []), id]);
  return {
    format: "muster-brief/1", situation: input.name, asOf, ledger: input.ledger, until: input.until,
    documents: [...documents].map(([sha256, ids]) => ({ sha256, claims: ids })),
  };
}

function notesOf(claims: readonly BriefClaim[]): Sentence[] {
  const digests = claims.some(({ document }) => document.kind === "digest");
  return digests ? [say`Some of the reports are known from digests: the words quoted from these are a desk's summary, and not those of the outlet.`] : [];
}

/**
 * What is known of a situation, as a brief whose every number opens the words it comes from. Pure: the same input gives the
 * same brief.
 *
 * @throws BriefError NOTHING_TOLD, NOTHING_DATED, BAD_DAY, NO_ESTIMATE; LINT where the brief breaks a rule of its own
 */
export function makeBrief(input: BriefInput): Brief {
  const one = caseOf(input);
  const { name, situation: { force, place, country }, asKnown } = input;
  const brief = renumber({
    format: "muster-brief/1", situation: { name, force, place, country }, asOf: one.asOf, asKnown, since: one.since,
    headline: headlineOf(one), notes: notesOf(one.claims),
    sections: SECTIONS.map(({ id, title, blocks }) => ({ id, title, blocks: blocks(one) })).filter(({ blocks }) => blocks.length > 0),
    marks: marksOf(one), table: tableOf(one), sources: sourcesOf(one), references: one.told.map(({ reference }) => reference),
    estimate: one.estimate, leanedOn: leanedOn(input, one.asOf, one.claims),
  });
  const faults = lint(brief, one.claims);
  if (faults.length > 0) throw new BriefError("LINT", faults.map(({ rule, message }) => `${message} (${rule})`).join("; "), { faults });
  return brief;
}
