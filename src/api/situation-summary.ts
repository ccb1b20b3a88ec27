import { Type, type Static } from "typebox";
import type { SituationAnswer } from "../app/situations.ts";
import { Change, DayEstimate, Unclear } from "../claims/index.ts";
import { EstimateError } from "../estimate/errors.ts";
import { orNull } from "./schemas.ts";

const MOST_POINTS = 60;

const men = Type.Integer({ minimum: 0 });

/** What a list shows of a situation. */
export const Summary = Type.Object(
  {
    last: orNull(DayEstimate),
    spark: Type.Array(Type.Object({ date: Type.String(), p05: men, median: men, p95: men }), { description: `At most ${MOST_POINTS} days, evenly spread; the last one is among them.` }),
    lastChange: orNull(Change),
    conflicts: Type.Integer({ description: "How many conflicts are open." }),
    unclear: Type.Array(Unclear),
    problem: orNull(Type.String({ description: "Why there is nothing to estimate from, where there is not." })),
  },
  { title: "SituationSummary" },
);
export type Summary = Static<typeof Summary>;

/** The estimate of a situation in a few figures; one that cannot be made says why. */
export async function summaryOf(answer: () => Promise<SituationAnswer>): Promise<Summary> {
  try {
    const { days, changes, conflicts, unclear } = await answer();
    const step = Math.max(1, Math.ceil(days.length / MOST_POINTS));
    const spark = days.filter((_, i) => (days.length - 1 - i) % step === 0).map(({ date, p05, median, p95 }) => ({ date, p05, median, p95 }));
    return { last: days.at(-1) ?? null, spark, lastChange: changes.at(-1) ?? null, conflicts: conflicts.length, unclear, problem: null };
  } catch (error) {
    if (!(error instanceof EstimateError)) throw error;
    return { last: null, spark: [], lastChange: null, conflicts: 0, unclear: [], problem: error.message };
  }
}
