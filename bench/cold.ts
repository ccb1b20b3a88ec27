// How long a user waits who types a command: each run is a new process.
//
//   npx tsx bench/cold.ts [--runs 15]
//
// Reports against the bars (150 ms for --help, 1 s for one article) and asserts nothing: machines differ.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median, spread } from "./measure.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({ options: { runs: { type: "string", default: "15" } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`--runs takes a whole number from 1, not ${values.runs}`);

const COMMANDS = [
  { name: "node -e 0 (for comparison)", args: ["-e", "0"], barMs: null },
  { name: "muster --help", args: ["bin/muster.js", "--help"], barMs: 150 },
  { name: "muster read, one article", args: ["bin/muster.js", "read", "examples/belarus.md"], barMs: 1000 },
];

// Sent with every run: on its way out the process tells what processor time it took, on a channel of its own.
const TELL_CPU = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, JSON.stringify(process.cpuUsage())));',
)}`;

function once(args: readonly string[]): { wallMs: number; cpuMs: number } {
  const start = performance.now();
  const run = spawnSync(process.execPath, ["--import", TELL_CPU, ...args], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const wallMs = performance.now() - start;
  if (run.status !== 0) throw new Error(`${args.join(" ")} exited with ${run.status}: ${run.stderr}`);
  const { user, system } = JSON.parse(run.output[3] ?? "") as NodeJS.CpuUsage;
  return { wallMs, cpuMs: (user + system) / 1000 };
}

for (const { name, args, barMs } of COMMANDS) {
  once(args); // the first run warms the disk's cache
  const times = Array.from({ length: runs }, () => once(args));
  const wall = times.map(({ wallMs }) => wallMs);
  const verdict = barMs === null ? "" : `  bar ${barMs} ms: ${median(wall) <= barMs ? "met" : "MISSED"}`;
  console.log(`${name}\n  wall ms  ${spread(wall)}${verdict}\n  CPU ms   ${spread(times.map(({ cpuMs }) => cpuMs))}`);
}
