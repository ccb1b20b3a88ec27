import type { VerbForm } from "../lang/pack.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { TimeMention } from "./calendar.ts";
import { continued, impersonal, labelOnly, labelSpeaker } from "./carried-sayings.ts";
import { OPENS } from "./openings.ts";
import { pointedAt, pointerBack } from "./pointing-back.ts";
import type { Page, Sentence } from "./page.ts";
import { among, firstIn, lowerAt, opens } from "./page.ts";
import { relaysOf } from "./relays.ts";
import { contentAround, contentRight, endsContent, restAfter, restOfFragment, saysBefore } from "./said-content.ts";
import type { Saying } from "./saying.ts";
import { appositionBefore, asideBefore, groupBefore, groupEnd } from "./source-groups.ts";
import type { Speaker } from "./cast.ts";
import { Cast } from "./cast.ts";
import { speakerOf } from "./sources.ts";
import { verbGroupAt } from "./verb-groups.ts";

/** Finds who says what, sentence by sentence; later mentions of a speaker fall back on earlier ones. */
export function sayingsOf(page: Page, times: readonly TimeMention[]): Saying[] {
  const cast = new Cast();
  const sayings: Saying[] = [];
  const spoken = new Set<number>();
  let label: Speaker | null = null;
  page.sentences.forEach((sentence, index) => {
    const paragraph = page.paragraphs[sentence.paragraph];
    if (paragraph?.label != null && sentence.from === paragraph.label.to) label = labelSpeaker(page, { from: paragraph.label.from, to: paragraph.label.to - 1 }, cast);
    if (paragraph?.label != null && paragraph.label.to === paragraph.to) return;
    const found = sayingsIn(page, sentence, index, cast, times);
    const pointer = pointerBack(page, sentence, index, found, cast);
    if (pointer !== null) {
      complete(page, sentence, pointer, false, times);
      for (const at of pointedAt(page, index, spoken)) sayings.push({ ...pointer, sentence: at, cue: null, content: [page.sentences[at] as Sentence] });
    }
    sayings.push(...found);
    if (found.length > 0 || label !== null) spoken.add(index);
    if (found.length === 0 && label !== null) sayings.push({ sentence: index, speaker: label, cue: null, content: [sentence], manner: "label", time: null, via: [], negated: false, rule: "source/label" });
  });
  labelOnly(page, sayings, cast);
  impersonal(page, sayings);
  return continued(page, sayings).toSorted((a, b) => a.sentence - b.sentence);
}

function sayingsIn(page: Page, sentence: Sentence, index: number, cast: Cast, times: readonly TimeMention[]): Saying[] {
  const sayings: Saying[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const account = i === sentence.from && page.pack.grammar.agent.has(lowerAt(page, i));
    if (!(opens(page, i, OPENS.saying) || account) || isQuoted(page, i, sentence)) continue;
    const according = page.pack.sources.accordingTo.at(page.tokens, i, sentence.to);
    const saying = according !== null ? accordingAt(page, sentence, index, according, cast) : ownWordsAt(page, sentence, index, i, cast) ?? verbAt(page, sentence, index, i, cast, sayings);
    if (saying === null) continue;
    complete(page, sentence, saying, according !== null, times);
    sayings.push(saying);
    if (saying.speaker !== null) saying.speaker = cast.add(saying.speaker);
    i = Math.max(i, (saying.cue?.to ?? i + 1) - 1);
  }
  if (sayings.length === 0) {
    const hanging = hangingAt(page, sentence, index, cast);
    if (hanging !== null) sayings.push(hanging);
  }
  if (sayings.length === 0) {
    const colon = colonAt(page, sentence, index, cast);
    if (colon !== null) sayings.push(colon);
  }
  return joinChains(sayings);
}

// When it was said, through whom, and what its verb adds.
function complete(page: Page, sentence: Sentence, saying: Saying, according: boolean, times: readonly TimeMention[]): void {
  const { cue } = saying;
  saying.time = timeBeside(page, sentence, saying, times);
  relaysOf(page, sentence, saying);
  if (cue === null) return;
  if (!according) saying.negated = verbGroupAt(page, cue, FORMS_OF_SAYING, sentence.from).negated;
  // Ordering and promising are said and done in one: the verb governs what follows and stays with it.
  if (saying.manner === "promise") saying.content = saying.content.map((range) => (range.from >= cue.to && range.from - cue.to <= 1 ? { from: cue.from, to: range.to } : range));
}
const FORMS_OF_SAYING: ReadonlySet<VerbForm> = new Set<VerbForm>(["participle", "base", "past"]);

