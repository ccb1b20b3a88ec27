import type { Control, VerbForm } from "../lang/pack.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Page } from "./page.ts";
import { lowerAt } from "./page.ts";

/** A verb with its auxiliaries, negation and the verbs that govern it. */
export interface VerbGroup extends TokenRange {
  /** First token of the verb itself. */
  verb: number;
  /** First token of its own auxiliaries; `from` reaches back to what governs them. */
  core: number;
  shape: "finite" | "infinitive" | "participle" | "ing";
  tense: "past" | "present" | "perfect" | "future" | "none";
  passive: boolean;
  negated: boolean;
  /** Modals and governing verbs, nearest first, each with whether it is negated itself. */
  controls: { control: Control; negated: boolean; at: number }[];
  hearsay: boolean;
}

const DEPTH = 4;

/**
 * Reads the auxiliaries before a verb, and what governs an infinitive or a gerund.
 *
 * @param verb  tokens of the verb; `forms` is what its form can be
 * @param floor first token that may belong to the group
 */
export function verbGroupAt(page: Page, verb: TokenRange, forms: ReadonlySet<VerbForm>, floor: number, depth = 0): VerbGroup {
  const group: VerbGroup = { from: verb.from, to: verb.to, verb: verb.from, core: verb.from, shape: "finite", tense: "none", passive: false, negated: false, controls: [], hearsay: false };
  const chain = auxiliaryChain(page, verb.from, floor, group);
  group.core = group.from;
  const nearest = chain.kinds[0];
  if (chain.to) {
    group.shape = "infinitive";
    group.tense = chain.kinds.includes("have") ? "perfect" : "future";
    group.passive = nearest === "be" && forms.has("participle");
    // "decided not to join".
    if (grammarNot(page, chain.toAt - 1)) group.negated = true;
    govern(page, group, chain.toAt, floor, depth);
    return group;
  }
  if (nearest === undefined && chain.modals === 0) return bareVerb(page, group, forms, floor, depth);
  group.passive = nearest === "be" && forms.has("participle");
  const perfect = chain.kinds.includes("have");
  group.tense = chain.modals > 0 ? (perfect ? "past" : "future") : perfect ? "perfect" : chain.finite ?? "present";
  if (perfect && chain.finite === "past") group.tense = "past";
  return group;
}

const grammarNot = (page: Page, i: number): boolean => page.pack.grammar.not.has(lowerAt(page, i)) && page.pack.grammar.auxiliaries.get(lowerAt(page, i - 1)) === undefined;

interface Chain {
  kinds: ("be" | "have" | "do")[];
  finite: "present" | "past" | null;
  modals: number;
  to: boolean;
  toAt: number;
}

// A quotation may begin between the auxiliary and the verb: would "stay as long as".
export const QUOTATION_MARKS: ReadonlySet<string> = new Set(["\"", "“", "”"]);

