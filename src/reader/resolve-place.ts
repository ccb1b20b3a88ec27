import type { Draft, Scene } from "./drafts.ts";
import type { Discourse } from "./discourse.ts";
import type { Owner, Site } from "./focus.ts";
import { leastOf } from "./order.ts";
import { isStop, lowerAt, meets, spanOf } from "./page.ts";
import type { PlaceMention } from "./places.ts";
import type { Read } from "./resolve-force.ts";

export interface Places {
  /** One claim each. */
  places: Read<Site>[];
  other: Read<Site> | null;
  losers: { mention: PlaceMention; why: string }[];
}

type Role = "from" | "to" | "in" | "object" | "of";

interface Candidate {
  mention: PlaceMention;
  role: Role;
}

/** Where a draft's force is, comes from or goes to: the clause first, then the sentence, then what went before. */
export function resolvePlaces(scene: Scene, draft: Draft, owner: Owner | null, discourse: Discourse): Places {
  const candidates = (draft.place === null ? candidatesIn(scene, draft, owner) : [{ mention: draft.place, role: "in" as Role }]);
  const { main, other } = choose(draft, candidates);
  const losers = candidates.filter((candidate) => candidate.mention !== main?.mention && candidate.mention !== other?.mention).map(({ mention }) => ({ mention, why: "another place fits the event's preposition better or stands nearer" }));
  const otherSite = other === null ? null : siteOf(scene, other.mention, owner, discourse);
  if (main !== null) {
    const inner = innerPlace(scene, main.mention, candidates);
    if (inner !== null) main.mention = inner;
    const chain = coordinatedPlaces(scene, main.mention, candidates.map((candidate) => candidate.mention));
    const sites = (draft.quantity === null || draft.quantity.value.bounds.modifier === "share" ? chain : chain.slice(0, 1)).flatMap((mention) => siteOf(scene, mention, owner, discourse) ?? []);
    if (sites.length > 0) return { places: sites, other: otherSite, losers };
  }
  const fallback = fallbackSite(scene.index, draft, owner, discourse, otherSite);
  return { places: fallback === null ? [] : [fallback], other: otherSite, losers };
}

function candidatesIn(scene: Scene, draft: Draft, owner: Owner | null): Candidate[] {
  const inClause = scene.places.filter((mention) => meets(mention, draft.clause)).flatMap((mention) => candidateOf(scene, draft, mention, owner) ?? []);
  if (inClause.some((candidate) => candidate.role !== "of")) return inClause;
  const floor = Math.max(scene.sentence.from, draft.clause.from - 25);
  const near = scene.places.filter((mention) => mention.from >= floor && mention.to <= draft.clause.from && !inSource(scene, mention)).flatMap((mention) => candidateOf(scene, draft, mention, owner) ?? []).filter((candidate) => candidate.role === "in" || candidate.role === "to");
  return inClause.length > 0 ? [...inClause, ...near] : near;
}

const inSource = (scene: Scene, mention: PlaceMention): boolean => scene.sayings.some((saying) => saying.speaker !== null && meets(saying.speaker.range, mention));

function candidateOf(scene: Scene, draft: Draft, mention: PlaceMention, owner: Owner | null): Candidate | null {
  const { page } = scene;
  if (inSource(scene, mention)) return null;
  // "France 420 and Chile 120": who sends them is not where.
  if (draft.agent !== null && draft.agent.value.kind === "actor" && meets(draft.agent, mention) && !page.pack.grammar.possessive.has(lowerAt(page, mention.to))) return null;
  // "Chile 120; a Chilean company landed": whose it is, said again in another clause, is not where it came to.
  if (owner !== null && draft.kind === "arrival" && mention.value.name === owner.name && mention.to <= draft.clause.from && !page.pack.grammar.prepositions.has(lowerAt(page, mention.from - 1))) return null;
  // "Since Iraq's invasion": whose it is, and never where.
  if (owner !== null && draft.kind === "arrival" && mention.value.name === owner.name && page.pack.grammar.possessive.has(lowerAt(page, mention.to)) && page.tokens[mention.to]?.gap !== true) return null;
  // "most of them from Pakistan".
  if (SHARES.has(draft.rule) && page.pack.places.away.has(lowerAt(page, mention.from - 1))) return null;
  // The owner's own name inside the force's noun group is no place.
  const theme = draft.theme;
  const insideTheme = theme !== null && mention.from >= theme.from && mention.to <= theme.to;
  if (insideTheme && !page.pack.grammar.possessive.has(lowerAt(page, mention.to))) return null;
  // "in the country and Spain is sending 1,100": who sends is not where.
  if (draft.agent !== null && draft.agent.value.kind === "actor" && meets(draft.agent, mention) && !page.pack.grammar.prepositions.has(lowerAt(page, mention.from - 1))) return null;
  if (insideTheme) return mention.value.kind === "country" ? { mention, role: "of" } : null;
  // "facing U.S. and Arab troops": whose they are.
  if (page.pack.grammar.listing.has(lowerAt(page, mention.to)) && mention.value.kind === "country" && scene.forces.some((force) => force !== theme && force.value.kind === "group" && force.from <= mention.from && mention.to < force.to && !page.pack.grammar.of.has(lowerAt(page, mention.from - 1)))) return null;
  const role = roleOf(scene, draft, mention);
  return role === null ? null : { mention, role };
}

