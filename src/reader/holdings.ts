import type { TokenRange } from "../text/sentences.ts";
import type { Draft, Scene } from "./drafts.ts";
import { clauseAt, draft, PRIORITY } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import { holderEndingAt } from "./holders.ts";
import { OPENS } from "./openings.ts";
import { lowerAt, opens } from "./page.ts";
import type { PlaceMention } from "./places.ts";

/** Strengths of those who hold a place: "the rebel-held north", "the south is in rebel hands", "under the control of the M23". */
export function holdings(scene: Scene): Draft[] {
  const { page, sentence } = scene;
  const drafts: Draft[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!opens(page, i, OPENS.holding)) continue;
    const found = heldPlace(scene, i) ?? inHands(scene, i);
    if (found !== null) drafts.push(found);
  }
  return drafts;
}

// "rebel-held", "Taliban-controlled", with the place behind it.
function heldPlace(scene: Scene, i: number): Draft | null {
  const { page } = scene;
  if (!page.pack.events.held.has(lowerAt(page, i)) || lowerAt(page, i - 1) !== "-") return null;
  const theme = holderEndingAt(scene, i - 2);
  const place = scene.places.find((mention) => mention.from > i && mention.from - i <= HELD_REACH) ?? null;
  if (theme === null || place === null || isSetting(scene, theme.from)) return null;
  return holding(scene, "strength/held", { from: theme.from, to: i + 1 }, theme, place);
}
const HELD_REACH = 4;

// "speaking in the rebel-held town": where something else happened asserts nothing.
function isSetting(scene: Scene, from: number): boolean {
  for (let i = from - 1; i >= Math.max(scene.sentence.from, from - 3); i--) if (scene.page.pack.places.inward.has(lowerAt(scene.page, i))) return true;
  return false;
}

// "in rebel hands", "under government control", "in the hands of the Taliban", "under the control of the M23".
function inHands(scene: Scene, i: number): Draft | null {
  const { page } = scene;
  if (!page.pack.events.hands.has(lowerAt(page, i))) return null;
  const of = page.pack.grammar.of.has(lowerAt(page, i + 1));
  const theme = of ? scene.forces.find((mention) => mention.from > i + 1 && mention.from - i <= 3) ?? null : holderEndingAt(scene, i - 1);
  const open = lowerAt(page, (of || theme === null ? i : theme.from) - 1) === "the" ? i - 2 : (of || theme === null ? i : theme.from) - 1;
  if (theme === null || !page.pack.events.handing.has(lowerAt(page, open))) return null;
  // "remained in control of Ramallah": what is controlled, not who controls it.
  if (of && open === i - 1 && page.pack.places.inward.has(lowerAt(page, open)) && !page.pack.events.plainHands.has(lowerAt(page, i))) return null;
  const clause = clauseAt(scene, i);
  const place = scene.places.findLast((mention) => mention.to <= open && mention.from >= clause.from) ?? null;
  return holding(scene, "strength/in-hands", { from: open, to: i + 1 }, theme, place);
}

const holding = (scene: Scene, rule: string, trigger: TokenRange, theme: ForceMention, place: PlaceMention | null): Draft =>
  draft(rule, "strength", trigger, clauseAt(scene, trigger.from), PRIORITY.count, { theme, place });
