import { OPENS } from "./openings.ts";
import type { Page, Sentence } from "./page.ts";
import { lowerAt, opens, wordsAt } from "./page.ts";
import type { Saying } from "./saying.ts";

// "told the BBC", "on national television", "in an interview with X": who passed it on.
export function relaysOf(page: Page, sentence: Sentence, saying: Saying): void {
  const { channels, organisations, told } = page.pack.sources;
  const cue = saying.cue;
  if (cue === null) return;
  const limit = Math.min(sentence.to, cue.to + 40);
  // "In an interview with the BBC, the president said".
  const leads = saying.rule === "source/before" && saying.speaker !== null && saying.speaker.range.from >= sentence.from;
  const speaker = !leads || saying.speaker === null ? cue.from : Math.min(cue.from, saying.speaker.range.from);
  for (let i = leads ? Math.max(sentence.from, speaker - LEAD_REACH) : cue.from; i < limit; i++) {
    if (!opens(page, i, OPENS.relay) || saying.content.some((range) => range.from <= i && i < range.to && (i > cue.to + 8 || i < speaker))) continue;
    const channel = channels.at(page.tokens, i, sentence.to);
    if (channel !== null) {
      addRelay(saying, channel.value);
      i = channel.to - 1;
      continue;
    }
    const body = organisations.at(page.tokens, i, sentence.to);
    const previous = lowerAt(page, i - 1);
    const relayed = told.has(lowerAt(page, cue.from)) && i - cue.to <= 3 || page.pack.sources.relaying.has(previous) || (previous === "the" && page.pack.sources.relayingThe.has(lowerAt(page, i - 2)));
    if (body !== null && body.value.media === true && page.tokens[i]?.capital === true && relayed && body.value.name !== saying.speaker?.source.organisation) addRelay(saying, body.value.name);
  }
  // A medium that no table knows is still told by its last word: "told the Harbour Town Gazette".
  if (told.has(lowerAt(page, cue.from)) && saying.via.length === 0) {
    let to = cue.to;
    if (page.pack.grammar.definite.has(lowerAt(page, to))) to++;
    const from = to;
    while (to < sentence.to && page.tokens[to]?.capital === true) to++;
    const name = wordsAt(page, { from, to });
    if (to - from >= 2 && page.pack.sources.media.has(lowerAt(page, to - 1))) addRelay(saying, name);
  }
}

const LEAD_REACH = 20;

function addRelay(saying: Saying, name: string): void {
  if (!saying.via.includes(name)) saying.via.push(name);
}
