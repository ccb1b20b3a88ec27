import type { Basis, Claim, ClaimField, Derivation, Quantity, Scope, Span } from "../claims/index.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Discourse } from "./discourse.ts";
import type { Draft, Scene } from "./drafts.ts";
import { OPENS } from "./openings.ts";
import { firstIn, lowerAt, spanOf, textAt, wordsAt } from "./page.ts";
import type { Loser } from "./reading.ts";
import type { Read } from "./resolve-force.ts";
import { resolveForce } from "./resolve-force.ts";
import { resolvePlaces } from "./resolve-place.ts";
import { resolveSource, sayingFor } from "./resolve-source.ts";
import type { SpeechDays } from "./resolve-time.ts";
import { resolveAsOf } from "./resolve-time.ts";
import type { Saying } from "./saying.ts";
import { lessCertain } from "./scope.ts";

export interface Assembled {
  claim: Claim;
  losers: Loser[];
}

/** Turns a settled draft into claims: one for each place, with every field's derivation. */
export function assemble(scene: Scene, draft: Draft, discourse: Discourse, days: SpeechDays, reader: string): Assembled[] {
  const saying = sayingFor(scene, draft);
  // "Believed that 2,000 would be there": a guess at how things are. Beliefs have no plans for how many there are.
  if (saying?.manner === "believe" && draft.kind === "strength" && draft.reality === "planned") draft.reality = "actual";
  const force = resolveForce(scene, draft, saying, discourse);
  if (force === null) return [];
  const trigger = spanOf(scene.page, draft.trigger);
  const { places, other, losers } = resolvePlaces(scene, draft, force.value, discourse);
  if (draft.placeWithin !== null && !places.some(({ origin }) => origin.span !== null && isBehind(trigger, origin.span.start, draft.placeWithin ?? 0)) && !namesGround(scene, draft, trigger)) return [];
  const vouched = resolveSource(scene, draft, saying, discourse);
  const said = days.day(scene, saying);
  const asOf = resolveAsOf(scene, draft, saying, said, days);
  const certainty = saying !== null && (saying.manner === "estimate" || saying.manner === "believe" || isEstimate(scene, saying)) ? lessCertain(draft.certainty, "probable") : draft.certainty;
  const governed = saying?.cue != null && draft.group?.controls.some((entry) => entry.at === saying.cue?.from) === true;
  const unseen = saying?.negated === true && saying.cue !== null && scene.page.pack.sources.observing.has(scene.page.tokens[saying.cue.from]?.lower ?? "");
  const refused = saying?.manner === "deny" && !governed;
  const polarity = refused || unseen ? (draft.polarity === "denied" ? "affirmed" : "denied") : draft.polarity;
  const quantity = quantityOf(scene, draft);
  const evidence = evidenceOf(scene, draft, unseen ? (saying?.speaker?.range ?? null) : refused ? denialBefore(draft, saying) : null);
  // Some of those just counted, by their nation, are not whom the text goes on with.
  if (!PARTS.has(draft.rule)) discourse.noteForce(force.value, scene.index, draft.kind);
  const sites = places.length === 0 ? [null] : places;
  const owners = [force, ...(draft.theme?.value.owner === force.value.name ? draft.theme.value.coOwners : []).map((name) => ({ ...force, value: { ...force.value, name, sort: "state" as const } }))];
  return owners.flatMap((owner) => sites.map((site) => {
    if (site !== null && site.origin.span !== null) discourse.notePlace(site.value, force.value.name, scene.index);
    const spans: Partial<Record<ClaimField, Derivation>> = {};
    const read = <T>(field: ClaimField, value: Read<T> | null): T | null => {
      if (value === null) return null;
      spans[field] = value.origin;
      return value.value;
    };
    const own = <T>(field: ClaimField, value: T, status: Derivation["status"] = "known"): T => {
      spans[field] = { rule: draft.rule, span: trigger, status };
      return value;
    };
    const claim: Claim = {
      kind: own("kind", draft.kind),
      polarity: own("polarity", polarity, polarity === "affirmed" ? "implied" : "known"),
      certainty: own("certainty", certainty, certainty === "certain" ? "implied" : "known"),
      reality: own("reality", draft.reality, draft.reality === "actual" ? "implied" : "known"),
      force: read("force", owner)?.name ?? null,
      unitName: unitName(scene, draft, spans),
      place: read("place", site)?.name ?? null,
      country: countryThen(scene, read("country", site)?.country ?? null),
      scope: quantity === null ? null : read("scope", scopeOf(scene, draft)),
      basis: read("basis", basisOf(scene)),
      otherPlace: read("otherPlace", other)?.name ?? null,
      quantity: read("quantity", quantity),
      source: read("source", vouched.source),
      via: read("via", vouched.via) ?? [],
      attribution: read("attribution", vouched.attribution) ?? "voice",
      said: read("said", said),
      asOf: read("asOf", asOf),
      size: draft.size === null || quantity !== null ? null : own("size", draft.size),
      direction: draft.direction === null || draft.kind !== "change" ? null : own("direction", draft.direction),
      evidence: own("evidence", { text: scene.page.text.slice(evidence.start, evidence.end), ...evidence }),
      reader,
      spans,
    };
    return { claim, losers: losers.map(({ mention, why }): Loser => ({ field: "place", rule: mention.rule, span: spanOf(scene.page, mention), value: mention.value.name ?? wordsAt(scene.page, mention), lostTo: site?.value.name ?? "no place", why })) };
  }));
}

