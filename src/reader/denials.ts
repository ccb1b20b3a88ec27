import type { Draft, Scene } from "./drafts.ts";
import { lowerAt } from "./page.ts";

/** What one sentence told last, for another party to deny in the next. */
export interface Told {
  draft: Draft;
  sentence: number;
}

// How many sentences a claim may be back that "the minister denied it" means.
const REACH = 2;

/** "The defence minister denied it", "Kinshasa rejects the report": what was claimed before it, denied by somebody else. */
export function denials(scene: Scene, told: Told | null): Draft[] {
  if (told === null || scene.index - told.sentence > REACH || scene.index === told.sentence) return [];
  const { page, sentence } = scene;
  for (const { manner, negated, cue, speaker, content } of scene.sayings) {
    const said = content[0];
    if (manner !== "deny" || negated || cue === null || speaker === null || said === undefined || said.from < cue.to) continue;
    const trigger = pointerAt(scene, said.from);
    if (trigger === null || page.quotationAt[cue.from] !== page.quotationAt[sentence.from]) continue;
    const start = speaker.range.from < sentence.from ? cue.from : Math.min(speaker.range.from, cue.from);
    const clause = { from: start - Number(start > sentence.from && page.pack.grammar.determiners.has(lowerAt(page, start - 1))), to: trigger.to };
    return [{ ...told.draft, rule: "denial/of-it", trigger, clause, words: clause, member: null, group: null, placeWithin: null, placeObject: false }];
  }
  return [];
}

// "it", "the report", up to where the sentence or its clause ends.
function pointerAt({ page, sentence }: Scene, from: number): { from: number; to: number } | null {
  const { sources, grammar } = page.pack;
  const to = sources.pointers.has(lowerAt(page, from)) ? from + 1 : grammar.determiners.has(lowerAt(page, from)) && sources.reported.has(lowerAt(page, from + 1)) ? from + 2 : null;
  if (to === null) return null;
  const next = page.tokens[to];
  return to >= sentence.to || next === undefined || next.kind === "mark" || grammar.coordinators.has(next.lower) || grammar.prepositions.has(next.lower) ? { from, to } : null;
}
