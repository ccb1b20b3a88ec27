import { parseDay, type StatedClaim } from "../claims/index.ts";
import { formatDayNumber, spokenOn, toDayNumber, windowOf } from "./days.ts";
import { EstimateError } from "./errors.ts";

/** Days estimated, as day numbers, and the earlier one on which the chain begins, so that old claims still tell. */
export interface Period {
  start: number;
  from: number;
  to: number;
}

const YEAR = 365;
/** Claims older than this before the first day asked for tell nothing of it. */
const RUN_UP_DAYS = 3 * YEAR;
/** Sixteen thousand days of a few hundred states are what memory should hold. */
const LONGEST_DAYS = 44 * YEAR;

function dayOf(text: string | undefined, option: string): number | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === null) throw new EstimateError("BAD_PERIOD", `${option} is no day: ${JSON.stringify(text)}; write it as 2023-10-31`);
  return toDayNumber(day);
}

/** The last of a list, without the stack that a spread of a million would need. */
const greatest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), -Infinity);
const smallest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);

/**
 * The days to estimate: as asked for, else from the first day that a claim holds for to the last on which one was made.
 *
 * @param claims  those that bear on the situation now or in the past
 * @throws EstimateError BAD_PERIOD, NOTHING_DATED, TOO_LONG
 */
export function periodOf(claims: readonly StatedClaim[], asked: { from?: string; to?: string }): Period {
  const [wantedFrom, wantedTo] = [dayOf(asked.from, "--from"), dayOf(asked.to, "--to")];
  const windows = claims.flatMap((claim) => windowOf(claim) ?? []);
  const spoken = claims.flatMap((claim) => spokenOn(claim) ?? []);
  if (windows.length === 0 && (wantedFrom === null || wantedTo === null)) {
    throw new EstimateError("NOTHING_DATED", "no claim says when it holds; give each asOf, said or published, or give --from and --to");
  }
  const to = wantedTo ?? Math.max(greatest(spoken.length > 0 ? spoken : windows.map(({ last }) => last)), wantedFrom ?? -Infinity);
  const earliest = Math.min(to, smallest(windows.map(({ first }) => first)));
  const from = wantedFrom ?? earliest;
  if (from > to) throw new EstimateError("BAD_PERIOD", `the period ends (${formatDayNumber(to)}) before it begins (${formatDayNumber(from)}); give --from and --to in order`);
  const start = Math.max(Math.min(from, earliest), from - RUN_UP_DAYS);
  if (to - start > LONGEST_DAYS) {
    const years = Math.round((to - start) / YEAR);
    throw new EstimateError("TOO_LONG", `from ${formatDayNumber(start)} to ${formatDayNumber(to)} are ${years} years, and ${LONGEST_DAYS / YEAR} are the most; mend a date that is wrong, or give --from and --to closer together`);
  }
  return { start, from, to };
}