const PARTS: ReadonlySet<string> = new Set(["strength/rest-from", "strength/some-of", "strength/of-nation", "strength/member"]);

// "according to U.S. estimates".
function isEstimate({ page, sentence }: Scene, { cue, speaker }: Saying): boolean {
  if (cue === null || speaker === null || speaker.range.from < sentence.from) return false;
  for (let i = Math.min(cue.from, speaker.range.from); i < Math.min(sentence.to, speaker.range.to + 2); i++) if (page.pack.sources.guesses.has(lowerAt(page, i))) return true;
  return false;
}

const isBehind = (trigger: Span, start: number, within: number): boolean => start >= trigger.start && start - trigger.end <= within;

// "are at the checkpoint", "would serve in AUSSOM": a place that other words name, or the mission that stands for it.
function namesGround(scene: Scene, draft: Draft, trigger: Span): boolean {
  const { page } = scene;
  const near = (range: TokenRange): boolean => range.from > draft.trigger.from && isBehind(trigger, spanOf(page, range).start, draft.placeWithin ?? 0);
  if (scene.places.some((place) => place.value.kind === "anaphor" && near(place))) return true;
  return scene.forces.some((mention) => mention.value.kind === "name" && mention.value.sort === "mission" && !mention.value.civil && near(mention) && page.pack.places.locatives.has(page.tokens[mention.from - (page.pack.grammar.determiners.has(page.tokens[mention.from - 1]?.lower ?? "") ? 2 : 1)]?.lower ?? ""));
}

function unitName(scene: Scene, draft: Draft, spans: Partial<Record<ClaimField, Derivation>>): string | null {
  const theme = draft.theme;
  if (theme === null || theme.value.unitName === null) return null;
  spans.unitName = { rule: "force/formation", span: spanOf(scene.page, theme), status: "known" };
  return theme.value.unitName;
}

// The number is limited to some of the force: a share of it, or those from one formation.
function scopeOf(scene: Scene, draft: Draft): Read<Scope> {
  const { quantity, theme } = draft;
  const share = quantity !== null && quantity.value.bounds.modifier === "share" && (quantity.value.bounds.high ?? 100) < 100;
  const part = share || (theme !== null && theme.value.unitName !== null);
  return { value: part ? "part" : "whole", origin: { rule: part ? "scope/part" : "scope/whole", span: quantity === null ? null : spanOf(scene.page, quantity), status: part ? "known" : "implied" } };
}

