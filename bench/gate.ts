// Processor time per text of the gate against the bare wink-nlp pipeline (sentences and part of speech), on the same
// distinct texts in the same run: general news, which it has to scan to the end, and reports, where it may stop early.
//
//   npx tsx bench/gate.ts [--texts FILE.jsonl] [--count 300]
//
// Prints the CPU time a text (the median of seven rounds) and their ratio (bar: the gate at least 20 times as fast as wink-nlp).
import { parseArgs } from "node:util";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { generalNews } from "../test/reader/general-news.ts";
import type * as packing from "../src/lang/en/pack.ts";
import type * as reading from "../src/reader/gate.ts";
import { joined } from "./joined.ts";
import { cpuMs, median } from "./measure.ts";
import { newsText, textsOf } from "./texts.ts";

// Enough for the compiler to have seen the rare paths as well.
const WARM_UP = 2400;
const ROUNDS = 7;
const BAR = 20;
const { values } = parseArgs({ options: { texts: { type: "string" }, count: { type: "string", default: "300" } } });
const made = Array.from({ length: Number(values.count) }, (_, seed) => newsText(seed + 1));
const [{ createPack }, { passesGate }] = await joined<[typeof packing, typeof reading]>("lang/en/pack.ts", "reader/gate.ts");
const pack = createPack(null);
const wink = winkNLP(model, ["sbd", "pos"]);

const articles = generalNews().map(({ text }) => text);
const sets: [name: string, texts: readonly string[]][] = [
  ["general news", articles.filter((_, i) => i % 2 === 0)],
  ["made-up news", made.filter((text) => !passesGate(text, pack))],
  ["made-up reports", made.filter((text) => passesGate(text, pack))],
];
if (values.texts !== undefined) sets.push([values.texts, await textsOf(values.texts)]);

// Other texts than those measured, so that nothing can be remembered from them.
const others = articles.filter((_, i) => i % 2 === 1);
for (let i = 0; i < WARM_UP; i += 1) {
  const text = i % 2 === 0 ? newsText(1_000_000 + i) : `${others[(i >> 1) % others.length]} ${i}`;
  wink.readDoc(text);
  passesGate(text, pack);
}

for (const [name, texts] of sets) {
  let passed = 0;
  // All texts at a stretch: asking for the processor's time costs as much as the gate takes for one of them.
  const rounds = Array.from({ length: ROUNDS }, () => {
    passed = 0;
    const theirs = cpuMs(() => texts.forEach((text) => void wink.readDoc(text).sentences().length()));
    const ours = cpuMs(() => texts.forEach((text) => void (passed += passesGate(text, pack) ? 1 : 0)));
    return { theirs, ours };
  });
  const theirs = median(rounds.map((round) => round.theirs));
  const ours = median(rounds.map((round) => round.ours));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const each = (ms: number): string => `${((1000 * ms) / texts.length).toFixed(1)} µs a text, ${(characters / ms / 1000).toFixed(0)} M characters/s`;
  console.log(`${name}: ${texts.length} distinct texts, ${characters} characters, ${passed} pass the gate`);
  console.log(`  wink-nlp, sbd and pos  ${each(theirs)} (CPU time)`);
  console.log(`  the gate               ${each(ours)} (CPU time)`);
  console.log(`  speed of the gate to wink-nlp's: ${(theirs / ours).toFixed(0)}  bar ${BAR}: ${theirs / ours >= BAR ? "met" : "MISSED"}`);
}
