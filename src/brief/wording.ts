import { isDigest, type Certainty, type Kind, type Quantity, type Segment, type Sentence } from "../claims/index.ts";
import { writeDate, prepositionOf } from "./dates.ts";
import { capital, count, date, grade, name, number, reference, say } from "./segments.ts";
import { quotationOf, sourceName, UNNAMED, type Told } from "./told.ts";
import type { Case } from "./case.ts";

/** A quantity in the words of its text, fit for the middle of a sentence; the unit is added where it is not people and not in the words. */
export function amount(quantity: Quantity, claim: string): Segment[] {
  const words = quantity.words.replace(/\s+/g, " ").replace(/ of$/i, "");
  // "Fewer than" began a sentence; "Mozyr" would be a name, but words of quantity hold none.
  const inside = words.charAt(0).toLowerCase() + words.slice(1);
  const unit = String(quantity.unit);
  const named = unit === "personnel" || inside.toLowerCase().includes(unit);
  const isOne = /(?:^| )(?:an?|one)$/.test(inside);
  return say`${number(inside, { kind: "claim", claim })}${named ? "" : ` ${isOne ? unit : (PLURALS[unit] ?? `${unit}s`)}`}`;
}

/** Units whose plural is not made by an s. */
const PLURALS: Readonly<Record<string, string>> = { company: "companies", corps: "corps", army: "armies", artillery: "artillery pieces", aircraft: "aircraft" };

const isShare = (quantity: Quantity | null): boolean => quantity?.modifier === "share";

/** How a figure is put, by how firmly its source stands to it. */
const PUT: Readonly<Record<Certainty, string>> = {
  certain: "put the number at", probable: "estimated the number at", possible: "tentatively put the number at", unknown: "put the number, without being sure, at",
};
const SAID: Readonly<Record<Certainty, string>> = { certain: "said that", probable: "believed that", possible: "tentatively said that", unknown: "could not say for sure that" };

interface Deed {
  /** After "said that 500". */
  plural: string;
  /** Without a number: "reported an arrival". */
  bare: string;
  denied: string;
  /** After "announced". */
  planned: string;
}

const DEEDS: Readonly<Record<Exclude<Kind, "strength">, Deed>> = {
  arrival: { plural: "had arrived", bare: "reported an arrival", denied: "denied an arrival", planned: "the arrival of" },
  departure: { plural: "had left", bare: "reported a departure", denied: "denied a departure", planned: "the departure of" },
  rotation: { plural: "were rotated", bare: "reported a rotation", denied: "said that there had been no rotation or replacement", planned: "a rotation of" },
  movement: { plural: "were on the move", bare: "reported movement", denied: "reported no movement", planned: "a movement of" },
  change: { plural: "changed", bare: "said that the number had changed", denied: "said that the number had not changed", planned: "a change of" },
  threat: { plural: "were a threat", bare: "saw a threat", denied: "saw no threat", planned: "a threat from" },
  involvement: { plural: "were involved", bare: "spoke of involvement", denied: "denied involvement", planned: "the involvement of" },
};
const CHANGED: Readonly<Record<string, string>> = { up: "said that the number had risen", down: "said that the number had fallen", mixed: "said that the number had varied" };
/** "an arrival", where no number goes with what is planned. */
const A_DEED: Readonly<Record<Kind, string>> = {
  strength: "a presence", arrival: "an arrival", departure: "a departure", rotation: "a rotation", movement: "a movement", change: "a change", threat: "a threat", involvement: "an involvement",
};

/** ", at Mozyr airfield": where it is not the place of the situation itself. */
function where({ claim: { place, kind }, extent }: Told): Segment[] {
  return extent === "whole" || place === null ? [] : say` ${kind === "departure" ? "from" : "at"} ${name(place)}`;
}

