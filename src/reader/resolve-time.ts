import type { Draft, Scene } from "./drafts.ts";
import { PRIORITY } from "./drafts.ts";
import type { Saying } from "./saying.ts";
import type { TimeMention } from "./calendar.ts";
import { hasVerb } from "./clauses.ts";
import { OPENS } from "./openings.ts";
import { leastOf } from "./order.ts";
import { firstIn, inside, isStop, lowerAt, meets, spanOf } from "./page.ts";
import type { Read } from "./resolve-force.ts";
import { isAdverb } from "./verb-groups.ts";
import { isPluperfect } from "./verb-kinds.ts";

/** When each speaker spoke, as far as the text has told: later sayings of the same scene take the same day. */
export class SpeechDays {
  readonly #days = new Map<string, Read<string>>();
  #told: { read: Read<string>; sentence: number; paragraph: number } | null = null;

  day(scene: Scene, saying: Saying | null): Read<string> | null {
    if (saying === null) return null;
    const key = keyOf(saying);
    const value = saying.time?.value.past ?? null;
    if (saying.time !== null && value !== null && !value.startsWith("..")) {
      const read: Read<string> = { value, origin: { rule: saying.time.rule, span: spanOf(scene.page, saying.time), status: "known" } };
      for (const name of [key, bodyKeyOf(saying)]) if (name !== null) this.#days.set(name, read);
      return read;
    }
    // A caption stands apart from the scene that the text tells.
    const earlier = key === null || scene.sentence.part === "caption" ? undefined : this.#days.get(key);
    if (earlier !== undefined) return { value: earlier.value, origin: { ...earlier.origin, rule: "said/same-scene", status: "implied" } };
    return saying.manner === "label" ? this.#published(scene) : null;
  }

  /** The outlet has told of something on that day. */
  noteTold(scene: Scene, read: Read<string>): void {
    if (/^\d{4}-\d\d-\d\d$/.test(read.value)) this.#told = { read, sentence: scene.index, paragraph: scene.sentence.paragraph };
  }

  /** The day that the sentence before told of: "On Tuesday they entered Gao. They took the airport." */
  told(scene: Scene): Read<string> | null {
    const last = this.#told;
    return last !== null && last.paragraph === scene.sentence.paragraph && scene.index - last.sentence <= 2 ? last.read : null;
  }

  // A transcript and a bulletin are of their day.
  #published(scene: Scene): Read<string> | null {
    const { published } = scene.page.document;
    return published === null ? null : { value: published, origin: { rule: "said/published", span: null, status: "implied" } };
  }
}

// What a spokesman says his service says: its other sayings are of the same scene.
function bodyKeyOf(saying: Saying): string | null {
  const body = saying.speaker?.source.organisation ?? null;
  return body === null ? null : `|${body}`;
}

function keyOf(saying: Saying): string | null {
  const source = saying.speaker?.source;
  if (source === undefined) return null;
  if (source.person !== null) return source.person.split(" ").at(-1) ?? null;
  return `${source.role ?? ""}|${source.organisation ?? ""}`;
}

/** When a draft holds of the world: a date in its words, else the day it was said or published. */
export function resolveAsOf(scene: Scene, draft: Draft, saying: Saying | null, said: Read<string> | null, days: SpeechDays): Read<string> | null {
  const time = timeFor(scene, draft, saying);
  const coming = draft.reality !== "actual";
  if (time !== null) {
    const value = coming ? time.value.future : time.value.past;
    if (value === null) return null;
    const read: Read<string> = { value, origin: { rule: time.rule, span: spanOf(scene.page, time), status: "known" } };
    if (!coming && saying === null) days.noteTold(scene, read);
    return read;
  }
  if (draft.reality !== "actual" && draft.priority !== PRIORITY.capacity) return staysOn(draft, said);
  // "Up from 203": some time before.
  if (EARLIER.has(draft.rule)) return null;
  // "There had been 10,000 soldiers": some time before the time spoken of.
  if (isBackground(scene, draft, saying) || isUndated(scene, draft) || draft.kind === "strength" && draft.group !== null && isPluperfect(scene.page, draft.group)) return null;
  const told = saying === null && draft.group?.tense === "past" && draft.group.shape === "finite" && MOVES.has(draft.kind) ? days.told(scene) : null;
  if (told !== null) return { value: told.value, origin: { ...told.origin, rule: "asOf/told", status: "implied" } };
  if (said !== null) return { value: said.value, origin: { ...said.origin, rule: "asOf/said", status: "implied" } };
  const { published } = scene.page.document;
  return published === null || (saying !== null && saying.time !== null) ? null : { value: published, origin: { rule: "asOf/published", span: null, status: "implied" } };
}