// Some of those just counted: "from" tells of their home.
const SHARES: ReadonlySet<string> = new Set(["strength/of-nation", "strength/some-of", "strength/of-whom", "strength/member"]);

function roleOf(scene: Scene, draft: Draft, mention: PlaceMention): Role | null {
  const { page } = scene;
  if (mention.value.kind === "here" || mention.value.kind === "there") return "in";
  // "is patrolling the Persian Gulf".
  if ((draft.placeObject || draft.kind === "movement") && mention.from >= draft.trigger.to && mention.from - draft.trigger.to <= 1 && !page.pack.places.locatives.has(lowerAt(page, mention.from - 1))) return "object";
  let before = mention.from - 1;
  // "at al-Tanf".
  if (lowerAt(page, before) === "-" && page.pack.places.nameLinks.has(lowerAt(page, before - 1))) before -= 2;
  // "to the war-torn northern Iraq", "in and near Ukraine": step over what belongs to the place.
  for (let k = 0; k < 4 && before > draft.clause.from && !page.pack.places.locatives.has(lowerAt(page, before)) && (page.pack.grammar.determiners.has(lowerAt(page, before)) || page.tokens[before]?.kind === "word" && !isStop(page, before) && !isEvent(scene, before)); k++) before--;
  // "to the territory of the Russian Federation": the preposition before the territory counts.
  if (page.pack.grammar.of.has(lowerAt(page, before)) && page.pack.places.grounds.has(lowerAt(page, before - 1))) {
    before -= 2;
    while (before > draft.clause.from && page.pack.grammar.determiners.has(lowerAt(page, before))) before--;
  }
  const word = lowerAt(page, before);
  if (isVenue(scene, before)) return null;
  // "across the border into Syria": the way there, unless nothing else is named.
  if (mention.value.kind === "border" && page.pack.places.crossing.has(word)) return "of";
  if (page.pack.places.away.has(word)) return isOrigin(scene, draft, mention, before) ? null : "from";
  if (word === "of" && lowerAt(page, before - 1) === "out") return "from";
  if (page.pack.places.toward.has(word)) return "to";
  if (page.pack.places.locatives.has(word)) return word === "by" || word === "against" || word === "with" ? null : "in";
  if (word === "of") return "of";
  if (draft.placeObject && mention.from >= draft.trigger.to && mention.from - draft.trigger.to <= 4) return "object";
  // "border between", "along": a border in apposition, or a list that goes on.
  if (word === "and" || word === ",") return listRole(scene, draft, mention);
  if (mention.value.kind === "border" || page.pack.grammar.possessive.has(lowerAt(page, mention.to))) return "of";
  return null;
}

// "7,000 troops from Rwanda, Nigeria and Senegal", "most of them from Pakistan": whose they are, not where.
const isOrigin = (scene: Scene, draft: Draft, mention: PlaceMention, from: number): boolean =>
  draft.kind === "strength" && mention.value.kind === "country" && (scene.forces.some((force) => force.to === from && force.value.kind !== "actor") || scene.quantities.some((quantity) => quantity.to === from && quantity.value.head === null));

// "meeting in Abuja", "signed in Algiers": where people met is not where the force is.
const isVenue = (scene: Scene, before: number): boolean => scene.page.pack.places.venues.has(lowerAt(scene.page, before - 1));

const isEvent = (scene: Scene, i: number): boolean => scene.page.pack.events.verbs.at(scene.page.tokens, i) !== null;

