import type { Conflict } from "../claims/index.ts";
import { formatDayNumber } from "./days.ts";
import { normalise, quantiles, toMen } from "./grid.ts";
import { blend } from "./likelihood.ts";
import type { Observed, Problem } from "./problem.ts";
import { rounded } from "./rounding.ts";
import { sourcePrior } from "./source-priors.ts";

/** Sources are compared by what they say within so many days of one another. */
const TOGETHER_DAYS = 28;
/** Weaker ones are no conflict; and one who says next to nothing contradicts nobody. */
const LEAST_STRENGTH = 0.6;
const WIDEST = 1.4;

/** What one source says in one stretch of days. */
interface Side {
  source: number;
  members: number[];
}

/** What a source's statements would give alone, its bias unknown but for its leaning, and the level the same over the days. */
function alone(problem: Problem, { source, members }: Side): Float64Array {
  const { course: { grid: { size } }, evidence, sources } = problem;
  const prior = sourcePrior((sources[source] as Problem["sources"][number]).leaning);
  // Scatter and bias are the same in all of them, so their logarithms add up before the bias shifts them.
  const sum = new Float64Array((evidence[members[0] as number] as Problem["evidence"][number]).row.logs.length);
  for (const i of members) {
    const { row, weight } = evidence[i] as Problem["evidence"][number];
    for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + weight * (row.logs[k] as number);
  }
  const most = sum.reduce((a, b) => Math.max(a, b), -Infinity);
  const likelihood = sum.map((log) => Math.exp(log - most));
  const mass = new Float64Array(size);
  blend(likelihood, prior, 0, mass);
  return normalise(mass);
}

/** |2 P(A > B) - 1|, equal cells counting half. */
function strengthOf(a: Float64Array, b: Float64Array): number {
  let above = 0;
  let below = 0;
  for (let g = 0; g < a.length; g++) {
    above += (a[g] as number) * (below + (b[g] as number) / 2);
    below += b[g] as number;
  }
  return Math.abs(2 * above - 1);
}

function sidesOf({ evidence }: Problem): Side[][] {
  const stretches = new Map<number, Map<number, Side>>();
  for (const [i, { source, first, days }] of evidence.entries()) {
    const stretch = Math.floor((first + days.length - 1) / TOGETHER_DAYS);
    const sides = stretches.get(stretch) ?? new Map<number, Side>();
    const side = sides.get(source) ?? { source, members: [] };
    side.members.push(i);
    stretches.set(stretch, sides.set(source, side));
  }
  return [...stretches].sort(([a], [b]) => a - b).map(([, sides]) => [...sides.values()]).filter((sides) => sides.length > 1);
}

function conflictOf(problem: Problem, sides: readonly { side: Side; mass: Float64Array }[], strength: number): Conflict {
  const { course: { grid }, evidence, levels, period, sources } = problem;
  const members = sides.flatMap(({ side }) => side.members);
  const days = members.map((i) => (evidence[i] as Problem["evidence"][number])).map(({ first, days: chances }) => first + chances.length - 1).sort((a, b) => a - b);
  return {
    date: formatDayNumber(period.start + (days[Math.floor(days.length / 2)] as number)),
    sources: sides.map(({ side }) => (sources[side.source] as Problem["sources"][number]).name),
    medians: sides.map(({ mass }) => Math.round(toMen((quantiles(grid, mass, [0.5]) as [number])[0]))),
    strength: rounded(Math.min(0.999, strength), 3),
    statements: [...new Set(members.map((i) => (levels[i] as Observed).id))].sort(),
  };
}

/** Pairs of sources that speak of the same weeks and cannot both be right within what is expected of them, in order of time. */
export function conflictsOf(problem: Problem): Conflict[] {
  const { course: { grid } } = problem;
  return sidesOf(problem).flatMap((stretch) => {
    const heard = stretch.map((side) => ({ side, mass: alone(problem, side) })).filter(({ mass }) => {
      const [p05, p95] = quantiles(grid, mass, [0.05, 0.95]) as [number, number];
      return p95 - p05 < WIDEST;
    });
    return heard.flatMap((a, i) => heard.slice(i + 1).flatMap((b) => {
      const strength = strengthOf(a.mass, b.mass);
      return strength < LEAST_STRENGTH ? [] : [conflictOf(problem, [a, b], strength)];
    }));
  });
}
