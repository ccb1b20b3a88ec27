// How well the estimate does against simple methods, on simulated worlds that are not drawn from its own model.
//
//   npx tsx bench/estimate/run.ts [--worlds 600] [--first 100001] [--alarms 144]
//
// Scores are on the scale log10(men + 50), looking back over a year; each world counts alike. Seeds 1 to 150 are those
// that anything was tuned on; the default worlds are others. Asserts nothing; the bars are printed with the figures.
// Speed and memory have a process of their own: speed.ts.
import { parseArgs } from "node:util";
import { alarmsIn } from "./alarms.ts";
import { catd, crh, kalman, latestClaim, median30, type Baseline } from "./baselines.ts";
import { createScene, scoreBaseline, scoreOurs, type Scene } from "./scenes.ts";
import { average, type Score } from "./score.ts";
import { ADVERSARIES } from "./simulate.ts";
import { PATTERNS } from "./world.ts";

const { values } = parseArgs({
  options: { worlds: { type: "string", default: "600" }, first: { type: "string", default: "100001" }, alarms: { type: "string", default: "144" } },
});
const [worlds, first, alarmWorlds] = [values.worlds, values.first, values.alarms].map(Number) as [number, number, number];

const BASELINES: Readonly<Record<string, Baseline>> = { "Kalman, house effects": kalman, CRH: crh, CATD: catd, "median of 30 days": median30, "latest claim": latestClaim };

interface Row {
  scene: Scene;
  ours: Score;
  stripped: Score;
  baselines: Record<string, Score>;
}

function play(seed: number): Row | null {
  const scene = createScene(seed);
  const bare = createScene(seed, { areKindsKnown: false });
  if (scene === null || bare === null) return null;
  const baselines = Object.fromEntries(Object.entries(BASELINES).map(([name, method]) => [name, scoreBaseline(scene, method)]));
  return { scene, ours: scoreOurs(scene), stripped: scoreOurs(bare), baselines };
}

const line = (name: string, scores: readonly Score[], more = ""): void => {
  const { crps, error, in90, in50, width } = average(scores);
  console.log(`${name.padEnd(26)} ${String(scores.length).padStart(5)}  ${crps.toFixed(4)}  ${error.toFixed(3)}  ${in90.toFixed(3)}  ${in50.toFixed(3)}  ${width.toFixed(2)}${more}`);
};
const bar = (name: string, value: number, isMet: boolean, wanted: string): void => console.log(`${name.padEnd(44)} ${value.toFixed(3)}  bar ${wanted}: ${isMet ? "met" : "MISSED"}`);

// Rows are few numbers each; scenes hold whole chains and are let go.
const rows = Array.from({ length: worlds }, (_, i) => play(first + i)).filter((row) => row !== null)
  .map(({ scene: { world: { rate, adversary, truth } }, ...scores }) => ({ rate, adversary, pattern: truth.pattern, ...scores }));
const ours = rows.map((row) => row.ours);

console.log(`${rows.length} worlds of a year, from seed ${first}; ${worlds - rows.length} in which nobody spoke are left out\n`);
console.log("method                     worlds  CRPS    error  in 90%  in 50%  width of 90%");
line("Muster", ours);
line("Muster, kinds unknown", rows.map((row) => row.stripped));
for (const name of Object.keys(BASELINES)) line(name, rows.map((row) => row.baselines[name] as Score));

const groups: [string, (row: (typeof rows)[number]) => boolean][] = [
  ...([[0, 0.3], [0.3, 1], [1, 2.5], [2.5, Infinity]] as const).map(([low, high]): (typeof groups)[number] => [`${low} to ${high} a week`, ({ rate }) => rate >= low && rate < high]),
  ...ADVERSARIES.map((name): (typeof groups)[number] => [`adversary ${name}`, ({ adversary }) => adversary === name]),
  ...PATTERNS.map((name): (typeof groups)[number] => [name, ({ pattern }) => pattern === name]),
];
console.log("\nMuster by                  worlds  CRPS    error  in 90%  in 50%  width   Kalman's CRPS and in 90%");
const inGroups = groups.map(([name, isIn]) => {
  const group = rows.filter(isIn);
  if (group.length === 0) return { name, in90: NaN };
  const rival = average(group.map((row) => row.baselines["Kalman, house effects"] as Score));
  line(name, group.map((row) => row.ours), `    ${rival.crps.toFixed(4)} ${rival.in90.toFixed(3)}`);
  return { name, in90: average(group.map((row) => row.ours)).in90 };
});

const [all, stripped, rival] = [ours, rows.map((row) => row.stripped), rows.map((row) => row.baselines["Kalman, house effects"] as Score)].map(average) as [ReturnType<typeof average>, ReturnType<typeof average>, ReturnType<typeof average>];
const gains = rows.map((row) => (row.baselines["Kalman, house effects"] as Score).crps / (row.baselines["Kalman, house effects"] as Score).days - row.ours.crps / row.ours.days);
const mean = gains.reduce((a, b) => a + b, 0) / gains.length;
const half = (1.96 * Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1))) / Math.sqrt(gains.length);
console.log(`\ngain on Kalman, world by world: ${mean.toFixed(4)} (95 % ${(mean - half).toFixed(4)} to ${(mean + half).toFixed(4)}), better in ${Math.round((100 * gains.filter((gain) => gain > 0).length) / gains.length)} % of worlds`);
bar("CRPS", all.crps, all.crps <= 0.08, "<= .080");
bar("CRPS to that of Kalman", all.crps / rival.crps, all.crps / rival.crps <= 0.7, "<= .70");
bar("in 90 % band", all.in90, all.in90 >= 0.88 && all.in90 <= 0.93, ".88 to .93");
bar("in 50 % band", all.in50, all.in50 >= 0.48 && all.in50 <= 0.58, ".48 to .58");
for (const { name, in90 } of inGroups.slice(0, 4 + ADVERSARIES.length)) bar(`in 90 % band, ${name}`, in90, in90 >= 0.85, ">= .85");
bar("kinds unknown: CRPS", stripped.crps, stripped.crps <= 0.088, "<= .088");
bar("kinds unknown: in 90 % band", stripped.in90, stripped.in90 >= 0.89, ">= .89");

if (alarmWorlds > 0) {
  const alarms = alarmsIn(Array.from({ length: alarmWorlds }, (_, i) => first + i));
  const delay = [...alarms.delays].sort((a, b) => a - b)[Math.floor(alarms.delays.length / 2)] ?? NaN;
  console.log(`\nalarms, week by week from what was published: ${alarms.changes} changes by half or more within 30 days in ${alarmWorlds} worlds, median delay ${delay} days`);
  bar("changes found within 60 days", alarms.found / alarms.changes, alarms.found / alarms.changes >= 0.55, ">= .55");
  bar("false alarms a year", alarms.false / alarms.years, alarms.false / alarms.years <= 0.25, "<= .25");
}
