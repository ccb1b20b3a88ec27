// The figures must be those of the scorer that the project's goals are stated in. It is not part of the product: where
// it is not there, this test is skipped and says so.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatScore } from "../../src/cli/score-text.ts";
import { goldOf, type LooseClaim } from "../../src/eval/gold.ts";
import { Scorer } from "../../src/eval/score.ts";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const reference = join(shared, "score/score.mjs");
const goldFiles = ["seed.jsonl", "dev.jsonl"].map((file) => ({ file, path: join(shared, "gold", file) }));
const isHere = [reference, ...goldFiles.map(({ path }) => path)].every(existsSync);
const WHERE_IT_IS_NOT = "[it and its annotated texts are not beside this checkout]";

type Prediction = { id: string; claims: LooseClaim[] };
const MISSES = 100_000;

const parseLines = (text: string): Record<string, unknown>[] => text.split("\n").filter(Boolean).map((line) => JSON.parse(line));

function ours(goldFile: string, predictions: Prediction[]) {
  const scorer = new Scorer(MISSES);
  const byId = new Map(predictions.map(({ id, claims }) => [id, claims]));
  for (const line of parseLines(readFileSync(goldFile, "utf8"))) {
    const gold = goldOf(line);
    scorer.add(gold, byId.get(gold.document.id) ?? null);
  }
  return scorer;
}

const WORDS = ["Russia", "Russian Armed Forces", "United States", "US", "South Korea", "North Korea", "NATO", "Ukrainian border guard", "State Border Guard Service of Ukraine", "ISAF", ""];
const name = fc.option(fc.constantFrom(...WORDS));
const amount = fc.option(fc.constantFrom(0, 5, 10, 500, 1000, 2000, 2001));
const VALUES = {
  kind: fc.constantFrom("strength", "arrival", "departure", "movement"),
  polarity: fc.constantFrom("affirmed", "denied"),
  certainty: fc.constantFrom("certain", "probable", "possible", "unknown"),
  reality: fc.constantFrom("actual", "planned", "hypothetical"),
  force: name, place: name, otherPlace: name,
  country: fc.option(fc.constantFrom("BY", "UA", "US")),
  quantity: fc.option(fc.record({
    low: amount, high: amount, point: amount, words: fc.constant("x"),
    modifier: fc.constantFrom("exact", "about", "under", "upto", "over", "atleast", "range", "vague", "share"),
    unit: fc.constantFrom("personnel", "tank", "brigade"),
  }, { requiredKeys: ["modifier", "unit", "words"] })),
  source: fc.option(fc.record({ person: fc.option(fc.constantFrom("Andriy Demchenko", "A. Demchenko", "Müller")), role: name, organisation: name })),
  via: fc.array(fc.constantFrom("Reuters", "TASS", "national television"), { maxLength: 2 }),
  attribution: fc.constantFrom("quote", "paraphrase", "hearsay", "voice"),
  said: fc.option(fc.constantFrom("2023-10-31", "2023-10", "2023", "2023-10-31~", "2023-22", "../2006-05-31", "x")),
  asOf: fc.option(fc.constantFrom("2023-10-31", "2023-10", "2023", "2006-08/..", "2023-07/2023-08")),
  direction: fc.option(fc.constantFrom("up", "down", "mixed")),
} as const;

/** Some fields of a claim changed at random, its words moved, or nothing at all. */
const change = fc.record({
  drop: fc.boolean(),
  twice: fc.boolean(),
  fields: fc.record(VALUES, { requiredKeys: [] }),
  moved: fc.option(fc.record({ start: fc.integer({ min: -40, max: 40 }), end: fc.integer({ min: -40, max: 400 }) })),
  loses: fc.subarray(["polarity", "via", "source", "quantity", "asOf"]),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function perturb(claim: LooseClaim, text: string, { fields, moved, loses }: Change): LooseClaim {
  const changed: Record<string, unknown> = { ...claim, ...fields };
  for (const field of loses) delete changed[field];
  const words = claim.evidence as string;
  const at = text.indexOf(words);
  if (moved !== null && at >= 0) {
    const start = Math.max(0, at + moved.start);
    const end = Math.max(start, Math.min(text.length, at + words.length + moved.end));
    changed["evidence"] = { start, end, text: moved.start % 7 === 0 ? "not so" : text.slice(start, end) };
  }
  return changed as unknown as LooseClaim;
}

describe.skipIf(!isHere)(`agrees with the reference scorer${isHere ? "" : ` ${WHERE_IT_IS_NOT}`}`, () => {
  let folder = "";
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "muster-score-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  function theirs(goldFile: string, predictions: Prediction[], ...options: string[]): string {
    const file = join(folder, "predicted.jsonl");
    writeFileSync(file, predictions.map((prediction) => JSON.stringify(prediction)).join("\n"));
    return execFileSync(process.execPath, [reference, goldFile, file, ...options], { encoding: "utf8", maxBuffer: 1e8 });
  }

  function expectAgreement(goldFile: string, predictions: Prediction[]): void {
    const scorer = ours(goldFile, predictions);
    const lines = [scorer.score(), ...scorer.misses].map((line) => JSON.stringify(line)).join("\n");
    expect(`${lines}\n`).toBe(theirs(goldFile, predictions, "--json", "--misses", String(MISSES)));
  }

  it.each(goldFiles)("on the gold itself: $file", ({ path: goldFile }) => {
    const predictions = parseLines(readFileSync(goldFile, "utf8")) as unknown as Prediction[];
    expectAgreement(goldFile, predictions);
    expect(ours(goldFile, predictions).score().fullF.f1).toBe(1);
  });

  it.each(goldFiles)("on nothing, in the printed form: $file", ({ path: goldFile }) => {
    expect(formatScore(ours(goldFile, []).score())).toBe(theirs(goldFile, []));
  });

  it.each(goldFiles)("on the gold with random changes: $file", ({ path: goldFile }) => {
    const documents = parseLines(readFileSync(goldFile, "utf8")) as unknown as (Prediction & { text: string })[];
    const counts = new Set<number>();
    fc.assert(
      fc.property(fc.array(change, { minLength: 5, maxLength: 40 }), (changes) => {
        let at = 0;
        const predictions = documents.slice(documents.length > 1 && changes.length % 3 === 0 ? 1 : 0).map(({ id, text, claims }) => ({
          id,
          claims: claims.flatMap((claim) => {
            const next = changes[at++ % changes.length] as Change;
            const changed = perturb(claim, text, next);
            return next.drop ? [] : next.twice ? [changed, claim] : [changed];
          }),
        }));
        expectAgreement(goldFile, predictions);
        counts.add(ours(goldFile, predictions).score().matched);
      }),
      { numRuns: 15 },
    );
    // The changes must really have changed the figures.
    expect(counts.size).toBeGreaterThan(3);
  }, 30_000);
});
