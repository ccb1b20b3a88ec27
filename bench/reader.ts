// Processor time per text of our reader against the bare wink-nlp pipeline (sentences and part of speech),
// on the same distinct texts in the same run, so that the machine's mood falls on both.
//
//   npx tsx bench/reader.ts [--texts FILE.jsonl] [--count 300] [--rounds 1]
//
// Texts of your own are of other shapes than the made-up ones that warm the machine up: a few rounds show how fast
// both are once the compiler has seen them; the last one is reported.
// Prints texts per second of CPU time and their ratio (bar: ours at least 0.5 of wink-nlp's) and the peak memory.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Document } from "../src/claims/index.ts";
import type * as packing from "../src/lang/en/pack.ts";
import type * as reading from "../src/reader/read.ts";
import { joined } from "./joined.ts";
import { cpuMs } from "./measure.ts";
import { newsText, textsOf } from "./texts.ts";

// Enough for the compiler to have seen most of the passes: it works beside us, and its time would be counted as theirs.
const WARM_UP = 2400;
const { values } = parseArgs({ options: { texts: { type: "string" }, count: { type: "string", default: "300" }, rounds: { type: "string", default: "1" } } });
const texts = values.texts === undefined ? Array.from({ length: Number(values.count) }, (_, seed) => newsText(seed + 1)) : await textsOf(values.texts);
if (texts.length === 0) throw new RangeError("there are no texts to read");

const [{ createPack }, { readWhole }] = await joined<[typeof packing, typeof reading]>("lang/en/pack.ts", "reader/read.ts");
const gazetteer = new URL("../data/gazetteer.bin", import.meta.url);
const pack = createPack(existsSync(gazetteer) ? readFileSync(gazetteer) : null);
const wink = winkNLP(model, ["sbd", "pos"]);

const toDocument = (text: string, i: number): Document => ({
  id: String(i), text, sha256: createHash("sha256").update(text).digest("hex"),
  published: "2023-11-01", lang: "en", title: null, outlet: null, author: null, url: null,
});
const documents = texts.map(toDocument);

// Other texts than those measured, so that nothing can be remembered from them.
for (let i = 0; i < WARM_UP; i += 1) {
  const text = newsText(1_000_000 + i);
  wink.readDoc(text);
  readWhole(toDocument(text, i), pack);
}

let claims = 0;
let ours = 0;
let theirs = 0;
for (let round = 0; round < Math.max(1, Number(values.rounds)); round += 1) {
  [claims, ours, theirs] = [0, 0, 0];
  // Text by text in turn, so that a slow moment of the machine does not fall on one of the two.
  for (const document of documents) {
    theirs += cpuMs(() => void wink.readDoc(document.text).sentences().length());
    ours += cpuMs(() => void (claims += readWhole(document, pack).claims.length));
  }
}

const characters = texts.reduce((sum, text) => sum + text.length, 0);
const line = (name: string, ms: number) =>
  console.log(`${name.padEnd(22)} ${(ms / texts.length).toFixed(3)} ms a text, ${Math.round((texts.length / ms) * 1000)} texts/s, ${(characters / ms / 1000).toFixed(2)} M characters/s (CPU time)`);
console.log(`${texts.length} distinct texts, ${characters} characters, ${claims} claims read`);
line("wink-nlp, sbd and pos", theirs);
line("muster, all passes", ours);
console.log(`speed of ours to wink-nlp's: ${(theirs / ours).toFixed(2)}  bar 0.50: ${theirs / ours >= 0.5 ? "met" : "MISSED"}`);
console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, wink-nlp's model included  bar 400 MB`);