// Hearsay that never says whose, and a body left at the sentence's end by a translation or a lost line
// break: "are said to have arrived in Chad Royal United Services Institute." Without hearsay the body may
// as well be an object, and nobody is made a source by standing last.
function hangingAt(page: Page, sentence: Sentence, index: number, cast: Cast): Saying | null {
  if (firstIn(page, page.pack.events.raising, OPENS.hearsay, sentence)?.value.hearsay !== true) return null;
  const last = page.tokens[sentence.to - 1]?.kind === "mark" ? sentence.to - 2 : sentence.to - 1;
  const body = page.pack.sources.organisations.endingAt(page.tokens, last, sentence.from, 8);
  if (body === null || body.to - body.from < 3 || page.tokens[body.from]?.capital !== true) return null;
  const before = page.tokens[body.from - 1];
  if (before === undefined || before.kind !== "word" || page.pack.grammar.stops.has(before.lower) || page.pack.grammar.coordinators.has(before.lower)) return null;
  const speaker = speakerOf(page, body, cast);
  return speaker === null ? null : { sentence: index, speaker: cast.add(speaker), cue: null, content: [{ from: sentence.from, to: body.from }], manner: "according", time: null, via: [], negated: false, rule: "source/hanging" };
}

// "A western official was not impressed: "...": no verb of saying, but a speaker, a colon and a quotation.
function colonAt(page: Page, sentence: Sentence, index: number, cast: Cast): Saying | null {
  for (let i = sentence.from + 1; i < sentence.to - 3; i++) {
    if (lowerAt(page, i) !== ":" || (page.quotationAt[i + 1] ?? -1) < 0) continue;
    const end = groupEnd(page, sentence.from, i);
    const speaker = speakerOf(page, { from: sentence.from, to: end }, cast);
    if (speaker === null) return null;
    return { sentence: index, speaker: cast.add(speaker), cue: { from: i, to: i + 1 }, content: [{ from: i + 1, to: sentence.to }], manner: "say", time: null, via: [], negated: false, rule: "source/colon" };
  }
  return null;
}

// Inside a quotation that covers the whole sentence somebody else's words are only quoted.
const isQuoted = (page: Page, i: number, sentence: Sentence): boolean => {
  const at = page.quotationAt[i] ?? -1;
  if (at < 0) return false;
  const quotation = page.quotations[at];
  return quotation !== undefined && !(quotation.from <= sentence.from && quotation.to >= sentence.to && quotation.to - quotation.from > 200);
};

// "X reported, citing Y": what Y says reaches us through X.
function joinChains(sayings: Saying[]): Saying[] {
  const relayed = sayings.findIndex((saying) => saying.speaker?.media === true);
  const origin = sayings.find((saying) => saying.speaker !== null && !saying.speaker.media);
  if (relayed < 0 || origin === undefined) return sayings;
  const relay = sayings[relayed];
  if (relay?.speaker == null || !overlapping(relay.content, origin.content)) return sayings;
  const name = relay.speaker.source.organisation;
  if (name !== null && !origin.via.includes(name)) origin.via.push(name);
  return sayings.filter((_, at) => at !== relayed);
}

const overlapping = (a: readonly TokenRange[], b: readonly TokenRange[]): boolean => a.some((x) => b.some((y) => x.from < y.to && y.from < x.to));

