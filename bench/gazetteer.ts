// How long the gazetteer takes to be ready and to answer: npx tsx bench/gazetteer.ts
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openGazetteer } from "../src/lang/common/gazetteer.ts";

const file = fileURLToPath(new URL("../data/gazetteer.bin", import.meta.url));
if (!existsSync(file)) {
  process.stderr.write("data/gazetteer.bin is missing: run npx tsx scripts/build-gazetteer.ts first\n");
  process.exit(2);
}

const start = performance.now();
const gazetteer = openGazetteer(readFileSync(file));
gazetteer.find("Kyiv");
const ready = performance.now() - start;

const names = [...gazetteer.names()].filter((_, i) => i % 10 === 0);
const from = performance.now();
let places = 0;
for (const name of names) places += gazetteer.find(name).length;
const each = ((performance.now() - from) * 1000) / names.length;
process.stdout.write(
  `ready, first look-up included: ${ready.toFixed(1)} ms\n` +
    `${names.length} look-ups of known names: ${each.toFixed(1)} µs each, ${(places / names.length).toFixed(2)} places each\n`,
);