function strength(told: Told, id: string): Segment[] {
  const { claim } = told;
  const { quantity, polarity, size, certainty } = claim;
  if (polarity === "denied") return quantity === null ? say`said that none were there` : say`denied a figure of ${amount(quantity, id)}${where(told)}`;
  if (quantity !== null && isShare(quantity)) return say`${SAID[certainty as Certainty]} ${amount(quantity, id)} were still there`;
  if (quantity !== null && (told.extent !== "whole" || quantity.unit !== "personnel" || quantity.modifier === "vague")) return say`spoke of ${amount(quantity, id)}${where(told)}`;
  if (quantity !== null) return say`${PUT[certainty as Certainty]} ${amount(quantity, id)}`;
  if (certainty === "unknown") return say`said that the number was not known`;
  if (size === "none") return say`said that none were there`;
  return size === null ? say`said that some were there${where(told)}` : say`spoke of a ${String(size)} presence${where(told)}`;
}

function announced({ claim: { kind, quantity, polarity, reality, certainty } }: Told, id: string): Segment[] {
  const what = kind === "strength" ? "a strength of" : DEEDS[kind as keyof typeof DEEDS].planned;
  const thing = quantity === null ? say`${A_DEED[kind as Kind]}` : say`${what} ${amount(quantity, id)}${isShare(quantity) ? " of them" : ""}`;
  if (polarity === "denied") return say`${certainty === "certain" ? "ruled out" : "did not expect"} ${thing}`;
  return reality === "planned" ? say`announced ${thing}` : say`raised the prospect of ${thing}`;
}

/** "Some" and "a number of" bound nothing: as good as no number. */
const tellsNothing = (quantity: Quantity | null): boolean => quantity !== null && quantity.low === null && quantity.high === null && quantity.point === null;

/** What a statement says, after its source: "put the number at fewer than 1,000". */
export function predicate(given: Told): Segment[] {
  const told = tellsNothing(given.claim.quantity) ? { ...given, claim: { ...given.claim, quantity: null } } : given;
  const { claim } = told;
  const id = told.claims[0]?.id ?? told.id;
  if (claim.reality !== "actual") return announced(told, id);
  if (claim.kind === "strength") return strength(told, id);
  const deed = DEEDS[claim.kind as keyof typeof DEEDS];
  if (claim.polarity === "denied") return say`${claim.certainty === "certain" ? deed.denied : deed.denied.replace(/^denied /, "doubted ")}${where(told)}`;
  if (claim.kind === "change" && claim.direction !== null) return say`${CHANGED[claim.direction] ?? deed.bare}${where(told)}`;
  if (claim.quantity === null) return say`${deed.bare}${where(told)}`;
  return say`${SAID[claim.certainty as Certainty]} ${amount(claim.quantity, id)} ${deed.plural}${where(told)}`;
}

/** "Andriy Demchenko (spokesman, State Border Guard Service of Ukraine)". */
function described(told: Told): Segment[] {
  const { source } = told.claim;
  const who = sourceName(told);
  const more = [source?.role, source?.organisation].filter((part): part is string => part != null && part !== who);
  return more.length === 0 ? named(told) : say`${named(told)} (${more.flatMap((part, i) => (i === 0 ? [name(part)] : say`, ${name(part)}`))})`;
}

/** Bodies that take the article: "the State Border Guard Service of Ukraine", but not "NATO". */
const WITH_ARTICLE = /\b(?:of|for|Ministry|Service|Staff|Command|Council|Government|Office|Agency|Directorate|Army)\b/;
/** Forces that take the article at the beginning of a sentence: "The Wagner Group", but "Russia" and "NATO". */
const FORCES_WITH_ARTICLE = /\b(?:Group|Union|States|Kingdom|Republic|Emirates|Army|Forces?|Movement|Front|Brigade|Corps|Mission)\b/;
export const forceAtStart = (force: string): Segment[] => (FORCES_WITH_ARTICLE.test(force) && !/^the /i.test(force) ? say`The ${name(force)}` : [name(force)]);