function listRole(scene: Scene, draft: Draft, mention: PlaceMention): Role | null {
  const previous = scene.places.findLast((place) => place.to <= mention.from && mention.from - place.to <= 2);
  return previous === undefined ? null : roleOf(scene, draft, previous);
}

const PREFERENCE: Readonly<Record<string, readonly Role[]>> = {
  arrival: ["to", "in", "object", "of"],
  departure: ["from", "object", "in", "of"],
  movement: ["in", "to", "object", "from", "of"],
  default: ["in", "object", "to", "from", "of"],
};

function choose(draft: Draft, candidates: readonly Candidate[]): { main: Candidate | null; other: Candidate | null } {
  const byKind = PREFERENCE[draft.kind] ?? PREFERENCE["default"] ?? [];
  // "has taken Goma, the largest city in eastern Congo".
  const order: readonly Role[] = draft.placeObject ? ["object", ...byKind] : byKind;
  const main = leastOf(candidates.filter((candidate) => order.includes(candidate.role)), (a, b) => order.indexOf(a.role) - order.indexOf(b.role) || distance(draft, a) - distance(draft, b)) ?? null;
  const otherRole: Role | null = draft.kind === "arrival" || draft.kind === "movement" ? "from" : draft.kind === "departure" ? "to" : null;
  const other = otherRole === null ? null : candidates.find((candidate) => candidate.role === otherRole && candidate !== main) ?? null;
  // "left for Russia": only the other end is named.
  if (main !== null && main.role === "to" && draft.kind === "departure") return { main: null, other: main };
  return { main, other };
}

// Words after the trigger are nearer than words before it.
const distance = (draft: Draft, { mention }: Candidate): number => (mention.from >= draft.trigger.from ? mention.from - draft.trigger.from : (draft.trigger.from - mention.to) * 2 + 3);

// "the base in Amara", "the capital, Kigali": the name beside a pointer says what it points to.
function innerPlace(scene: Scene, pointer: PlaceMention, candidates: readonly Candidate[]): PlaceMention | null {
  if (pointer.value.kind !== "anaphor") return null;
  const next = candidates.find(({ mention }) => mention.from > pointer.to - 1 && mention.from - pointer.to <= 1 && mention.value.name !== null && mention.value.kind !== "border");
  const link = lowerAt(scene.page, pointer.to);
  return next !== undefined && (link === "," || scene.page.pack.places.inward.has(link)) ? next.mention : null;
}

function coordinatedPlaces(scene: Scene, main: PlaceMention, pool: readonly PlaceMention[]): PlaceMention[] {
  const chain = [main];
  for (;;) {
    const last = chain.at(-1) ?? main;
    const next = pool.find((mention) => mention.from > last.from && mention.from - last.to <= 2 && mention.from > last.to - 1 && joiners(scene, last.to, mention.from));
    if (next === undefined || next.value.name === null || next === containing(scene, last)) return chain;
    chain.push(next);
  }
}

function joiners(scene: Scene, from: number, to: number): boolean {
  let joined = false;
  for (let i = from; i < to; i++) {
    if (!scene.page.pack.places.chaining.has(lowerAt(scene.page, i))) return false;
    joined ||= scene.page.pack.grammar.listing.has(lowerAt(scene.page, i));
  }
  return joined;
}

/** A mention as a place, pointers followed; null when there is nothing it can point to. */
function siteOf(scene: Scene, mention: PlaceMention, owner: Owner | null, discourse: Discourse): Read<Site> | null {
  const span = spanOf(scene.page, mention);
  const { value } = mention;
  if (value.kind === "border") return { value: borderSite(mention, owner, discourse, { beside: countryBehind(scene, mention), crossed: scene.page.pack.places.crossing.has(lowerAt(scene.page, mention.from - 1)) }), origin: { rule: mention.rule, span, status: "known" } };
  if (value.name !== null && value.kind !== "anaphor") {
    const country = containing(scene, mention)?.value.country ?? value.country ?? (value.kind === "unknown" || mention.rule === "place/typed-name" || mention.rule === "place/sited" ? countryAround(scene, mention, discourse) : null);
    return { value: { name: value.name, country, kind: value.kind }, origin: { rule: mention.rule, span, status: "known" } };
  }
  const target = pointed(scene, mention, owner, discourse);
  return target === null ? null : { value: target, origin: { rule: mention.rule, span, status: "implied" } };
}