function auxiliaryChain(page: Page, verb: number, floor: number, group: VerbGroup): Chain {
  const { grammar } = page.pack;
  const chain: Chain = { kinds: [], finite: null, modals: 0, to: false, toAt: -1 };
  let skipped = 0;
  for (let i = verb - 1; i >= floor; i--) {
    const word = lowerAt(page, i);
    const negator = grammar.negators.endingAt(page.tokens, i, floor, 3);
    if (negator !== null && word !== "nothing" && word !== "nobody" && word !== "none" && word !== "nor") {
      group.negated = true;
      group.from = negator.from;
      if (grammar.auxiliaries.has(word) || /n't$/.test(word)) note(page, chain, word, group, i);
      i = negator.from;
      continue;
    }
    if (note(page, chain, word, group, i)) {
      group.from = i;
      skipped = 0;
      continue;
    }
    if (grammar.to.has(word) && chain.kinds.length <= 2 && !chain.to) {
      chain.to = true;
      chain.toAt = i;
      group.from = i;
      break;
    }
    if (QUOTATION_MARKS.has(word)) continue;
    if (skipped < 2 && isAdverb(page, i)) skipped++;
    else break;
  }
  return chain;
}

function note(page: Page, chain: Chain, word: string, group: VerbGroup, at: number): boolean {
  const { grammar } = page.pack;
  const kind = grammar.auxiliaries.get(word) ?? (word.endsWith("n't") ? grammar.auxiliaries.get(word.slice(0, -3)) : undefined);
  const modal = modalAt(page, at);
  if (modal !== undefined) {
    chain.modals++;
    group.controls.push({ control: modal, negated: group.negated, at });
    return true;
  }
  if (kind === undefined) return false;
  chain.kinds.push(kind);
  chain.finite ??= grammar.finiteAuxiliaries.get(word) ?? null;
  return true;
}

// "May", but not in "those sent in May have left".
function modalAt(page: Page, at: number): Control | undefined {
  const modal = page.pack.grammar.modals.get(lowerAt(page, at));
  return modal !== undefined && page.tokens[at]?.capital === true && page.pack.grammar.prepositions.has(lowerAt(page, at - 1)) ? undefined : modal;
}

export const isAdverb = (page: Page, i: number): boolean => {
  const word = lowerAt(page, i);
  return page.pack.grammar.adverbs.has(word) || (word.length > 4 && hasEnding(word, page.pack.grammar.adverbEndings) && !page.pack.grammar.noAdverbs.has(word));
};

// A loop, since it is asked of every other word.
function hasEnding(word: string, endings: readonly string[]): boolean {
  for (const ending of endings) if (word.endsWith(ending)) return true;
  return false;
}

// Without an auxiliary: a finite verb, a gerund, or a participle behind its noun.
function bareVerb(page: Page, group: VerbGroup, forms: ReadonlySet<VerbForm>, floor: number, depth: number): VerbGroup {
  if (forms.has("ing")) {
    group.shape = "ing";
    govern(page, group, group.verb, floor, depth);
    return group;
  }
  if (forms.has("participle") && (!forms.has("past") && !forms.has("base") || isDoneBy(page, group.to))) {
    group.shape = "participle";
    group.passive = true;
    return group;
  }
  // "were stationed" is one verb of the table: its tense is that of its auxiliary.
  group.tense = page.pack.grammar.finiteAuxiliaries.get(lowerAt(page, group.verb)) ?? (forms.has("past") && !forms.has("base") ? "past" : "present");
  const modal = forms.has("base") && grammarAnd(page, group.from - 1) ? modalBefore(page, group.from - 1, floor) : null;
  if (modal !== null) {
    group.tense = "future";
    group.controls.push(modal);
  }
  return group;
}

// "Positions vacated by Syrian troops", but "increased by a third".
function isDoneBy(page: Page, at: number): boolean {
  const { grammar } = page.pack;
  if (!grammar.agent.has(lowerAt(page, at))) return false;
  return page.tokens[grammar.determiners.has(lowerAt(page, at + 1)) ? at + 2 : at + 1]?.capital === true;
}

const grammarAnd = (page: Page, i: number): boolean => page.pack.grammar.coordinators.has(lowerAt(page, i));

const SHARED_REACH = 14;

// "Britain will lead the force and contribute 1,500 troops": both verbs share the modal.
function modalBefore(page: Page, i: number, floor: number): VerbGroup["controls"][number] | null {
  const { grammar } = page.pack;
  for (let at = i - 1; at >= Math.max(floor, i - SHARED_REACH); at--) {
    const word = lowerAt(page, at);
    const modal = modalAt(page, at);
    if (modal !== undefined) return { control: modal, negated: grammar.negators.at(page.tokens, at + 1) !== null, at };
    if (grammar.auxiliaries.has(word) || grammar.subordinators.at(page.tokens, at) !== null || page.tokens[at]?.kind === "mark" && word !== "-" && word !== ",") return null;
  }
  return null;
}

// What governs the "to" or the gerund at token `at`: "plans to", "is expected to", "ruled out".
function govern(page: Page, group: VerbGroup, at: number, floor: number, depth: number): void {
  if (depth >= DEPTH) return;
  const { events, grammar } = page.pack;
  const raising = group.shape === "infinitive" ? events.raising.endingAt(page.tokens, at, floor, 6) : null;
  if (raising !== null) {
    group.from = raising.from;
    group.hearsay ||= raising.value.hearsay === true;
    group.controls.push({ control: raising.value.control, negated: page.pack.grammar.not.has(lowerAt(page, raising.from - 1)), at: raising.from });
    return;
  }
  let i = at - 1;
  while (i > floor && (isAdverb(page, i) || grammar.determiners.has(lowerAt(page, i)) && group.shape === "ing")) i--;
  // "to vote on sending": the preposition may belong to what governs.
  const linked = group.shape === "ing" && grammar.prepositions.has(lowerAt(page, i)) ? controlEndingAt(page, i, floor) : null;
  if (linked !== null) {
    apply(page, group, linked, floor, depth);
    return;
  }
  if (group.shape === "ing" && grammar.prepositions.has(lowerAt(page, i)) && !grammar.gerundLinks.has(lowerAt(page, i))) i--;
  if (lowerAt(page, i) === "without" && group.shape === "ing") group.negated = true;
  const near = controlEndingAt(page, i, floor) ?? controlOverObject(page, i, floor, group.shape);
  if (near === null) {
    if (group.shape === "infinitive") group.controls.push({ control: { id: "infinitive", reality: "planned" }, negated: false, at });
    else if (isUnseen(page, i, floor)) group.negated = true;
    return;
  }
  apply(page, group, near, floor, depth);
}

interface Governor extends TokenRange {
  control: Control;
  forms: ReadonlySet<VerbForm> | null;
}

function controlEndingAt(page: Page, i: number, floor: number): Governor | null {
  const named = page.pack.events.controlNouns.endingAt(page.tokens, i, floor, 3);
  const zero = named === null ? null : page.pack.grammar.zero.endingAt(page.tokens, named.from - 1, floor, 3) ?? page.pack.grammar.zero.endingAt(page.tokens, named.from - 2, floor, 3);
  if (named !== null && (zero !== null || page.pack.grammar.determiners.has(lowerAt(page, named.from - 1)))) return { from: named.from, to: named.to, control: named.value, forms: null };
  const verb = page.pack.events.controls.endingAt(page.tokens, i, floor, 3);
  if (verb !== null) return { from: verb.from, to: verb.to, control: verb.value.control, forms: verb.value.forms };
  const noun = page.pack.events.controlNouns.endingAt(page.tokens, i, floor, 3);
  return noun === null ? null : { from: noun.from, to: noun.to, control: noun.value, forms: null };
}

const OBJECT_REACH = 9;

// "asked the troops to leave", "allow American troops to pull out": the governed verb's subject stands between.
function controlOverObject(page: Page, i: number, floor: number, shape: VerbGroup["shape"]): Governor | null {
  if (shape !== "infinitive") return null;
  for (let k = i; k >= Math.max(floor, i - OBJECT_REACH); k--) {
    const word = lowerAt(page, k);
    if (page.tokens[k]?.kind === "mark" && word !== "-" && word !== "'") return null;
    const control = page.pack.events.controls.endingAt(page.tokens, k, floor, 3);
    if (control !== null) return { from: control.from, to: control.to, control: control.value.control, forms: control.value.forms };
    if (page.pack.grammar.modals.has(word)) return null;
  }
  return null;
}

// "We do not see Russian troops moving": what nobody sees, the speaker denies.
function isUnseen(page: Page, i: number, floor: number): boolean {
  for (let k = i; k >= Math.max(floor, i - OBJECT_REACH) && page.tokens[k]?.kind !== "mark"; k--) {
    const seen = page.pack.events.seeing.has(lowerAt(page, k)) ? page.pack.events.controls.at(page.tokens, k) : null;
    if (seen !== null) return verbGroupAt(page, seen, seen.value.forms, floor).negated;
  }
  return false;
}

// A governor brings its own negation and what governs it in turn: "has not decided to send".
function apply(page: Page, group: VerbGroup, governor: Governor, floor: number, depth: number): void {
  group.from = governor.from;
  if (governor.forms === null) {
    const zero = page.pack.grammar.zero.endingAt(page.tokens, governor.from - 1, floor, 3) ?? page.pack.grammar.zero.endingAt(page.tokens, governor.from - 2, floor, 3);
    group.controls.push({ control: governor.control, negated: zero !== null, at: governor.from });
    return;
  }
  const outer = verbGroupAt(page, governor, governor.forms, floor, depth + 1);
  group.controls.push({ control: governor.control, negated: outer.negated, at: governor.from });
  group.controls.push(...outer.controls.filter((entry) => entry.control.id !== "infinitive"));
  group.hearsay ||= outer.hearsay;
  group.from = outer.from;
  if (group.shape === "ing" && group.tense === "none") group.tense = outer.tense;
}
