import { sameDate, sameName, sameQuantity, sameSource } from "../claims/index.ts";
import type { WholeClaim } from "./gold.ts";

type Test = (gold: WholeClaim, read: WholeClaim) => boolean;

const REPORTED: ReadonlySet<unknown> = new Set(["quote", "paraphrase"]);

/** Everyone whom the gold names as a relay was read as one, and nobody was where it names none. */
const sameVia: Test = (gold, read) =>
  (gold.via.length === 0) === (read.via.length === 0) &&
  gold.via.every((relay) => read.via.some((other) => sameName(relay, other)));

/** Where quotation marks begin and end is typography: a quote and a paraphrase are both reported speech. */
const sameAttribution: Test = (gold, read) =>
  gold.attribution === read.attribution || (REPORTED.has(gold.attribution) && REPORTED.has(read.attribution));

/** What makes each scored field right, in the order in which the figures are printed. */
export const SLOTS = {
  polarity: (gold, read) => gold.polarity === read.polarity,
  certainty: (gold, read) => gold.certainty === read.certainty,
  reality: (gold, read) => gold.reality === read.reality,
  force: (gold, read) => sameName(gold.force, read.force),
  country: (gold, read) => (gold.country ?? null) === (read.country ?? null),
  place: (gold, read) => sameName(gold.place, read.place),
  quantity: (gold, read) => sameQuantity(gold.quantity, read.quantity),
  source: (gold, read) => sameSource(gold.source, read.source),
  via: sameVia,
  direction: (gold, read) => (gold.direction ?? null) === (read.direction ?? null),
  attribution: sameAttribution,
  said: (gold, read) => sameDate(gold.said, read.said),
  asOf: (gold, read) => sameDate(gold.asOf, read.asOf),
} as const satisfies Record<string, Test>;

export type Slot = keyof typeof SLOTS;
export const SLOT_NAMES = Object.keys(SLOTS) as Slot[];

/** The claim that a reader would quote: who said how many of whom, where. */
export const HEADLINE: readonly Slot[] = ["quantity", "force", "country", "source", "polarity"];
/** The headline, and how sure, whether it happened, and as of when. */
export const FULL: readonly Slot[] = [...HEADLINE, "certainty", "reality", "asOf"];

export const wrongSlots = (slots: readonly Slot[], gold: WholeClaim, read: WholeClaim): Slot[] =>
  slots.filter((slot) => !SLOTS[slot](gold, read));