// What happens at a time, so that a story goes on from it.
const MOVES: ReadonlySet<string> = new Set(["arrival", "departure", "movement", "rotation"]);

// "will stay": from the day it is said on.
function staysOn(draft: Draft, said: Read<string> | null): Read<string> | null {
  if (draft.kind !== "strength" || draft.polarity === "denied" || draft.reality !== "planned" || draft.group === null || draft.quantity !== null || said === null || said.value.includes("/")) return null;
  return { value: `${said.value}/..`, origin: { ...said.origin, rule: "asOf/stays-on", status: "implied" } };
}

// A relative clause in the simple past tells of some earlier time, which the text leaves open.
function isBackground(scene: Scene, draft: Draft, saying: Saying | null): boolean {
  // "The force dispatched to Saudi Arabia".
  if (draft.group?.shape === "participle" && draft.kind === "arrival") return true;
  if (draft.group === null || draft.group.tense !== "past" || draft.group.shape !== "finite") return false;
  const opener = scene.page.pack.grammar.subordinators.at(scene.page.tokens, draft.clause.from)?.value;
  // "as it was before, when there were 10,000": of the same kind, where it tells how things were.
  return opener === "relative" && saying === null || opener === "condition" && draft.kind === "strength" && draft.clause.from > scene.sentence.from;
}

// "At its peak the force numbered 3,000": some time before, which the text leaves open.
const isUndated = (scene: Scene, draft: Draft): boolean =>
  draft.group?.tense !== "present" && draft.group?.tense !== "perfect" && firstIn(scene.page, scene.page.pack.times.undated, OPENS.undated, draft.clause) !== null;

// What a change began at: dated only by what stands right behind it.
const EARLIER: ReadonlySet<string> = new Set(["strength/changed-from", "strength/turned-from"]);
const NEAR_EARLIER = 2;
const NEAR_PHRASE = 7;
const NEAR_VERB = 16;

// Whether a date can belong to a draft: near enough, no other amount or verb nearer to it.
function belongs(scene: Scene, draft: Draft, time: TimeMention): boolean {
  const after = time.from >= draft.trigger.to;
  const [from, to] = after ? [draft.trigger.to, time.from] : [time.to, draft.trigger.from];
  if (EARLIER.has(draft.rule) && (!after || to - from > NEAR_EARLIER)) return false;
  // "Some 600 soldiers, among them 160 engineers, have been training there since May".
  if (after && draft.reality === "actual" && time.value.past?.endsWith("/..") === true && meets(time, draft.clause)) return true;
  if (to - from > (draft.group === null ? NEAR_PHRASE : NEAR_VERB) && draft.priority !== PRIORITY.noun) return false;
  if (draft.kind !== "change" && scene.quantities.some((quantity) => quantity !== draft.quantity && !scene.places.some((place) => inside(place, quantity)) && quantity.from >= from && quantity.to <= to && after)) return false;
  if (draft.reality === "actual" || after) return true;
  return !hasVerb(scene.page, time.to, draft.group?.from ?? draft.trigger.from, true);
}

// The nearest date of the clause that does not say when it was said.
function timeFor(scene: Scene, draft: Draft, saying: Saying | null): TimeMention | null {
  if (scene.times.length === 0) return null;
  // "A third fewer than a year ago" dates what is compared.
  const free = scene.times.filter((time) => !scene.page.pack.times.than.has(lowerAt(scene.page, time.from - 1)) && (draft.reality === "actual" ? time.value.past !== null : isAhead(scene, draft, time)) && !scene.sayings.some((other) => other.time === time) && !datesSaying(time, saying) && !datesControl(draft, time) && !inRelative(scene, draft, time) && !inAside(scene, draft, time) && !isAttribute(scene, draft, time) && belongs(scene, draft, time));
  const inClause = free.filter((time) => meets(time, draft.clause));
  const pool = inClause.length > 0 ? inClause : scene.clauses.length <= 2 || free.length === 1 && adjacent(scene, draft, free[0]) ? free : [];
  return leastOf(pool, (a, b) => gap(a, draft) - gap(b, draft)) ?? null;
}