/** "a spokesman", but "officials". */
const isOneOfMany = (role: string): boolean => /^\p{Ll}+$/u.test(role) && !/(?:s|people|men|women)$/.test(role);

/** A source by its name, with the article that a body or an office takes. */
export function named(told: Pick<Told, "claim" | "claims">): Segment[] {
  const who = sourceName(told);
  if (who === UNNAMED.report || who === UNNAMED.source) return say`${who}`;
  const { person, organisation } = told.claim.source ?? { person: who, organisation: null };
  if (person != null) return [name(who)];
  if (organisation != null) return WITH_ARTICLE.test(who) && !/^the /i.test(who) ? say`the ${name(who)}` : [name(who)];
  return isOneOfMany(who) ? say`${/^[aeiou]/.test(who) ? "an" : "a"} ${name(who)}` : [name(who)];
}

/** Names each source with its office once, and by its name alone after that. */
export class Speakers {
  private readonly known = new Set<string>();
  of(told: Told): Segment[] {
    const who = sourceName(told);
    const isNew = !this.known.has(who);
    this.known.add(who);
    return isNew ? described(told) : named(told);
  }
}

/** "as of 16 October", where a statement holds of another time than that at which it was made. */
function asOf({ claim, heard }: Told, year: string): Segment[] {
  if (claim.asOf === null || claim.asOf === heard.edtf || claim.reality !== "actual") return [];
  return /^\.\.|\.\.$/.test(claim.asOf) ? say`, ${date(claim.asOf, year)}` : say`, as of ${date(claim.asOf, year)}`;
}

/** When a plan is for. */
function due({ claim }: Told, year: string): Segment[] {
  if (claim.reality === "actual" || claim.asOf === null) return [];
  const isOpen = claim.asOf.endsWith("/..");
  return isOpen ? say`, from ${date(claim.asOf.slice(0, -3), year)} on` : say`, ${claim.asOf.startsWith("../") ? "" : "for "}${date(claim.asOf, year)}`;
}

function opening(told: Told, who: Segment[], year: string): Segment[] {
  const { edtf, isSaid } = told.heard;
  if (edtf === null) return say`On a day that is not known, ${who}`;
  const when = prepositionOf(edtf);
  if (isSaid) return say`${when === "" ? "" : when.charAt(0).toUpperCase() + when.slice(1) + " "}${date(edtf, year)}, ${who}`;
  return say`${who}, in a report of ${date(edtf, year)},`;
}

/** The words that carry a statement, as a quotation that its document bears out. */
export function quoted({ claims: [original] }: Told, longest?: number): Segment[] {
  if (original === undefined) return [];
  const { text, start, end, cut } = quotationOf(original.claim.evidence, longest);
  return [{ kind: "quotation", text, document: original.document.sha256, start, end, cut }];
}

/** A statement in full: when, who, what, in which words, and where to look it up. */
export function tell(told: Told, { speakers, year }: Pick<Case, "speakers" | "year">): Sentence {
  const gap = told.claims[0] !== undefined && isDigest(told.claims[0].document) ? " (digest: " : " (";
  return capital(say`${opening(told, speakers.of(told), year)} ${predicate(told)}${asOf(told, year)}${due(told, year)}${gap}${quoted(told)}) ${reference(told.reference.number)}.`);
}

/** "Graded F2. Three reports carried it." */
export function appraisal(told: Told, { gradeOf }: Pick<Case, "gradeOf">): Sentence[] {
  const { reliability, credibility, why } = gradeOf(told);
  const relays = told.reference.relays.map(({ document }) => document);
  const carried = relays.length === 0 ? [] : [say`${capital([count(relays)])} ${relays.length === 1 ? "more report carries" : "more reports carry"} the same statement, which confirms nothing.`];
  return [say`Graded ${grade(reliability, credibility)}: ${why}.`, ...carried];
}

export const yearOf = (day: string): string => writeDate(day).slice(-4);
