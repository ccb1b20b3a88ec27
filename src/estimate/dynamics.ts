import { STEP } from "./grid.ts";

/** How the number moves, a day: stable with rare jumps, drawn down, or built up. The order is that of the state's layers. */
export const REGIMES = ["stable", "drawdown", "buildup"] as const;

/**
 * Rates a day. Constant hazards for jumps as in Adams and MacKay, Bayesian Online Changepoint Detection (2007),
 * https://arxiv.org/abs/0710.3742. The values are judgements; results hardly depend on them (docs/estimate.md).
 */
export const DYNAMICS = {
  toDrawdown: 1 / 750,
  toBuildup: 1 / 750,
  toStable: 1 / 45,
  walkSd: 0.004,
  drawdown: -0.01,
  buildup: 0.014,
  jumpDown: 1 / 250,
  jumpUp: 1 / 350,
  /** Jump sizes: a mixture of exponentials, means in powers of ten. */
  jumps: [
    { weight: 0.6, mean: 0.18 },
    { weight: 0.4, mean: 0.7 },
  ],
  /** Regimes on the first day. */
  initial: [0.94, 0.033, 0.027],
} as const;

/** The chance a day of a jump down and of one up. */
export interface Hazards {
  down: number;
  up: number;
}

const WALK = DYNAMICS.walkSd ** 2 / STEP ** 2 / 2;
/** Chances to go one cell down and one up, by regime. */
export const MOVES = [
  { down: WALK, up: WALK },
  { down: WALK - DYNAMICS.drawdown / STEP, up: WALK },
  { down: WALK, up: WALK + DYNAMICS.buildup / STEP },
] as const;
/** Share of an exponential jump that goes on past each further cell. */
const carried = ({ weight, mean }: (typeof DYNAMICS.jumps)[number]): { weight: number; carry: number } => ({ weight, carry: Math.exp(-STEP / mean) });
export const CARRIES = [carried(DYNAMICS.jumps[0]), carried(DYNAMICS.jumps[1])] as const;

/** Chance of each regime tomorrow (column), given today's (row). */
export const SWITCH: readonly (readonly number[])[] = [
  [1 - DYNAMICS.toDrawdown - DYNAMICS.toBuildup, DYNAMICS.toDrawdown, DYNAMICS.toBuildup],
  [DYNAMICS.toStable, 1 - DYNAMICS.toStable, 0],
  [DYNAMICS.toStable, 0, 1 - DYNAMICS.toStable],
];

const at = (values: Float64Array, i: number): number => values[i] as number;

/** Chances to stay, to go down and to go up one cell; in the stable regime what is left after jumps. */
function local(regime: number, { down, up }: Hazards): { stay: number; down: number; up: number } {
  const moves = MOVES[regime] as (typeof MOVES)[number];
  const jumps = regime === 0 ? down + up : 0;
  return { stay: 1 - jumps - moves.down - moves.up, down: moves.down, up: moves.up };
}

/** One day forward: `to` becomes the distribution tomorrow of a state distributed as `from`. Both hold REGIMES layers of `size` cells. */
export function advance(from: Float64Array, start: number, to: Float64Array, target: number, size: number, hazards: Hazards, scratch: Float64Array): void {
  for (let g = 0; g < size; g++) {
    const s = at(from, start + g);
    const d = at(from, start + size + g);
    const u = at(from, start + 2 * size + g);
    scratch[g] = s * (SWITCH[0]?.[0] as number) + (d + u) * DYNAMICS.toStable;
    scratch[size + g] = s * DYNAMICS.toDrawdown + d * (1 - DYNAMICS.toStable);
    scratch[2 * size + g] = s * DYNAMICS.toBuildup + u * (1 - DYNAMICS.toStable);
  }
  for (let r = 0; r < REGIMES.length; r++) {
    const { stay, down, up } = local(r, hazards);
    const base = r * size;
    const out = target + r * size;
    const top = size - 1;
    for (let g = 1; g < top; g++) to[out + g] = stay * at(scratch, base + g) + down * at(scratch, base + g + 1) + up * at(scratch, base + g - 1);
    to[out] = (stay + down) * at(scratch, base) + down * at(scratch, base + 1);
    to[out + top] = (stay + up) * at(scratch, base + top) + up * at(scratch, base + top - 1);
  }
  addJumps(scratch, to, target, size, hazards);
}