// "According to X, C" and "C, according to X".
function accordingAt(page: Page, sentence: Sentence, index: number, cue: TokenRange, cast: Cast): Saying | null {
  const first = groupEnd(page, cue.to, sentence.to);
  const end = statesEnd(page, first, sentence.to);
  const speaker = speakerOf(page, { from: cue.to, to: first }, cast);
  if (speaker === null || (lowerAt(page, cue.from) === "citing" && holdsPossessive(page, cue.to, end))) return null;
  const leads = cue.from - sentence.from <= 2;
  // "According to officials who spoke to the agency, a base was closed".
  const begins = page.pack.grammar.subordinators.at(page.tokens, end)?.value === "relative" ? commaFrom(page, end, sentence.to) : end;
  const content = leads ? [{ from: begins, to: sentence.to }] : [{ from: sentence.from, to: cue.from }, { from: end, to: sentence.to }].filter((range) => range.to - range.from > 2);
  if (leads && begins >= sentence.to) return null;
  return { sentence: index, speaker, cue, content, manner: "according", time: null, via: [], negated: false, rule: "source/according-to" };
}

// "According to South Korea, Ukraine and the United States, ...": from the first comma to the end of the list, where it is one.
function statesEnd(page: Page, comma: number, limit: number): number {
  const { grammar, states } = page.pack;
  let at = comma;
  for (let count = 0; count < LISTED_STATES && at < limit && (lowerAt(page, at) === "," || grammar.and.has(lowerAt(page, at))); count++) {
    const last = grammar.and.has(lowerAt(page, at));
    const start = grammar.definite.has(lowerAt(page, at + 1)) ? at + 2 : at + 1;
    const state = states.names.at(page.tokens, start, limit);
    if (state === null) return comma;
    at = state.to;
    if (last) return at;
  }
  return comma;
}
const LISTED_STATES = 6;

function commaFrom(page: Page, from: number, to: number): number {
  let at = from;
  while (at < to && lowerAt(page, at) !== ",") at++;
  return at;
}

// "By his words, 170 tanks will come".
function ownWordsAt(page: Page, sentence: Sentence, index: number, i: number, cast: Cast): Saying | null {
  const own = page.pack.sources.ownWords.at(page.tokens, i, sentence.to);
  const cue = own ?? accountAt(page, sentence, i);
  const speaker = own !== null ? cast.pronoun(own.value) : cue === null ? null : speakerOf(page, { from: i + 1, to: cue.to - 1 }, cast);
  if (cue === null || speaker === null) return null;
  const content = [{ from: sentence.from, to: cue.from }, { from: cue.to, to: sentence.to }].filter((range) => range.to - range.from > 2);
  return { sentence: index, speaker, cue, content, manner: "according", time: null, via: [], negated: false, rule: "source/own-words" };
}

// "By the ministry's own count, C": the words with their owner.
function accountAt(page: Page, sentence: Sentence, i: number): TokenRange | null {
  const { grammar, sources } = page.pack;
  if (i > sentence.from || !grammar.agent.has(lowerAt(page, i))) return null;
  for (let at = i + 2; at < Math.min(sentence.to - 1, i + ACCOUNT_REACH); at++) {
    if (!grammar.possessive.has(lowerAt(page, at))) continue;
    const noun = page.pack.numbers.more.has(lowerAt(page, at + 1)) || grammar.adverbs.has(lowerAt(page, at + 1)) || sources.own.has(lowerAt(page, at + 1)) ? at + 2 : at + 1;
    return sources.accounts.has(lowerAt(page, noun)) ? { from: i, to: noun + 1 } : null;
  }
  return null;
}
const ACCOUNT_REACH = 10;

// "citing the army's presence": a reason, no source.
function holdsPossessive(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) if (page.pack.grammar.possessive.has(lowerAt(page, i))) return true;
  return false;
}

// "Addis Ababa denies X but acknowledges Y": the speaker of the verb before the conjunction.
function sharedSpeaker(page: Page, i: number, earlier: readonly Saying[]): Speaker | null {
  const before = earlier.at(-1);
  // "C, he said on Monday, adding that D".
  const goesOn = lowerAt(page, i - 1) === "," && lowerAt(page, i).endsWith("ing");
  if (before?.speaker == null || !goesOn && (before.rule !== "source/before" || !page.pack.grammar.continuing.has(lowerAt(page, i - 1)))) return null;
  before.content = before.content.map((range) => (range.from < i && range.to > i ? { from: range.from, to: i - 1 } : range));
  return before.speaker;
}