// "Paris, Texas", "Nikolayevka in Ukraine": the country or region behind a name says which of its namesakes is meant.
function containing(scene: Scene, mention: PlaceMention): PlaceMention | null {
  if (mention.value.kind !== "city" && mention.value.kind !== "site" && mention.value.kind !== "region") return null;
  const link = lowerAt(scene.page, mention.to);
  if (link !== "," && link !== "in") return null;
  // "Rukla, in central Lithuania".
  const at = link === "," && scene.page.pack.places.inward.has(lowerAt(scene.page, mention.to + 1)) ? mention.to + 2 : mention.to + 1;
  return scene.places.find((place) => place.from === at && (place.value.kind === "country" || place.value.kind === "region") && place.value.country !== null) ?? null;
}

// An unknown village lies in the country named beside it, else in the one spoken of.
function countryAround(scene: Scene, mention: PlaceMention, discourse: Discourse): string | null {
  const beside = scene.places.find((place) => place !== mention && place.value.country !== null && place.from >= mention.to && place.from - mention.to <= 6);
  return beside?.value.country ?? discourse.lastCountry();
}

function pointed(scene: Scene, mention: PlaceMention, owner: Owner | null, discourse: Discourse): Site | null {
  const { value } = mention;
  if (value.kind === "here") return discourse.home ?? discourse.focusPlace;
  if (value.kind === "there") return namedBefore(scene, mention) ?? discourse.lastNamed(owner?.name ?? null) ?? discourse.lastPlace();
  if (value.name !== null) {
    const country = discourse.lastOfKind(["country"]) ?? discourse.lastPlace();
    return country === null ? null : { name: `${value.name} ${country.name}`, country: country.country, kind: "region" };
  }
  if (value.wants === "country") return countryNamed(scene, discourse, owner) ?? discourse.lastPlace();
  return lastLike(scene, mention, discourse) ?? discourse.lastPlace();
}

// "The city", "the region", "the base": the last place of that sort.
function lastLike(scene: Scene, mention: PlaceMention, discourse: Discourse): Site | null {
  const kind = scene.page.pack.places.suffixes.endingAt(scene.page.tokens, mention.to - 1)?.value ?? null;
  const last = discourse.lastPlace();
  return kind === null || last?.kind === kind || kind === "region" && last?.kind !== "country" ? null : discourse.lastOfKind([kind]);
}

// "Russia keeps 1,500 soldiers there": who does it is not where.
const isActor = (scene: Scene, place: PlaceMention): boolean =>
  place.value.kind === "country" && !scene.page.pack.grammar.prepositions.has(lowerAt(scene.page, place.from - 1)) && scene.forces.some((mention) => mention.value.kind === "actor" && meets(mention, place));

// The place last named in the sentence before a pointer.
function namedBefore(scene: Scene, pointer: PlaceMention): Site | null {
  const before = scene.places.findLast((place) => place.to <= pointer.from && place.value.name !== null && place.value.kind !== "border" && !inSource(scene, place) && !isActor(scene, place));
  return before?.value.name == null ? null : { name: before.value.name, country: before.value.country, kind: before.value.kind };
}

// "the country": that of the place last spoken of, unless it is the force's own.
function countryNamed(scene: Scene, discourse: Discourse, owner: Owner | null): Site | null {
  for (const code of [discourse.lastCountry(), discourse.focusPlace?.country ?? null]) {
    const name = code === null ? undefined : scene.page.pack.states.nameOf.get(code);
    if (name !== undefined && name !== owner?.name) return { name, country: code, kind: "country" };
  }
  return null;
}

// "the border south of Mozyr": the place behind a border tells the side.
function countryBehind(scene: Scene, border: PlaceMention): string | null {
  return scene.places.find((place) => place.from >= border.to && place.from - border.to <= 4 && place.value.kind !== "border")?.value.country ?? null;
}

