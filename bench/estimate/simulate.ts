import type { Leaning, StatedClaim } from "../../src/claims/index.ts";
import { formatDayNumber, toDayNumber } from "../../src/estimate/days.ts";
import { speak, speakOfMove } from "./speech.ts";
import { Chance, createTruth, type Truth } from "./world.ts";

/** 1 January 2023, on which every world begins. */
export const EPOCH = toDayNumber({ year: 2023, month: 1, day: 1 });

export const ADVERSARIES = ["none", "exaggerator", "minimiser", "denier", "erratic"] as const;
export type Adversary = (typeof ADVERSARIES)[number];

/** Somebody who speaks; `leaning` is what he passes for. */
export interface Speaker {
  name: string;
  leaning: Leaning;
  bias: number;
  scatter: number;
  /** Claims a week. */
  rate: number;
  adversary: Adversary;
  /** Powers of ten a year by which the bias drifts. */
  drift: number;
}

export interface World {
  seed: number;
  truth: Truth;
  /** Statements a week that are made, relays apart. */
  rate: number;
  adversary: Adversary;
  speakers: Speaker[];
  claims: StatedClaim[];
}

export interface WorldOptions {
  days?: number;
  /** Statements a week; drawn when not given. */
  rate?: number;
}

// Wider and of another form than the model's priors: Student's t with 4 degrees of freedom.
const BIASES: Readonly<Record<Leaning, { mean: number; scale: number }>> = {
  neutral: { mean: 0, scale: 0.06 }, intelligence: { mean: 0.03, scale: 0.08 }, media: { mean: 0.01, scale: 0.1 },
  overstates: { mean: 0.12, scale: 0.12 }, understates: { mean: -0.2, scale: 0.16 }, unknown: { mean: 0, scale: 0.14 },
};

function createSpeaker(chance: Chance, name: string): Speaker {
  const leaning = chance.weighted<Leaning>([["neutral", 2], ["intelligence", 2], ["media", 4], ["overstates", 1], ["understates", 1], ["unknown", 2]]);
  const { mean, scale } = BIASES[leaning];
  return {
    name, leaning, bias: mean + scale * chance.student(4), scatter: chance.logBetween(0.04, 0.25), rate: chance.exponential(1),
    adversary: "none", drift: chance.is(0.25) ? 0.1 * chance.normal() : 0,
  };
}

/** A liar who passes for one of the good. */
function disguise(chance: Chance, speaker: Speaker): Speaker {
  const adversary = chance.weighted([["exaggerator", 3], ["minimiser", 3], ["denier", 1], ["erratic", 2]] as const);
  const bias = { exaggerator: chance.between(0.3, 0.65), minimiser: -chance.between(0.3, 0.65), denier: speaker.bias, erratic: speaker.bias, none: 0 }[adversary];
  const leaning = chance.pick(["neutral", "intelligence", "media"] as const);
  return { ...speaker, adversary, bias, leaning, scatter: adversary === "erratic" ? 0.4 : speaker.scatter, rate: speaker.rate * chance.between(1, 2) };
}

function createSpeakers(chance: Chance, rate: number): Speaker[] {
  // Where more is said, more people say it.
  const speakers = Array.from({ length: chance.int(4, 7) + Math.round(rate) }, (_, i) => createSpeaker(chance, `Source ${String.fromCharCode(65 + i)}`));
  if (chance.is(0.68)) speakers[0] = disguise(chance, speakers[0] as Speaker);
  const sum = speakers.reduce((all, one) => all + one.rate, 0);
  return speakers.map((one) => ({ ...one, rate: (one.rate / sum) * rate }));
}

/** Days on which nobody speaks. */
function silence(chance: Chance, days: number): (day: number) => boolean {
  if (!chance.is(0.3)) return () => false;
  const from = chance.int(0, days - 60);
  const to = from + chance.int(40, 130);
  return (day) => day >= from && day < to;
}

/** The day that a speaker has in mind: mostly a few days back, now and then much staler than he knows. */
const staleDay = (chance: Chance, day: number): number => Math.max(0, Math.round(day - (chance.is(0.1) ? chance.between(15, 50) : chance.exponential(4))));

/** What a speaker takes the number to be. */
function perceive(chance: Chance, { truth, shared }: { truth: Truth; shared: number }, speaker: Speaker, day: number): number {
  const seen = speaker.adversary === "denier" ? 0 : staleDay(chance, day);
  const error = speaker.bias + shared + (speaker.drift * (day - 180)) / 365 + speaker.scatter * chance.student(3);
  return Math.max(0, ((truth.men[seen] as number) + 50) * 10 ** error - 50);
}

/**
 * A world: the truth, those who speak of it, and their claims in the order of their publication. Nothing is drawn
 * from the model: bodies of men instead of steps of a logarithm, heavy-tailed errors, drifting and disguised sources,
 * rounding, stale dates, silence, relays of which some are not declared.
 */
export function createWorld(seed: number, { days = 365, rate: wanted }: WorldOptions = {}): World {
  const chance = new Chance(seed);
  const truth = createTruth(chance, days);
  const rate = wanted ?? chance.logBetween(0.12, 6);
  const speakers = createSpeakers(chance, rate);
  const isSilent = silence(chance, days);
  const scene = { truth, shared: 0.03 * chance.normal() };
  const told: { day: number; claim: StatedClaim }[] = [];
  for (let day = 0; day < days; day++) {
    if (isSilent(day)) continue;
    for (const [i, speaker] of speakers.entries()) {
      if (!chance.is(speaker.rate / 7)) continue;
      const said = formatDayNumber(EPOCH + day);
      const move = chance.is(0.3) && speaker.adversary !== "denier" ? speakOfMove(chance, truth, day) : null;
      const spoken = move ?? speak(chance, perceive(chance, scene, speaker, day), day, EPOCH);
      const claim = { ...spoken, asOf: spoken.asOf ?? said, said, published: said, source: named(speaker.name) };
      told.push(...carried(chance, { ...claim, statement: `s${seed}-${day}-${i}` }, day, speakers, days));
    }
  }
  told.sort((a, b) => a.day - b.day);
  const adversary = speakers.find((one) => one.adversary !== "none")?.adversary ?? "none";
  return { seed, truth, rate, adversary, speakers, claims: told.map(({ claim }, i) => ({ ...claim, id: `c${i}` })) };
}

const named = (name: string): StatedClaim["source"] => ({ person: null, role: null, organisation: name });

/** A claim with its relays: most are declared, some come as another's own knowledge a few days later. */
function carried(chance: Chance, claim: StatedClaim, day: number, speakers: readonly Speaker[], days: number): { day: number; claim: StatedClaim }[] {
  const all = [{ day, claim }];
  for (let relays = Math.floor(chance.exponential(0.8)); relays > 0; relays--) {
    const later = Math.min(days - 1, day + chance.int(0, 8));
    const published = formatDayNumber(EPOCH + later);
    const copier = chance.pick(speakers);
    if (chance.is(0.75)) all.push({ day: later, claim: { ...claim, published } });
    else if (copier.leaning === "media" && claim.kind === "strength") {
      all.push({ day: later, claim: { ...claim, published, said: published, asOf: published, source: named(copier.name), statement: `${claim.statement}-copy-${relays}` } });
    }
  }
  return all;
}
