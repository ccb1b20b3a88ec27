import { MarkedWords } from "../../text/marked-words.ts";
import type { EventSense, ForceHead, ForceLexicon, LanguagePack } from "../pack.ts";

/** What single words tell of a text before anything else is known of it; a word may bear several marks. */
export const MARK = {
  /** People under arms by the word alone: "soldiers". */
  armed: 1 << 0,
  /** A force once somebody owns it: "army", "tanks". */
  body: 1 << 1,
  /** The same of words that are as often civil: "ships", "instructors". */
  civil: 1 << 2,
  /** The same of words that news uses of everything: "group". */
  everyday: 1 << 3,
  /** A named force that does nothing else. */
  named: 1 << 4,
  /** Whose a force can be; only with a capital. */
  owner: 1 << 5,
  /** "its", "our". */
  possessive: 1 << 6,
  /** Makes a force of the noun behind it: "peacekeeping". */
  military: 1 << 7,
  /** Where a force is, goes or comes from: "withdrew", "deployment". */
  event: 1 << 8,
  /** Says as much, but of everything else too: "are", "has", "rose". */
  weakEvent: 1 << 9,
  number: 1 << 10,
  /** Ends a noun group. */
  bound: 1 << 11,
  /** Leads from a force to its owner: "of". */
  link: 1 << 12,
  there: 1 << 13,
  /** What is counted here are the dead, or goods. */
  casualty: 1 << 14,
  /** "war", "invasion": said of two states it tells of their forces. */
  war: 1 << 15,
  /** Stands for the force of the state spoken of: "the army". */
  arm: 1 << 16,
  /** Behind a force it makes another thing of it: "army camp". */
  tail: 1 << 17,
  /** An event whose object is the force: "sent", "has". */
  moving: 1 << 18,
  /** A noun for what forces do: "withdrawal", said with an adjective of whose. */
  deed: 1 << 19,
} as const;

type Lexicons = Pick<LanguagePack, "forces" | "states" | "events" | "grammar" | "numbers" | "places" | "times">;

/** The words of a language's own tables, marked for the gate. @throws RangeError as MarkedWords does */
export function gateWords(lexicons: Lexicons): MarkedWords {
  const list = new MarkList();
  markForces(list, lexicons);
  markOwners(list, lexicons);
  markEvents(list, lexicons);
  markRest(list, lexicons);
  return new MarkedWords(list.marks, MARK.number);
}

// As the search sees words: letters and figures alone, "u.s." as "us".
const plain = (word: string): string[] => word.replaceAll(/(?<=\p{L})\.(?=\p{L})|\.$/gu, "").split(/[^\p{L}\p{M}\d]+/u).filter((part) => part.length > 1);

class MarkList {
  readonly marks = new Map<string, number>();

  add(mark: number, words: Iterable<string>): void {
    for (const word of words) for (const part of plain(word)) this.marks.set(part, (this.marks.get(part) ?? 0) | mark);
  }
}

// Heads are nouns, so the last word of a phrase tells; one that is a head by itself is marked as such.
function markForces(list: MarkList, { forces, places }: Lexicons): void {
  const heads = new Set<string>();
  for (const [words] of forces.heads) if (words.length === 1) heads.add(words[0] ?? "");
  for (const [words, head] of forces.heads) {
    const last = words.at(-1) ?? "";
    // "MiG-31s": known by its letters, where there are enough of them.
    if (!/\p{L}{2}/u.test(last)) {
      if ((words[0] ?? "").length > 2) list.add(MARK.body, words.slice(0, 1));
      continue;
    }
    if (forces.everyday.has(last)) {
      list.add(MARK.everyday, [last]);
      // "service members", "paramilitary group"
      if (head.strong && head.unit === "personnel") list.add(MARK.military, words.slice(0, -1).filter((word) => !heads.has(word)));
    } else if (words.length === 1) list.add(forces.civil.has(last) || !head.strong ? MARK.civil : isArmed(head, last, forces) ? MARK.armed : MARK.body, [last]);
    else if (!heads.has(last)) list.add(MARK.civil, [last]);
  }
  list.add(MARK.military, forces.military);
  list.add(MARK.arm, forces.arms);
  list.add(MARK.tail, forces.compoundTails);
  // A name with a common noun in it is found by that noun and its capitals.
  const isCommon = (word: string): boolean => heads.has(word) || forces.nameHeads.has(word) || places.directions.has(word);
  for (const [phrase, force] of forces.named) {
    // The search takes "M23" for one word.
    const words = phrase.length === 2 && /^\d+$/.test(phrase[1] ?? "") ? [phrase.join("")] : phrase;
    if (force.civil === true) list.add(MARK.owner, words.length === 1 ? words : []);
    else if (words.length === 1 || (force.state === null && !words.some(isCommon))) list.add(MARK.named, [longest(words)]);
  }
}