// The side on which the force is: its own when it is one of the two, else the country spoken of.
function borderSite(mention: PlaceMention, owner: Owner | null, discourse: Discourse, { beside, crossed }: { beside: string | null; crossed: boolean }): Site {
  const sides = [...(mention.value.sides ?? [])];
  if (mention.rule === "place/side-of-border" && mention.value.name !== null) return { name: mention.value.name, country: mention.value.country, kind: "border" };
  // A line with a name of its own has its place in the tables.
  if (sides.length === 0 && mention.value.name !== null) return { name: mention.value.name, country: mention.value.country, kind: "border" };
  const named = sides.map((entry) => entry.name);
  const last = discourse.lastOfKind(["country"]);
  // "100,000 troops near Ukraine's borders": of a force that nobody has put elsewhere, on its own side.
  const unplaced = owner?.sort === "state" && sides.length === 1 && owner.name !== sides[0]?.name && discourse.lastPlaceOf(owner.name) === null && discourse.focusForce?.name !== owner.name;
  const around = unplaced ? null : last !== null && !named.includes(last.name) ? last : discourse.countryBesides([...named, ...(owner === null ? [] : [owner.name])]);
  const besideName = beside === null ? undefined : discourse.nameOf(beside);
  if (sides.length === 1 && besideName !== undefined && besideName !== sides[0]?.name) sides.push({ name: besideName, code: beside });
  if (sides.length === 1 && around !== null && around.name !== sides[0]?.name) sides.push({ name: around.name, code: around.country });
  // "Chadian soldiers on the border with Sudan": nothing says that they have crossed it.
  if (sides.length === 1 && around === null && owner?.sort === "state" && owner.name !== sides[0]?.name) sides.push({ name: owner.name, code: discourse.codeOf(owner.name) });
  // A bare "the border" of a state's own force is that between it and where the text is set.
  if (sides.length === 0 && around !== null && owner?.sort === "state" && owner.name !== around.name) sides.push({ name: around.name, code: around.country }, { name: owner.name, code: discourse.codeOf(owner.name) });
  const own = owner === null ? undefined : sides.find((side) => side.name === owner.name);
  const here = sides.find((side) => side.code !== null && side.code === around?.country);
  const known = [discourse.lastPlaceOf(owner?.name ?? null)?.country, discourse.focusPlace?.country];
  const stands = owner !== null && own === undefined ? sides.find((side) => side.code !== null && known.includes(side.code) && side.code === (known.find((code) => sides.some((entry) => entry.code === code)) ?? null)) : undefined;
  // "Sent troops across the border": to the other side.
  const across = crossed && own !== undefined ? sides.find((side) => side !== own) : undefined;
  const side = sides.find((entry) => entry.code !== null && entry.code === beside) ?? across ?? own ?? stands ?? here ?? sides[1] ?? sides[0];
  const name = sides.length === 0 ? mention.value.name ?? `${around?.name ?? "state"} border` : `${sides.map((entry) => entry.name).join("–")} border`;
  return { name, country: side?.code ?? mention.value.country ?? around?.country ?? null, kind: "border" };
}

const MEMBERS: ReadonlySet<string> = new Set(["strength/contributor", "amount/gapped", "strength/member", "strength/some-of", "strength/of-nation", "strength/list", "en/verb/include", "en/verb/comprise", "en/verb/consist-of", "en/verb/be-made-up-of", "en/verb/be-composed-of"]);

// No place in the sentence: the one last spoken of, or the one the text is about; not the force's own country.
function fallbackSite(sentence: number, draft: Draft, owner: Owner | null, discourse: Discourse, other: Read<Site> | null): Read<Site> | null {
  const elsewhere = (site: Site | null): site is Site => site !== null && site.name !== other?.value.name && !(owner !== null && site.kind === "country" && site.name === owner.name && draft.kind !== "strength");
  // "19,000 soldiers are in Macedonia. They include 1,700 Americans": where those are of whom they are some.
  const among = MEMBERS.has(draft.rule) ? discourse.lastPlaceNear(sentence) : null;
  if (among !== null) return { value: among, origin: { rule: "place/last", span: null, status: "implied" } };
  const placed = discourse.placeOf(owner?.name ?? null, sentence);
  // A danger at a border or a move along it does not put the whole force there.
  // "On the eastern flank" says less than the country that the text is about.
  const wide = placed?.kind === "world" && discourse.focusPlace !== null;
  const last = wide ? null : placed?.kind === "border" && draft.kind === "strength" && discourse.focusPlace?.country === placed.country ? discourse.focusPlace : placed;
  const site = elsewhere(last) ? last : elsewhere(discourse.focusPlace) ? discourse.focusPlace : discourse.lastPlace();
  // "The Philippines withdrew its contingent": from somewhere else, which nothing names.
  if (site === null || owner?.sort === "state" && draft.kind === "departure" && site.kind === "country" && site.name === owner.name) return null;
  return { value: site, origin: { rule: site === last ? "place/last" : "place/focus", span: null, status: "implied" } };
}