// An exponential jump lands k cells away with chance (1 - a)·a^(k-1), so what is still in flight is one running sum;
// what would go past an end of the grid lands on it. From an end there is nowhere to go on that side. Both ways and both
// exponentials in one loop: a sum waits for its last step, and four of them wait together.
function addJumps(from: Float64Array, to: Float64Array, target: number, size: number, { down, up }: Hazards): void {
  const [{ weight: v, carry: a }, { weight: w, carry: b }] = CARRIES;
  const downA = down * v * (1 - a);
  const downB = down * w * (1 - b);
  const upA = up * v * (1 - a);
  const upB = up * w * (1 - b);
  const top = size - 1;
  let fallA = 0;
  let fallB = 0;
  let riseA = 0;
  let riseB = 0;
  for (let g = 0, h = top; g < top; g++, h--) {
    fallA = fallA * a + at(from, h);
    fallB = fallB * b + at(from, h);
    to[target + h - 1] = at(to, target + h - 1) + downA * fallA + downB * fallB;
    riseA = riseA * a + at(from, g);
    riseB = riseB * b + at(from, g);
    to[target + g + 1] = at(to, target + g + 1) + upA * riseA + upB * riseB;
  }
  to[target] = at(to, target) + down * v * (fallA * a + at(from, 0)) + down * w * (fallB * b + at(from, 0));
  to[target + top] = at(to, target + top) + up * v * (riseA * a + at(from, top)) + up * w * (riseB * b + at(from, top));
}

/** Adds what is expected after a jump from each cell: running means of `from` below it and above it. */
function expectJumps(from: Float64Array, to: Float64Array, size: number, { down, up }: Hazards): void {
  const [{ weight: v, carry: a }, { weight: w, carry: b }] = CARRIES;
  const top = size - 1;
  let belowA = at(from, 0);
  let belowB = at(from, 0);
  let aboveA = at(from, top);
  let aboveB = at(from, top);
  to[0] = at(to, 0) + down * (v * belowA + w * belowB);
  to[top] = at(to, top) + up * (v * aboveA + w * aboveB);
  for (let g = 1, h = top - 1; g < size; g++, h--) {
    belowA = (1 - a) * at(from, g - 1) + a * belowA;
    belowB = (1 - b) * at(from, g - 1) + b * belowB;
    to[g] = at(to, g) + down * (v * belowA + w * belowB);
    aboveA = (1 - a) * at(from, h + 1) + a * aboveA;
    aboveB = (1 - b) * at(from, h + 1) + b * aboveB;
    to[h] = at(to, h) + up * (v * aboveA + w * aboveB);
  }
}

/** One day back: `to` becomes the expectation, given today's state, of the function `from` of tomorrow's. */
export function retreat(from: Float64Array, to: Float64Array, size: number, hazards: Hazards, scratch: Float64Array): void {
  for (let r = 0; r < REGIMES.length; r++) {
    const { stay, down, up } = local(r, hazards);
    const base = r * size;
    const top = size - 1;
    for (let g = 1; g < top; g++) scratch[base + g] = stay * at(from, base + g) + down * at(from, base + g - 1) + up * at(from, base + g + 1);
    scratch[base] = (stay + down) * at(from, base) + up * at(from, base + 1);
    scratch[base + top] = (stay + up) * at(from, base + top) + down * at(from, base + top - 1);
  }
  expectJumps(from, scratch, size, hazards);
  for (let g = 0; g < size; g++) {
    const s = at(scratch, g);
    const d = at(scratch, size + g);
    const u = at(scratch, 2 * size + g);
    to[g] = (SWITCH[0]?.[0] as number) * s + DYNAMICS.toDrawdown * d + DYNAMICS.toBuildup * u;
    to[size + g] = DYNAMICS.toStable * s + (1 - DYNAMICS.toStable) * d;
    to[2 * size + g] = DYNAMICS.toStable * s + (1 - DYNAMICS.toStable) * u;
  }
}
