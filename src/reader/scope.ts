import type { Certainty, Polarity, Reality } from "../claims/index.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Draft, Scene } from "./drafts.ts";
import { OPENS } from "./openings.ts";
import { lowerAt, opens } from "./page.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** Polarity, certainty and reality that a verb group's own words give; null when they make it no claim. */
export interface Scope {
  polarity: Polarity;
  certainty: Certainty;
  reality: Reality;
  hearsay: boolean;
}

const CERTAINTY_ORDER: readonly Certainty[] = ["certain", "probable", "possible", "unknown"];
export const lessCertain = (a: Certainty, b: Certainty): Certainty => (CERTAINTY_ORDER.indexOf(a) >= CERTAINTY_ORDER.indexOf(b) ? a : b);

/** Settles a verb group's modals, negation and governors, from the verb outwards. */
export function scopeOfGroup(group: VerbGroup): Scope | null {
  const scope: Scope = { polarity: group.negated ? "denied" : "affirmed", certainty: "certain", reality: "actual", hearsay: group.hearsay };
  let governed = false;
  for (const { control, negated } of group.controls) {
    if (control.drop === true) return null;
    if (control.polarity === "denied" && negated) {
      // "has not ruled out sending": possible after all.
      scope.certainty = lessCertain(scope.certainty, "possible");
      scope.reality = "hypothetical";
    } else if (control.polarity === "denied") scope.polarity = scope.polarity === "denied" ? "affirmed" : "denied";
    else if (negated) scope.polarity = "denied";
    if (control.certainty !== undefined) scope.certainty = lessCertain(scope.certainty, control.certainty);
    if (control.reality !== undefined && (scope.reality === "actual" || control.reality === "hypothetical")) scope.reality = control.reality;
    governed = true;
  }
  // "may have left" is a guess about the past, "may leave" about what is to come.
  const modal = group.controls[0]?.control;
  if (modal?.certainty === "possible" && modal.reality === undefined && scope.reality === "actual") scope.reality = group.tense === "past" || group.tense === "perfect" ? "actual" : "hypothetical";
  if (modal?.reality === "hypothetical" && group.tense === "past" && governed) scope.reality = "actual";
  if (modal?.id.endsWith("would") === true && group.tense === "past") scope.reality = "hypothetical";
  return scope;
}

/** "There may be 9,000 soldiers": a guess about now, unless it is "could", which says what is possible. */
export const guessesNow = (group: VerbGroup): boolean => {
  const modal = group.controls[0]?.control;
  return group.controls.length === 1 && modal?.certainty === "possible" && modal.reality === undefined && group.tense === "future" && group.shape === "finite";
};

/** What the rest of the clause adds: hedges, zero subjects, conditions. Changes the draft in place. */
export function applyClauseScope(scene: Scene, draft: Draft): void {
  const { page } = scene;
  hedgesIn(scene, draft, hedgeRange(scene, draft));
  if (isZero(scene, draft) || isNeither(scene, draft) || isNobody(scene, draft)) draft.polarity = draft.polarity === "denied" ? "affirmed" : "denied";
  const opener = page.pack.grammar.subordinators.at(page.tokens, draft.clause.from);
  if (isConditional(scene) && (draft.reality === "planned" || opener?.value === "condition")) draft.reality = "hypothetical";
  if (opener !== null && page.pack.events.whatever.has(lowerAt(page, opener.from))) draft.certainty = "unknown";
}

// "Turkey would send troops if ...", "Should the talks fail, ...": nothing of it is settled.
function isConditional(scene: Scene): boolean {
  const { page, sentence } = scene;
  if (lowerAt(page, sentence.from) === "should") return true;
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = lowerAt(page, i);
    // "asked if", "as if", "even if" set no condition.
    if (word === "unless" || (word === "if" && !page.pack.events.whatever.has(word) && !page.pack.grammar.reporters.has(lowerAt(page, i - 1)) && (page.quotationAt[i] ?? -1) === (page.quotationAt[sentence.from] ?? -1))) return true;
  }
  return false;
}

// A hedge reaches over its own clause, and over the words that lead into it inside the same saying.
function hedgeRange(scene: Scene, draft: Draft): TokenRange {
  const { page } = scene;
  const index = scene.clauses.indexOf(draft.clause);
  const before = scene.clauses[index - 1];
  const joined = before !== undefined && page.pack.sources.that.has(lowerAt(page, draft.clause.from));
  return joined ? { from: before.from, to: draft.clause.to } : draft.clause;
}

function hedgesIn(scene: Scene, draft: Draft, range: TokenRange): void {
  const { page } = scene;
  for (let i = range.from; i < range.to; i++) {
    const hedge = opens(page, i, OPENS.hedge) ? page.pack.hedges.at(page.tokens, i, range.to) : null;
    if (hedge === null) continue;
    // Modals are settled by the verb group; "expected" and "believed" as well when they govern it, "probably" is not.
    if (!governs(draft, hedge.from) && !(hedge.to === i + 1 && page.pack.grammar.modals.has(lowerAt(page, i)))) {
      draft.certainty = lessCertain(draft.certainty, hedge.value.certainty);
      draft.hearsay ||= hedge.value.hearsay === true;
      if (hedge.value.polarity === "denied") draft.polarity = "denied";
    }
    i = hedge.to - 1;
  }
}

const governs = (draft: Draft, hedge: number): boolean => draft.group?.controls.some((entry) => entry.control.certainty !== undefined && Math.abs(entry.at - hedge) <= 2) === true;

// "said none would leave": the subject denies, and is no force by itself.
function isNobody(scene: Scene, draft: Draft): boolean {
  const { page } = scene;
  if (draft.group === null || draft.theme?.value.kind === "group") return false;
  let at = draft.group.from - 1;
  while (at > draft.clause.from && page.pack.grammar.adverbs.has(lowerAt(page, at))) at--;
  return at >= draft.clause.from && page.pack.grammar.nobody.has(lowerAt(page, at));
}

// "Neither Poland nor Hungary has sent troops".
function isNeither(scene: Scene, draft: Draft): boolean {
  const { page } = scene;
  const mover = draft.agent ?? draft.theme;
  if (mover === null || draft.group === null) return false;
  for (let i = draft.clause.from; i < mover.to; i++) if (page.pack.grammar.neither.has(lowerAt(page, i))) return true;
  return false;
}

// "No PLA personnel landed", "not a single tank", "none was present".
function isZero(scene: Scene, draft: Draft): boolean {
  const { page } = scene;
  const { zero, determiners } = page.pack.grammar;
  const theme = draft.theme;
  if (theme === null || (draft.polarity === "denied" && scene.page.pack.grammar.negators.at(page.tokens, theme.from) !== null)) return false;
  // "not a single tank" begins before its article.
  const single = zero.at(page.tokens, theme.from - 1);
  if (single !== null && single.to > theme.from) return true;
  // "no more than 500" is an amount, not a denial.
  if (theme.value.quantity?.from === theme.from) return false;
  if (zero.at(page.tokens, theme.from) !== null) return true;
  const before = theme.from - 1;
  if (before < draft.clause.from) return false;
  const none = zero.endingAt(page.tokens, before, draft.clause.from, 3);
  // "none of the troops", "not one of the soldiers".
  return none !== null && (page.pack.grammar.of.has(lowerAt(page, before)) || !determiners.has(lowerAt(page, theme.from)));
}