function verbAt(page: Page, sentence: Sentence, index: number, i: number, cast: Cast, earlier: readonly Saying[]): Saying | null {
  const cue = cueAt(page, i, sentence);
  const manner = page.pack.sources.verbs.get(lowerAt(page, i)) ?? (cue.to > i + 1 ? "promise" : undefined);
  if (manner === undefined || (page.tokens[i]?.capital === true && i > sentence.from)) return null;
  const quoted = page.pack.sources.passive.has(lowerAt(page, i)) ? quotedAt(page, sentence, index, i, cast) : null;
  if (quoted !== null) return quoted;
  const agent = agentOf(page, sentence, index, cue, manner, cast);
  if (agent !== null) return agent;
  const inverted = startsTail(page, sentence, i);
  if (inverted !== null) {
    const end = groupEnd(page, i + 1, sentence.to);
    const speaker = speakerOf(page, { from: i + 1, to: end }, cast) ?? introduced(page, sentence, index, { from: i + 1, to: end }, cast);
    if (speaker !== null) return { sentence: index, speaker, cue, content: contentAround(sentence, inverted, restAfter(page, end, sentence) ?? restOfFragment(page, inverted, end, sentence)), manner, time: null, via: [], negated: false, rule: "source/inverted" };
  }
  // "is expected to call for": who is expected to say it.
  const raised = page.pack.grammar.to.has(lowerAt(page, i - 1)) ? page.pack.events.raising.endingAt(page.tokens, i - 1, sentence.from, 5) : null;
  const at = raised?.from ?? i;
  const left = groupBefore(page, sentence, at);
  const shared = sharedSpeaker(page, i, earlier);
  if (shared !== null) return { sentence: index, speaker: shared, cue, content: [{ from: i + 1, to: sentence.to }], manner, time: null, via: [], negated: false, rule: "source/shared" };
  if (left === null || (raised === null && !isReporting(page, i, left))) return null;
  // "According to officials who spoke to the agency": the relative clause is no saying of its own.
  if (page.pack.grammar.relatives.has(lowerAt(page, i - 1)) && earlier.some((saying) => saying.manner === "according" && saying.cue !== null && left.from < saying.cue.to && saying.cue.from < left.to)) return null;
  // "disputed media reports that": reports that somebody denies.
  if (page.pack.sources.verbs.get(lowerAt(page, left.from - 1)) === "deny" && earlier.some((saying) => saying.cue?.from === left.from - 1)) return null;
  const speaker = speakerOf(page, left, cast) ?? subjectOf(page, sentence, left, cast) ?? introduced(page, sentence, index, left, cast);
  if (speaker === null) return null;
  // "Ghana has pledged troops" holds a claim in a word, "Accra denied it" the one before it.
  const right = contentRight(page, cue.to, sentence.to, manner === "promise" || manner === "deny" && pointsBack(page, cue.to) ? 1 : undefined);
  const lead = earlier.find((saying) => saying.manner === "according" && saying.cue !== null && saying.cue.from - sentence.from <= 2)?.speaker?.range.to ?? sentence.from;
  // "Near the shoal, where it has a ship, the navy counted 71": what is seen stands behind the verb.
  const sees = right !== null && page.pack.sources.observing.has(lowerAt(page, i));
  const before = !sees && left.from - lead > 2 && endsContent(page, left.from - 1) && saysBefore(page, { from: lead, to: sentence.to }, left.from, right) ? left.from : null;
  const content = before !== null ? contentAround(sentence, before, restAfter(page, right?.from ?? sentence.to, sentence)) : right === null ? [] : [right];
  return content.length === 0 ? null : { sentence: index, speaker, cue, content, manner, time: null, via: [], negated: false, rule: before === null ? "source/before" : "source/after" };
}