// "They have left Buchanan, which they seized on July 28": the date of a relative clause is that clause's own.
function inRelative(scene: Scene, draft: Draft, time: TimeMention): boolean {
  const clause = scene.clauses.find((one) => one.from <= time.from && time.from < one.to);
  if (clause === undefined || clause.from < draft.trigger.to || meets(clause, draft.clause)) return false;
  return scene.page.pack.grammar.subordinators.at(scene.page.tokens, clause.from)?.value === "relative";
}

// "In Kidal, retaken in November, 150 Russians remain": the date of a participle between commas is that participle's own.
function inAside(scene: Scene, draft: Draft, time: TimeMention): boolean {
  const { page, sentence } = scene;
  // "The battalions rushed to Kashmir in April are still there".
  const { theme, trigger } = draft;
  if (theme !== null && time.from >= theme.to && time.to <= trigger.from && time.from - theme.to <= ASIDE_MAX && trigger.from > theme.to + 1 && page.pack.events.verbs.at(page.tokens, theme.to)?.value.forms.has("participle") === true) return true;
  let from = time.from;
  while (from > sentence.from && lowerAt(page, from - 1) !== ",") from--;
  if (from === sentence.from || time.from - from > ASIDE_MAX || draft.trigger.from >= from && draft.trigger.from < time.to) return false;
  if (page.pack.events.verbs.at(page.tokens, from)?.value.forms.has("participle") !== true || draft.trigger.from < from) return false;
  return lowerAt(page, time.to) === ",";
}
const ASIDE_MAX = 8;

// "Under a 1992 agreement", "before an April cease-fire": the date of that noun; but "its 1990 invasion" is when it invaded.
function isAttribute({ page }: Scene, draft: Draft, time: TimeMention): boolean {
  const next = page.tokens[time.to];
  if (next === undefined || next.kind !== "word" || next.capital || !next.gap || isStop(page, time.to) || isAdverb(page, time.to) || draft.trigger.from <= time.to && time.to < draft.trigger.to) return false;
  const { grammar, forces } = page.pack;
  return (grammar.determiners.has(lowerAt(page, time.from - 1)) || forces.possessives.has(lowerAt(page, time.from - 1))) && page.pack.events.verbs.at(page.tokens, time.to) === null;
}

// "France, whose forces landed over the weekend, will send 300": what is planned is not for a time that has gone by its own words.
const isAhead = (scene: Scene, draft: Draft, time: TimeMention): boolean => {
  const { past, future, fixed } = time.value;
  if (future === null) return false;
  // "A 1999 commitment to withdraw": when it was made.
  if (fixed && past === future && !future.startsWith("..") && time.to <= draft.trigger.from && future.slice(0, 4) < (scene.page.document.published ?? "").slice(0, 4)) return false;
  const end = future.split("/").at(-1)?.replace("~", "") ?? "";
  return time.rule !== "time/relative" || !fixed || past === null || end === ".." || end >= (scene.page.document.published ?? "").slice(0, end.length);
};

// "A few weeks ago it was assumed that ...": when it was assumed, not when it was so.
const datesSaying = (time: TimeMention, saying: Saying | null): boolean =>
  saying !== null && saying.cue !== null && time.to <= saying.cue.from && saying.content.every(({ from }) => from >= (saying.cue?.to ?? 0));

// "decided on Wednesday to cut the force": when it was decided, not when it is to be.
const datesControl = (draft: Draft, time: TimeMention): boolean =>
  draft.reality !== "actual" && draft.group !== null && draft.group.controls.length > 0 && draft.group.shape === "infinitive" && time.from > draft.group.from && time.to <= draft.group.core && time.value.past !== null;

const gap = (time: TimeMention, draft: Draft): number => (time.from >= draft.trigger.to ? time.from - draft.trigger.to : draft.trigger.from - time.to);

function adjacent(scene: Scene, draft: Draft, time: TimeMention | undefined): boolean {
  if (time === undefined) return false;
  const at = scene.clauses.findIndex((clause) => clause === draft.clause);
  const there = scene.clauses.findIndex((clause) => clause.from <= time.from && time.from < clause.to);
  return at >= 0 && there === at - 1 && (scene.clauses[there]?.from ?? -1) === scene.sentence.from;
}
