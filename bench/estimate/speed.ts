// Processor time of one core, and peak memory, of an estimate with all that comes with it.
//
//   npx tsx bench/estimate/speed.ts
//
// Bars: a year with 1,000 claims 0.6 s, ten years with 10,000 claims 4 s, under 300 MB. Asserts nothing: machines differ.
import { estimate } from "../../src/estimate/estimate.ts";
import { cpuMs } from "../measure.ts";
import { createWorld } from "./simulate.ts";

const CASES = [
  { days: 365, claims: 100, barS: null },
  { days: 365, claims: 1000, barS: 0.6 },
  { days: 3650, claims: 100, barS: null },
  { days: 3650, claims: 10_000, barS: 4 },
];

for (const { days, claims, barS } of CASES) {
  // More than enough a week, so that as many claims as wanted are spread over all of the time.
  const { claims: all } = createWorld(7, { days, rate: (claims / days) * 9 });
  const every = all.length / claims;
  const some = Array.from({ length: Math.min(claims, all.length) }, (_, i) => all[Math.floor(i * Math.max(1, every))] ?? all[0]).filter((claim) => claim !== undefined);
  const seconds = cpuMs(() => void estimate(some)) / 1000;
  const verdict = barS === null ? "" : `  bar ${barS} s: ${seconds <= barS ? "met" : "MISSED"}`;
  console.log(`${String(days).padStart(5)} days, ${String(some.length).padStart(6)} claims  ${seconds.toFixed(2)} s${verdict}`);
}
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(`peak memory ${Math.round(megabytes)} MB, the simulated worlds included  bar 300 MB: ${megabytes < 300 ? "met" : "MISSED"}`);
