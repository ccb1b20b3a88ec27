import type { Modifier, Quantity, StatedClaim } from "../../src/claims/index.ts";
import { boundsOf } from "../../src/claims/index.ts";
import { formatDayNumber } from "../../src/estimate/days.ts";
import type { Chance, Truth } from "./world.ts";

/** A claim without a number, a source or a date of publication. */
const BLANK = {
  kind: "strength", polarity: "affirmed", certainty: "certain", reality: "actual", force: "Russia", unitName: null, place: "Belarus", country: "BY",
  scope: null, basis: null, quantity: null, source: null, attribution: "paraphrase", said: null, asOf: null, size: null, direction: null,
} as const satisfies StatedClaim;

type Rounding = "near" | "up" | "down";

/** To one or two significant digits. */
function round(chance: Chance, men: number, way: Rounding = "near"): number {
  if (men < 1) return 0;
  const digits = chance.is(0.45) ? 1 : 2;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(men)) - digits + 1);
  const half = chance.is(0.3) && digits === 1 ? unit / 2 : unit;
  return { near: Math.round, up: Math.ceil, down: Math.floor }[way](men / half) * half;
}

const personnel = (bounds: Pick<Quantity, "low" | "high" | "point" | "modifier">): Quantity => ({ ...bounds, unit: "personnel", words: `${bounds.modifier} ${bounds.point ?? bounds.low}` });

const VAGUE: readonly { low: number; high: number; words: string }[] = [
  { low: 24, high: 99, words: "dozens" }, { low: 200, high: 999, words: "hundreds" }, { low: 300, high: 900, words: "several hundred" },
  { low: 2000, high: 9999, words: "thousands" }, { low: 20_000, high: 99_999, words: "tens of thousands" },
];

const MODIFIERS: readonly (readonly [Exclude<Modifier, "share">, number])[] = [
  ["exact", 26], ["about", 26], ["upto", 9], ["under", 9], ["over", 10], ["atleast", 7], ["range", 7], ["vague", 6],
];

function quantify(chance: Chance, men: number): Quantity {
  const modifier = chance.weighted(MODIFIERS);
  switch (modifier) {
    case "exact":
    case "about":
      return personnel(boundsOf(modifier, round(chance, men)));
    case "under":
    case "upto":
      return personnel(boundsOf(modifier, Math.max(10, round(chance, men * (1 + chance.exponential(0.25)), "up"))));
    case "over":
    case "atleast":
      return personnel(boundsOf(modifier, round(chance, men / (1 + chance.exponential(0.2)), "down")));
    case "range": {
      const half = chance.between(0.05, 0.3);
      const low = round(chance, men * (1 - half), "down");
      return personnel({ low, high: Math.max(low + 10, round(chance, men * (1 + half), "up")), point: null, modifier });
    }
    case "vague": {
      const fitting = VAGUE.filter(({ low, high }) => men >= low && men <= high);
      if (fitting.length === 0) return personnel(boundsOf("about", round(chance, men)));
      const { low, high, words } = chance.pick(fitting);
      return { low, high, point: null, modifier, unit: "personnel", words };
    }
  }
}

const certainty = (chance: Chance): "certain" | "probable" | "possible" => chance.weighted([["certain", 62], ["probable", 28], ["possible", 10]]);
/** How much farther off those are who say that they are less sure. */
const EXTRA = { certain: 0, probable: 0.06, possible: 0.2 };

/** When it is said to hold: the day itself, a day given as earlier, the month, or nothing. */
function asOfOf(chance: Chance, day: number, epoch: number): string | null {
  const said = formatDayNumber(epoch + day);
  return chance.weighted<string | null>([[said, 70], [null, 12], [formatDayNumber(epoch + Math.max(0, day - chance.int(1, 6))), 10], [said.slice(0, 7), 8]]);
}

/** A claim of strength by somebody who takes the number to be `men`. */
export function speak(chance: Chance, men: number, day: number, epoch: number): StatedClaim {
  const sure = certainty(chance);
  const asOf = asOfOf(chance, day, epoch);
  if (chance.is(0.03)) return { ...BLANK, certainty: "unknown", asOf };
  if (chance.is(0.03)) return { ...BLANK, certainty: sure, asOf, reality: "planned", quantity: personnel(boundsOf("upto", round(chance, men * chance.between(1, 5)))) };
  const thought = Math.max(0, (men + 50) * 10 ** (EXTRA[sure] * chance.normal()) - 50);
  if (thought < 40) return { ...BLANK, certainty: sure, asOf, size: "none", polarity: chance.is(0.5) ? "denied" : "affirmed" };
  if (chance.is(0.05)) return { ...BLANK, certainty: sure, asOf, size: thought < 1500 ? "limited" : thought < 9000 ? "significant" : "large" };
  return { ...BLANK, certainty: sure, asOf, quantity: quantify(chance, thought) };
}

const share = (low: number, high: number, words: string): Quantity => ({ low, high, point: null, modifier: "share", unit: "personnel", words });

/** Days over which a speaker looks back for something to have happened. */
const LOOK_BACK = 21;

/** A claim of a movement, when there was one lately; a rumour or a denial now and then when there was none. Null for nothing to tell. */
export function speakOfMove(chance: Chance, { men }: Truth, day: number): StatedClaim | null {
  const [before, now] = [men[Math.max(0, day - LOOK_BACK)] as number, men[Math.max(0, day - chance.int(0, 4))] as number];
  const ratio = (now + 50) / (before + 50);
  const base = { ...BLANK, certainty: certainty(chance), asOf: null };
  if (ratio > 0.83 && ratio < 1.2) return still(chance, base);
  const kind = ratio < 1 ? ("departure" as const) : ("arrival" as const);
  if (chance.is(0.25)) return { ...base, kind: "change", direction: ratio < 1 ? "down" : "up" };
  if (ratio < 0.5 && chance.is(0.5)) return { ...base, kind, quantity: ratio < 0.12 ? share(90, 99, "almost all") : share(51, 99, "most") };
  if (chance.is(0.3)) return { ...base, kind };
  const moved = Math.abs(now - before) * chance.between(0.5, 1) * 10 ** (0.15 * chance.student(4));
  return { ...base, kind, quantity: quantify(chance, Math.max(20, moved)) };
}

function still(chance: Chance, base: StatedClaim): StatedClaim | null {
  if (chance.is(0.12)) return { ...base, kind: chance.pick(["rotation", "movement"] as const), polarity: "denied" };
  if (chance.is(0.05)) return { ...base, kind: chance.pick(["arrival", "departure"] as const) };
  return chance.is(0.05) ? { ...base, kind: "rotation" } : null;
}