// What the source says it rests on, by the first word of its sentence that tells.
function basisOf(scene: Scene): Read<Basis> | null {
  const { page, sentence } = scene;
  const match = firstIn(page, page.pack.bases, OPENS.basis, sentence);
  return match === null ? null : { value: match.value, origin: { rule: `basis/${match.value}`, span: spanOf(page, match), status: "known" } };
}

// The map of the day of publication: what is South Sudan now was Sudan.
function countryThen(scene: Scene, code: string | null): string | null {
  const { published } = scene.page.document;
  const successor = scene.page.pack.states.since.find((state) => state.code === code);
  return successor !== undefined && published !== null && published < successor.since ? successor.before : code;
}

function quantityOf(scene: Scene, draft: Draft): Read<Quantity> | null {
  const mention = draft.quantity;
  if (mention === null) return null;
  const { low, high, point, modifier } = mention.value.bounds;
  // "a battalion ..., which now numbers 770": what is numbered is people.
  const counted = draft.theme?.value.quantity;
  const unit = mention.value.unit ?? (counted !== null && counted !== undefined && counted !== mention && counted.value.article ? "personnel" : draft.theme?.value.unit) ?? "personnel";
  return { value: { low, high, point, modifier, unit, words: textAt(scene.page, mention) }, origin: { rule: mention.rule, span: spanOf(scene.page, mention), status: "known" } };
}

// "Denied that they had moved": without the denial its words would say the opposite.
const denialBefore = (draft: Draft, { cue }: Saying): TokenRange | null => (cue !== null && cue.from < draft.clause.from ? cue : null);

const SHORT_EVIDENCE = 30;
const lengthOf = (scene: Scene, from: number, to: number): number => {
  const span = spanOf(scene.page, { from, to });
  return span.end - span.start;
};

// Behind the first of a list the clause is too much: "..., around 20 tanks" and what follows, but not what the first was.
const LIST_SHARE = 4;
const BREAKS = new Set([";", ":", ".", "–", "—"]);

function memberRange(scene: Scene, draft: Draft): TokenRange | null {
  if (draft.member === null) return null;
  const { from } = draft.member;
  let to = draft.member.to;
  const own = lengthOf(scene, from, to);
  while (to < Math.max(draft.clause.to, scene.sentence.to) && !BREAKS.has(scene.page.tokens[to]?.lower ?? "") && lengthOf(scene, from, to + 1) <= own * LIST_SHARE) to++;
  return { from, to };
}

// The clause, widened to the amount and the force it speaks of; marks and conjunctions at the edges fall away.
function evidenceOf(scene: Scene, draft: Draft, lead: TokenRange | null): Span {
  const { page, sentence } = scene;
  const listed = memberRange(scene, draft);
  let { from, to } = listed ?? draft.words ?? draft.clause;
  for (const part of listed === null ? [lead, draft.theme, draft.quantity, draft.trigger] : []) {
    if (part === null || part.from < sentence.from || part.to > sentence.to) continue;
    from = Math.min(from, part.from);
    to = Math.max(to, part.to);
  }
  // A few words alone are hard to check: the clause that goes on with them comes along.
  for (let next = listed !== null ? undefined : scene.clauses.find((clause) => clause.from >= to); next !== undefined && lengthOf(scene, from, to) < SHORT_EVIDENCE; next = scene.clauses.find((clause) => clause.from >= to)) to = next.to;
  const range: TokenRange = { from, to };
  while (range.to > range.from + 1 && [",", ";", ":", "–", "—", "-", "\"", "“", "”", "and", "but"].includes(page.tokens[range.to - 1]?.lower ?? "")) range.to--;
  while (range.from < range.to - 1 && [",", ";", ":", "–", "—", "-", "\"", "“", "”", "and", "but", "that"].includes(page.tokens[range.from]?.lower ?? "")) range.from++;
  return spanOf(page, range);
}
