// Finds the settings of the simple methods that score best, so that ours is compared with the best of each.
//
//   npx tsx bench/estimate/tune.ts [--worlds 150]
//
// Seeds 1 to 150 are for this and for judging changes to the model; the table of run.ts is of seeds that neither has seen.
import { parseArgs } from "node:util";
import { catd, crh, kalman, latestClaim, median30, TUNED, type Baseline, type Settings } from "./baselines.ts";
import { createScene, scoreBaseline } from "./scenes.ts";
import { average } from "./score.ts";

const { values } = parseArgs({ options: { worlds: { type: "string", default: "150" } } });
const scenes = Array.from({ length: Number(values.worlds) }, (_, i) => createScene(i + 1)).filter((scene) => scene !== null);

/** Every combination of the values given for each setting. */
const combinations = (options: Record<string, readonly number[]>): Record<string, number>[] =>
  Object.entries(options).reduce<Record<string, number>[]>((all, [name, choices]) => all.flatMap((one) => choices.map((value) => ({ ...one, [name]: value }))), [{}]);

const window = { window: [15, 30], sd: [0.1, 0.13, 0.16, 0.2, 0.25] };
const searches: [keyof Settings, Baseline, Record<string, readonly number[]>][] = [
  ["latest", latestClaim, { sd: [0.13, 0.16, 0.2, 0.25, 0.3], growth: [0, 0.002, 0.004] }],
  ["median", median30, window],
  ["crh", crh, window],
  ["catd", catd, window],
  ["kalman", kalman, { walk: [0.016, 0.022, 0.03, 0.04], noise: [0.15, 0.2, 0.25, 0.3, 0.35], house: [0.1, 0.15, 0.2, 0.25] }],
];
for (const [name, method, options] of searches) {
  const tried = combinations(options).map((settings) => {
    Object.assign(TUNED[name], settings);
    return { settings, crps: average(scenes.map((scene) => scoreBaseline(scene, method))).crps };
  });
  const best = tried.reduce((a, b) => (b.crps < a.crps ? b : a));
  Object.assign(TUNED[name], best.settings);
  console.log(`${name.padEnd(8)} ${best.crps.toFixed(4)}  ${JSON.stringify(best.settings)}`);
}
