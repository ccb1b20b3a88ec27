import type { Certainty, Direction, Kind, Polarity, Reality, Size } from "../claims/index.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { TimeMention } from "./calendar.ts";
import type { Saying } from "./saying.ts";
import type { ForceMention } from "./forces.ts";
import type { Page, Sentence } from "./page.ts";
import type { PlaceMention } from "./places.ts";
import type { QuantityMention } from "./quantities.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** The layers that the event rules work on, for one sentence. */
export interface Scene {
  page: Page;
  index: number;
  sentence: Sentence;
  clauses: readonly TokenRange[];
  forces: readonly ForceMention[];
  places: readonly PlaceMention[];
  quantities: readonly QuantityMention[];
  times: readonly TimeMention[];
  sayings: readonly Saying[];
  /** The sentence, or the one before it, speaks of armed people by number or by a claim. */
  military: boolean;
  /** Which way the text has last told of a move: with "the rest will follow" it goes on. */
  move: Kind | null;
}

/** A claim in the making: what a rule found, before sources, places and dates are settled. */
export interface Draft {
  rule: string;
  kind: Kind;
  trigger: TokenRange;
  clause: TokenRange;
  /** The force that is there, comes or goes; null where only context can tell. */
  theme: ForceMention | null;
  /** Who moves it. */
  agent: ForceMention | null;
  quantity: QuantityMention | null;
  /** Where the rule itself knows the place. */
  place: PlaceMention | null;
  group: VerbGroup | null;
  /** A later member of a list: its words, behind which the evidence does not reach far. */
  member: TokenRange | null;
  /** The evidence, where it is less than the clause. */
  words: TokenRange | null;
  polarity: Polarity;
  certainty: Certainty;
  reality: Reality;
  direction: Direction | null;
  size: Size | null;
  hearsay: boolean;
  /** The rule's place in the order that settles overlaps; higher wins. */
  priority: number;
  placeObject: boolean;
  /** No claim without a place of its own that begins within so many characters of the trigger; null where none is asked for. */
  placeWithin: number | null;
}

/** Order that settles drafts which claim the same words for the same kind. Verbs say most, bare amounts least. */
export const PRIORITY = { capacity: 6, verb: 5, there: 5, threat: 4, noun: 3, unknown: 3, count: 2, group: 1, list: 1 } as const;

export const clauseAt = (scene: Scene, i: number): TokenRange => scene.clauses.find((clause) => clause.from <= i && i < clause.to) ?? scene.sentence;

export function draft(rule: string, kind: Kind, trigger: TokenRange, clause: TokenRange, priority: number, rest: Partial<Draft> = {}): Draft {
  return {
    rule, kind, trigger, clause, theme: rest.theme ?? null, agent: rest.agent ?? null, quantity: rest.quantity ?? null, place: rest.place ?? null, group: rest.group ?? null, words: rest.words ?? null, member: rest.member ?? null,
    polarity: rest.polarity ?? "affirmed", certainty: rest.certainty ?? "certain", reality: rest.reality ?? "actual", direction: rest.direction ?? null, size: rest.size ?? null,
    hearsay: rest.hearsay ?? false, priority, placeObject: rest.placeObject ?? false, placeWithin: rest.placeWithin ?? null,
  };
}