// "forces" and "army" are in the names of many things besides; "fighters" are in names too, but always under arms.
function isArmed(head: ForceHead, word: string, forces: ForceLexicon): boolean {
  if (head.irregular === true) return head.body === true || !forces.military.has(word);
  return head.unit === "personnel" && head.body !== true && !forces.nameHeads.has(word) && !forces.arms.has(word) && !forces.military.has(word);
}

function markOwners(list: MarkList, { forces, states }: Lexicons): void {
  for (const table of [states.names, states.adjectives, states.metonyms, states.people]) for (const [words] of table) list.add(MARK.owner, words.slice(-1));
  list.add(MARK.named, forces.ships.keys());
  list.add(MARK.possessive, forces.possessives.keys());
}

function markEvents(list: MarkList, { events, grammar }: Lexicons): void {
  const content = (words: readonly string[]): string[] => words.filter((word) => !grammar.stops.has(word) && !events.particles.has(word));
  for (const [words, { senses }] of events.verbs) {
    const first = content(words).slice(0, 1);
    // "be stationed" is known by its participle; "take part" by a verb that does much else.
    const known = words.length === 1 || grammar.auxiliaries.has(words[0] ?? "");
    list.add(known && !senses.every(isWeak) ? MARK.event : MARK.weakEvent, first);
    if (senses.some((sense) => sense.theme !== "subject")) list.add(MARK.moving, first);
  }
  list.add(MARK.weakEvent, [...events.held, ...events.hands, ...events.seeing, ...events.traces]);
  for (const [words, { kind }] of events.nouns) {
    if (content(words).length === words.length) list.add(kind === "change" || kind === "involvement" ? MARK.event : MARK.event | MARK.deed, words.slice(-1));
  }
  // "poses a threat", "could attack".
  for (const [words] of events.threats) if (!events.calm.has(words.at(-1) ?? "")) list.add(MARK.deed, content(words).slice(-1));
  for (const [words] of events.unknowns) list.add(MARK.weakEvent, content(words.slice(-1)));
  for (const [word, verb] of grammar.auxiliaries) if (verb !== "do") list.add(verb === "have" ? MARK.weakEvent | MARK.moving : MARK.weakEvent, [word]);
  list.add(MARK.war, events.warfare);
  list.add(MARK.casualty, events.casualties);
}

// Verbs that say something of everything: "have", "include", "grow"; offers are made of many things.
const isWeak = ({ kind, theme, members, needsAmount, copula, reality, strict, needsPlace, placeObject }: EventSense): boolean =>
  (strict === true && needsPlace === true && placeObject !== true) || kind === "change" || members === true || needsAmount === true || copula === true || reality === "planned" || (kind === "strength" && theme === "object");

function markRest(list: MarkList, { grammar, numbers, places, times }: Lexicons): void {
  list.add(MARK.number, [...numbers.small.keys(), ...numbers.scales.keys()]);
  for (const [words] of numbers.vague) list.add(MARK.number, words.slice(0, 1).filter((word) => !grammar.stops.has(word)));
  list.add(MARK.bound, grammar.stops);
  list.add(MARK.link, [...grammar.of, ...places.locatives, ...places.toward, ...places.away]);
  list.add(MARK.there, places.there);
  // "March" is a month first.
  for (const month of times.months.keys()) list.marks.delete(month);
}

const longest = (words: readonly string[]): string => words.reduce((best, word) => (word.length > best.length ? word : best), "");
