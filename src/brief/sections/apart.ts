import { daysOf, type Block } from "../../claims/index.ts";
import { isWithin, newestFirst, type Case } from "../case.ts";
import { paragraph, point, say } from "../segments.ts";
import type { Told } from "../told.ts";
import { appraisal, tell } from "../wording.ts";

/** What was said longer ago is no news. */
const LATELY_DAYS = 180;
const MOST = 6;

/** What sources said is not so. */
export function deniedBlocks(one: Case): Block[] {
  const denied = one.told.filter((told) => told.claim.polarity === "denied" && told.claim.reality === "actual" && isWithin(one, told, LATELY_DAYS));
  return newestFirst(denied).slice(0, MOST).map((told) => point(tell(told, one), ...appraisal(told, one)));
}

/** The last day of what is planned; null where none is set ("will stay on" has no end). */
function lastDayOf({ claim }: Told): number | null {
  const last = claim.asOf === null ? null : (daysOf(claim.asOf)?.to ?? null);
  return last !== null && Number.isFinite(last) ? last : null;
}

const isAhead = (told: Told, asOfDay: number): boolean => (lastDayOf(told) ?? -Infinity) > asOfDay;

const hasPassed = (told: Told, asOfDay: number): boolean => (lastDayOf(told) ?? Infinity) <= asOfDay;

/** Where room is short, plans for people come before those for tanks and guns. */
const peopleFirst = (told: readonly Told[]): Told[] => told.toSorted((a, b) => Number(isOfThings(a)) - Number(isOfThings(b)));
const isOfThings = ({ claim: { quantity } }: Told): boolean => quantity !== null && quantity.unit !== "personnel";

/** What is planned or feared: told apart, and counted in nothing. */
export function announcedBlocks(one: Case): Block[] {
  const announced = one.told.filter((told) => told.claim.reality !== "actual" && (isWithin(one, told, LATELY_DAYS) || isAhead(told, one.asOfDay)));
  const points = newestFirst(peopleFirst(newestFirst(announced)).slice(0, MOST)).map((told) => point(tell(told, one), ...(hasPassed(told, one.asOfDay) ? [say`That time has passed.`] : [])));
  return points.length === 0 ? [] : [...points, paragraph(say`Nothing of this is counted in the estimate.`)];
}