// "The agency quoted the minister as saying that C", `"C," the agency quoted him as saying`: who is quoted has said it, the other passed it on.
function quotedAt(page: Page, sentence: Sentence, index: number, i: number, cast: Cast): Saying | null {
  const { grammar, sources } = page.pack;
  const passive = grammar.auxiliaries.get(lowerAt(page, i - 1)) === "be";
  let as = i + 1;
  while (as < Math.min(sentence.to, i + 25) && !(sources.quotedAs.has(lowerAt(page, as)) && sources.verbs.has(lowerAt(page, as + 1)))) as++;
  if (as >= Math.min(sentence.to, i + 25)) return null;
  const left = groupBefore(page, sentence, passive ? i - 1 : i);
  // "The minister was quoted by the agency as saying that C": the two change places.
  const [first, second] = [left === null ? null : speakerOf(page, left, cast), as - i > 2 ? speakerOf(page, { from: grammar.agent.has(lowerAt(page, i + 1)) ? i + 2 : i + 1, to: as }, cast) : null];
  const [relay, speaker] = passive ? [second, first] : [first, second ?? speakerOf(page, { from: i + 1, to: as }, cast)];
  if (left === null || speaker === null) return null;
  const cue = { from: as + 1, to: as + 2 };
  const right = contentRight(page, cue.to, sentence.to);
  const content = right !== null ? [right] : endsContent(page, left.from - 1) ? [{ from: sentence.from, to: left.from }] : [];
  const name = relay?.source.organisation ?? null;
  return content.length === 0 ? null : { sentence: index, speaker, cue, content, manner: "say", time: null, via: name === null ? [] : [name], negated: false, rule: "source/quoted-as" };
}

// "Their strength is put by the service at 1,500", "reported by aid workers to number 3,000": the speaker stands behind a passive.
function agentOf(page: Page, sentence: Sentence, index: number, cue: TokenRange, manner: Saying["manner"], cast: Cast): Saying | null {
  const { grammar, sources } = page.pack;
  if (!grammar.agent.has(lowerAt(page, cue.to)) || grammar.auxiliaries.get(lowerAt(page, cue.from - 1)) === "have") return null;
  const end = groupEnd(page, cue.to + 1, sentence.to);
  const speaker = speakerOf(page, { from: cue.to + 1, to: end }, cast);
  if (speaker === null || sources.verbs.get(lowerAt(page, cue.from)) === "promise") return null;
  // "The demand was rejected by the ministry, which keeps 500 soldiers there": what follows is not denied along with it.
  const rest = manner === "deny" ? [] : [{ from: end, to: sentence.to }];
  const content = [{ from: sentence.from, to: cue.from }, ...rest].filter((range) => range.to - range.from > 2);
  return { sentence: index, speaker, cue, content, manner, time: null, via: [], negated: false, rule: "source/agent" };
}

// "denied it", "rejects this".
const pointsBack = (page: Page, at: number): boolean => page.pack.sources.pointers.has(lowerAt(page, at));

// "call for" is a verb of saying only together.
const cueAt = (page: Page, i: number, sentence: Sentence): TokenRange => {
  const phrasal = page.pack.sources.phrasal.at(page.tokens, i, sentence.to);
  return { from: i, to: phrasal === null ? i + 1 : phrasal.to };
};

// "Uganda has begun to withdraw, it said": nobody has spoken before, so it is the one that the sentence is about.
function subjectOf(page: Page, sentence: Sentence, left: TokenRange, cast: Cast): Speaker | null {
  const pronoun = left.to - left.from === 1 ? page.pack.sources.singular.get(lowerAt(page, left.from)) : undefined;
  if (pronoun === undefined || pronoun === "person" || left.from - sentence.from < 3) return null;
  const speaker = speakerOf(page, { from: sentence.from, to: groupEnd(page, sentence.from, left.from) }, cast);
  return speaker === null || speaker.source.person !== null ? null : speaker;
}

// "A French general spoke in Paris. '...,' he said": whom the sentence before is about, though he has not said anything yet.
function introduced(page: Page, sentence: Sentence, index: number, group: TokenRange, cast: Cast): Speaker | null {
  if (group.to - group.from !== 1 || page.pack.sources.singular.get(lowerAt(page, group.from)) !== "person") return null;
  const before = page.sentences[index - 1];
  if (before === undefined || sentence.paragraph - before.paragraph > 1) return null;
  const speaker = speakerOf(page, { from: before.from, to: groupEnd(page, before.from, before.to) }, cast);
  return speaker !== null && (speaker.source.person !== null || speaker.source.role !== null) ? cast.add(speaker) : null;
}

