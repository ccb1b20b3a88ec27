import type { TokenRange } from "../text/sentences.ts";
import { OPENS } from "./openings.ts";
import type { Page, Sentence } from "./page.ts";
import { firstIn, lowerAt, wordsAt } from "./page.ts";
import type { Saying } from "./saying.ts";
import type { Cast, Speaker } from "./cast.ts";
import { groupEnd } from "./source-groups.ts";
import { speakerOf } from "./sources.ts";

// "MAJ. GEN. PAT RYDER", "RYDER": a name in capitals, with or without a rank.
export function labelSpeaker(page: Page, range: TokenRange, cast: Cast): Speaker | null {
  if (page.pack.sources.answers.has(lowerAt(page, range.from)) && range.to - range.from === 1) return interviewee(page, range.from, cast);
  let from = range.from;
  while (from < range.to && page.pack.sources.titles.has(lowerAt(page, from))) from++;
  const shouted = from < range.to && page.tokens[from]?.shouted === true;
  // "SENIOR DEFENSE OFFICIAL": a role in capitals is no name.
  const role = page.pack.sources.roles.endingAt(page.tokens, range.to - 1, range.from);
  if (shouted && role !== null && role.from > range.from) return cast.add({ source: { person: null, role: wordsAt(page, range).toLowerCase(), organisation: null }, state: null, media: false, document: false, range });
  if (!shouted || (range.to - from === 1 && lowerAt(page, from).length < 3)) return speakerOf(page, range, cast);
  const name = wordsAt(page, { from, to: range.to }).toLowerCase().replaceAll(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase());
  return cast.add({ source: { person: name, role: null, organisation: null }, state: null, media: false, document: false, range });
}

// "A:" answers for the first person that the text has introduced before the first question.
function interviewee(page: Page, label: number, cast: Cast): Speaker | null {
  for (const sentence of page.sentences) {
    if (sentence.from >= label) return null;
    const speaker = speakerOf(page, { from: sentence.from, to: groupEnd(page, sentence.from, sentence.to) }, cast);
    if (speaker !== null && speaker.source.person !== null) return cast.add({ ...speaker, media: false });
  }
  return null;
}

// A paragraph that is only a label speaks for all that follows, until the next one.
export function labelOnly(page: Page, sayings: Saying[], cast: Cast): void {
  let speaker: Speaker | null = null;
  const spoken = new Set(sayings.map((saying) => saying.sentence));
  page.paragraphs.forEach((paragraph) => {
    if (paragraph.label !== null && paragraph.label.to === paragraph.to) speaker = speakerOf(page, { from: paragraph.label.from, to: paragraph.label.to - 1 }, cast);
    else if (paragraph.label !== null) speaker = null;
    else if (speaker !== null) {
      sentencesOver(page, paragraph).forEach(({ sentence, index: at }) => {
        if (!spoken.has(at)) sayings.push({ sentence: at, speaker, cue: null, content: [sentence], manner: "label", time: null, via: [], negated: false, rule: "source/label" });
      });
    }
  });
}

// "It was assumed that ..." right after somebody's report: still that report.
export function impersonal(page: Page, sayings: Saying[]): void {
  const bySentence = new Map(sayings.map((saying) => [saying.sentence, saying]));
  page.sentences.forEach((sentence, index) => {
    if (bySentence.has(index)) return;
    const before = bySentence.get(index - 1);
    if (before?.speaker == null || page.sentences[index - 1]?.paragraph !== sentence.paragraph) return;
    const cue = firstIn(page, page.pack.sources.impersonal, OPENS.impersonal, sentence);
    if (cue !== null) sayings.push({ ...before, sentence: index, cue, content: [{ from: cue.to, to: sentence.to }], manner: "believe", rule: "source/impersonal" });
  });
}

// A quotation without a cue goes on with the speaker of its paragraph, or of the quotation just before it.
export function continued(page: Page, sayings: readonly Saying[]): Saying[] {
  const all = [...sayings];
  const bySentence = new Map<number, Saying[]>();
  for (const saying of sayings) bySentence.set(saying.sentence, [...(bySentence.get(saying.sentence) ?? []), saying]);
  page.quotations.forEach((quotation) => {
    sentencesOver(page, quotation).forEach(({ sentence, index }) => {
      if (bySentence.has(index)) return;
      const content = { from: Math.max(sentence.from, quotation.from), to: Math.min(sentence.to, quotation.to) };
      if (content.to - content.from < 3) return;
      const speaker = nearestSpeaker(page, index, bySentence);
      if (speaker === null) return;
      const saying: Saying = { ...speaker, sentence: index, cue: null, content: [content], manner: "continued", rule: "source/continued" };
      all.push(saying);
      bySentence.set(index, [saying]);
    });
  });
  return all;
}

// Sentences that a range touches; they are in order, so the search starts where the range does.
function sentencesOver(page: Page, range: TokenRange): { sentence: Sentence; index: number }[] {
  let [low, high] = [0, page.sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((page.sentences[middle]?.to ?? 0) <= range.from) low = middle + 1;
    else high = middle;
  }
  const found: { sentence: Sentence; index: number }[] = [];
  for (let index = low; index < page.sentences.length; index++) {
    const sentence = page.sentences[index];
    if (sentence === undefined || sentence.from >= range.to) break;
    found.push({ sentence, index });
  }
  return found;
}

// How many sentences of a paragraph are searched for the speaker of one of its quotations.
const NEAR = 20;

function nearestSpeaker(page: Page, index: number, bySentence: ReadonlyMap<number, readonly Saying[]>): Saying | null {
  const paragraph = page.sentences[index]?.paragraph;
  const spoken = (at: number): Saying | null => bySentence.get(at)?.findLast((saying) => saying.speaker !== null) ?? null;
  for (let at = index - 1; at >= Math.max(0, index - NEAR) && page.sentences[at]?.paragraph === paragraph; at--) if (spoken(at) !== null) return spoken(at);
  for (let at = index + 1; at < Math.min(page.sentences.length, index + NEAR) && page.sentences[at]?.paragraph === paragraph; at++) if (spoken(at) !== null) return spoken(at);
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) if (spoken(at) !== null) return spoken(at);
  return null;
}
