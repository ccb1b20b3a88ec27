import type { Estimate, Grade, Segment } from "../claims/index.ts";
import type { Situation } from "../estimate/situation.ts";
import type { Told } from "./told.ts";
import type { Speakers } from "./wording.ts";

/** Everything that the sections of a brief are written from. */
export interface Case {
  situation: Situation;
  /** Day of the brief, and the day from which changes are told; `YYYY-MM-DD`, and as day numbers. */
  asOf: string;
  since: string;
  asOfDay: number;
  sinceDay: number;
  /** The year of the brief, which dates leave out. */
  year: string;
  /** Statements on the situation, from early to late. */
  told: readonly Told[];
  byId: ReadonlyMap<string, Told>;
  estimate: Estimate | null;
  /** Statements that may speak of the same time as one. */
  near: (one: Told) => Told[];
  gradeOf: (told: Told) => Grade & { isGraded: boolean; why: Segment[] };
  speakers: Speakers;
}

/** Index of a day in the estimate; null outside of it. */
export function dayIndex({ days }: Estimate, date: string): number | null {
  const index = days.findIndex((day) => day.date === date);
  return index < 0 ? null : index;
}

/** Whether a statement was made within so many days before the brief's. */
export const isWithin = ({ asOfDay }: Case, { heard, holds }: Told, days: number): boolean => {
  const when = heard.days ?? holds;
  return when !== null && when.to >= asOfDay - days;
};

/** From late to early, as a brief tells. */
export const newestFirst = (told: readonly Told[]): Told[] => [...told].sort((a, b) => lastOf(b) - lastOf(a) || (a.id < b.id ? -1 : 1));
const lastOf = ({ heard, holds }: Told): number => holds?.to ?? heard.days?.to ?? -Infinity;

/** The statements of ids, those that are no statement of the situation left out. */
export const statementsOf = ({ byId }: Case, ids: readonly string[]): Told[] => ids.flatMap((id) => byId.get(id) ?? []);