// `"...," said X`, `..., said X`: a comma or a closing quotation right before the verb ends the content.
function startsTail(page: Page, sentence: Sentence, i: number): number | null {
  if (i <= sentence.from + 1) return null;
  const before = page.tokens[i - 1];
  if (before === undefined || before.kind !== "mark") return null;
  if (!["\"", "”", ",", "’", "'", "»", "–", "—", "-"].includes(before.lower)) return null;
  const inQuote = (page.quotationAt[i - 1] ?? -1) >= 0;
  if (before.lower === "," && !inQuote && (asideBefore(page, sentence, i - 1) !== null || appositionBefore(page, sentence, i - 1))) return null;
  return i;
}

// "report" and "claims" are nouns as well; a reporting verb has a group before it and no article right before.
function isReporting(page: Page, i: number, left: TokenRange): boolean {
  const before = lowerAt(page, i - 1);
  // "Iraq has continued to add troops" does something and says nothing.
  if (page.pack.sources.quotative.has(lowerAt(page, i)) && (page.pack.grammar.to.has(lowerAt(page, i + 1)) || page.pack.grammar.prepositions.has(lowerAt(page, i + 1)))) return false;
  if (page.pack.grammar.auxiliaries.get(before) === "be" && !lowerAt(page, i).endsWith("ing") && lowerAt(page, i) !== "quoted") return false;
  if (page.pack.grammar.determiners.has(before) || page.pack.grammar.to.has(before) || page.pack.grammar.prepositions.has(before)) return false;
  if (page.pack.sources.putting.has(lowerAt(page, i)) && !saysHowMany(page, i)) return false;
  if (page.pack.grammar.of.has(lowerAt(page, i + 1)) && !page.pack.sources.speaking.has(lowerAt(page, i))) return false;
  return left.to > left.from;
}

// "puts the number at 500" says something, "puts marines on standby" does something.
function saysHowMany(page: Page, i: number): boolean {
  for (let at = i + 1; at < i + PUT_REACH; at++) if (page.pack.numbers.nouns.has(lowerAt(page, at)) || page.pack.numbers.standIns.has(lowerAt(page, at)) || page.pack.numbers.sizes.has(lowerAt(page, at))) return true;
  return false;
}
const PUT_REACH = 8;

// The date that stands beside the cue or its source, outside what is said.
function timeBeside(page: Page, sentence: Sentence, saying: Saying, times: readonly TimeMention[]): TimeMention | null {
  const cue = saying.cue;
  if (cue === null) return null;
  const candidates = among(times, sentence);
  const tail = saying.rule === "source/inverted" || saying.rule === "source/after" || saying.manner === "according";
  const right = candidates.find((time) => time.from >= cue.to && (tail ? time.from - Math.max(cue.to, saying.speaker?.range.to ?? 0) <= 14 && !saying.content.some((range) => range.from > cue.from && range.from <= time.from) : time.from - cue.to <= nearness(page, cue.to, sentence.to)));
  if (right !== undefined) return right;
  const left = candidates.findLast((time) => time.to <= cue.from && (cue.from - time.to <= 3 || leadsIn(saying, time)) && !saying.content.some((range) => range.from <= time.from && time.to <= range.to));
  return left ?? null;
}

// "On September 6 the minister said": right before the one who speaks.
const leadsIn = (saying: Saying, time: TimeMention): boolean => saying.speaker !== null && saying.speaker.range.from >= time.to && saying.speaker.range.from - time.to <= 2;

// Up to "that" the words belong to the saying; without it only the very next ones do.
function nearness(page: Page, from: number, limit: number): number {
  const { grammar, sources } = page.pack;
  let i = from;
  for (; i < limit && i < from + 22 && page.pack.events.nouns.at(page.tokens, i) === null && page.pack.forces.heads.at(page.tokens, i) === null && !grammar.auxiliaries.has(lowerAt(page, i)) && !grammar.modals.has(lowerAt(page, i)); i++) if (sources.that.has(lowerAt(page, i))) return i - from;
  // "Assessed the situation differently on 16 October": nothing in it happens.
  if (i === limit) return limit - from;
  return lowerAt(page, from) === "on" || lowerAt(page, from) === "late" ? 1 : 0;
}

