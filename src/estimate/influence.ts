import type { Influence } from "../claims/index.ts";
import { formatDayNumber } from "./days.ts";
import { massOn } from "./fit.ts";
import { normalise, quantiles } from "./grid.ts";
import { expectedRow, forEachView } from "./likelihood.ts";
import { wordsOf } from "./observations.ts";
import { compareTexts } from "./order.ts";
import type { Posterior } from "./posterior.ts";
import type { Observed, Problem } from "./problem.ts";
import { rounded, toProbability } from "./rounding.ts";
import { CERTAINTY, IGNORANCE } from "./wording.ts";

/** Cells and beliefs that hold less than this are left out of an average. */
const NEGLIGIBLE = 1e-4;

const medianOf = (problem: Problem, mass: Float64Array): number => (quantiles(problem.course.grid, mass, [0.5]) as [number])[0];

/** Kullback-Leibler divergence in bits. */
function divergence(p: Float64Array, q: Float64Array): number {
  let bits = 0;
  for (let g = 0; g < p.length; g++) {
    const mass = p[g] as number;
    if (mass > 1e-12) bits += mass * Math.log2(mass / Math.max(1e-12, q[g] as number));
  }
  return Math.max(0, bits);
}

/** Probability that a figure is plainly off rather than meant: the share of ignorance in its likelihood, averaged over the posterior. */
function surpriseOf(problem: Problem, posterior: Posterior, i: number, mass: Float64Array): number {
  const { row, source } = problem.evidence[i] as Problem["evidence"][number];
  const { said } = (problem.levels[i] as Observed<"level">).observation;
  const noise = CERTAINTY[said.certainty].outlier * IGNORANCE;
  let off = 0;
  let all = 0;
  forEachView(posterior.beliefs[source] as Float64Array, mass.length, NEGLIGIBLE, (share, start) => {
    for (let g = 0; g < mass.length; g++) {
      const weight = share * (mass[g] as number);
      if (weight < NEGLIGIBLE * NEGLIGIBLE) continue;
      off += (weight * noise) / (row.values[start + g] as number);
      all += weight;
    }
  });
  return Math.min(1, off / all);
}

/** What a level does to its days: the posterior there against the same without it, the sources held as they are. */
function ofLevel(problem: Problem, posterior: Posterior, i: number): Influence {
  const { course: { grid }, evidence, period, levels } = problem;
  const one = evidence[i] as Problem["evidence"][number];
  const level = levels[i] as Observed<"level">;
  const mass = massOn(posterior.smoothed, one, grid.size);
  const expected = expectedRow(one.row, posterior.others[i] as Float64Array, new Float64Array(grid.size));
  const least = expected.reduce((a, b) => Math.min(a, b), Infinity);
  const without = normalise(mass.map((value, g) => value * Math.exp(one.weight * (least - (expected[g] as number)))));
  return {
    statement: level.id, source: level.source.name, words: wordsOf(level), date: formatDayNumber(period.start + one.first + one.days.length - 1),
    shift: rounded(medianOf(problem, mass) - medianOf(problem, without), 3), information: rounded(divergence(mass, without), 3),
    surprise: toProbability(surpriseOf(problem, posterior, i, mass)), weight: rounded(one.weight, 3),
  };
}

/** What a movement did: whether it is believed, and the step of the median over its days. */
function ofMove(problem: Problem, posterior: Posterior, i: number): Influence | null {
  const { course: { events, grid }, period, moves } = problem;
  const at = events.findIndex(({ members }) => members.includes(i));
  const event = events[at];
  if (event === undefined) return null;
  const move = moves[i] as Observed<"move">;
  const happened = posterior.smoothed.happened[at] as number;
  const median = (day: number): number => (quantiles(grid, posterior.smoothed.mass, [0.5], day * grid.size) as [number])[0];
  const [p, q] = [[happened, 1 - happened], [event.credence, 1 - event.credence]].map((pair) => Float64Array.from(pair)) as [Float64Array, Float64Array];
  return {
    statement: move.id, source: move.source.name, words: wordsOf(move), date: formatDayNumber(period.start + event.last),
    shift: rounded((median(event.last) - median(Math.max(0, event.first - 1))) * happened, 3), information: rounded(divergence(p, q), 3),
    happened: toProbability(happened), weight: rounded(1 / event.members.length, 3),
  };
}

/** What each statement does to the estimate, the most telling first. */
export function influencesOf(problem: Problem, posterior: Posterior): Influence[] {
  const all = [
    ...problem.levels.map((_, i) => ofLevel(problem, posterior, i)),
    ...problem.moves.flatMap((_, i) => ofMove(problem, posterior, i) ?? []),
  ];
  return all.sort((a, b) => b.information - a.information || compareTexts(a.statement, b.statement));
}
