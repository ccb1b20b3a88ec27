import type { TokenRange } from "../text/sentences.ts";
import type { Cast, Speaker } from "./cast.ts";
import type { Page, Sentence } from "./page.ts";
import { OPENS } from "./openings.ts";
import { lowerAt, opens } from "./page.ts";
import type { Saying } from "./saying.ts";
import { groupBefore, groupEnd } from "./source-groups.ts";
import { speakerOf } from "./sources.ts";

/**
 * A sentence that only tells whose the words before it are: "This was stated by the minister", "The spokesman made this statement at a
 * briefing", "About this informed the ministry".
 *
 * @param found  what the sentence has otherwise been read to say
 * @returns the act of saying, without content; null where the sentence points to nothing
 */
export function pointerBack(page: Page, sentence: Sentence, index: number, found: readonly Saying[], cast: Cast): Saying | null {
  const pointer = statedBy(page, sentence, cast) ?? toldOf(page, sentence, found, cast);
  return pointer === null ? null : { sentence: index, speaker: cast.add(pointer.speaker), cue: pointer.cue, content: [], manner: "say", time: null, via: [], negated: false, rule: "source/pointed-back" };
}

/** The sentences that a pointer at `index` is about: those of its paragraph, or of the one before where it opens its own, that nobody else has said. */
export function pointedAt(page: Page, index: number, spoken: ReadonlySet<number>): number[] {
  const here = page.sentences[index];
  const paragraph = page.sentences[index - 1]?.paragraph;
  const found: number[] = [];
  for (let at = index - 1; at >= 0 && found.length < MOST; at--) {
    const sentence = page.sentences[at];
    if (sentence === undefined || sentence.paragraph !== paragraph || sentence.part !== here?.part || spoken.has(at)) break;
    found.push(at);
  }
  return found;
}
const MOST = 4;

interface Pointer {
  speaker: Speaker;
  cue: TokenRange;
}

// "This was stated by the spokesman", "That has since been confirmed by the ministry".
function statedBy(page: Page, sentence: Sentence, cast: Cast): Pointer | null {
  const { grammar, sources } = page.pack;
  if (!sources.pointers.has(lowerAt(page, sentence.from))) return null;
  let at = sentence.from + 1;
  while (at < sentence.to && (grammar.auxiliaries.has(lowerAt(page, at)) || grammar.adverbs.has(lowerAt(page, at)))) at++;
  if (at === sentence.from + 1 || !sources.verbs.has(lowerAt(page, at)) || !grammar.agent.has(lowerAt(page, at + 1))) return null;
  const end = groupEnd(page, at + 2, sentence.to);
  // "It was stated by the ministry that ...": what is said is still to come.
  return sources.that.has(lowerAt(page, end)) ? null : pointer(page, sentence, at, { from: at + 2, to: end }, cast);
}

// "X said this on television", "X informed about this", "X made this statement", and as translations have it, "About this informed X".
function toldOf(page: Page, sentence: Sentence, found: readonly Saying[], cast: Cast): Pointer | null {
  const { sources } = page.pack;
  const opening = sources.aboutThis.at(page.tokens, sentence.from, sentence.to);
  for (let i = opening?.to ?? sentence.from + 1; i < sentence.to; i++) {
    if (!opens(page, i, OPENS.saying) || opening === null && !endsWithThis(page, i)) continue;
    if (!sources.verbs.has(lowerAt(page, i)) && sources.stating.at(page.tokens, i, sentence.to) === null) continue;
    const known = found.find((saying) => saying.speaker !== null)?.speaker;
    if (known != null) return { speaker: known, cue: { from: i, to: i + 1 } };
    const behind = page.pack.grammar.prepositions.has(lowerAt(page, i + 1)) ? i + 2 : i + 1;
    const group = opening === null ? groupBefore(page, sentence, i) : { from: behind, to: groupEnd(page, behind, sentence.to) };
    return group === null ? null : pointer(page, sentence, i, group, cast);
  }
  return null;
}

// "announced this on Monday", "made this statement": but not "announced this withdrawal".
function endsWithThis(page: Page, verb: number): boolean {
  const { grammar, sources } = page.pack;
  const stating = sources.stating.at(page.tokens, verb);
  const about = sources.aboutThis.at(page.tokens, verb + 1);
  const end = stating?.to ?? about?.to ?? (sources.pointers.has(lowerAt(page, verb + 1)) ? verb + 2 : -1);
  const next = page.tokens[end];
  return end > 0 && (next === undefined || next.kind === "mark" || grammar.prepositions.has(next.lower) || page.pack.times.weekdays.has(next.lower));
}

function pointer(page: Page, sentence: Sentence, verb: number, group: TokenRange, cast: Cast): Pointer | null {
  const speaker = group.from < sentence.to ? speakerOf(page, group, cast) : null;
  return speaker === null ? null : { speaker, cue: { from: verb, to: verb + 1 } };
}
