import { nameKey, standsFor, type Source } from "../claims/index.ts";
import { isCountryKey } from "./countries.ts";
import { BODIES, COUNTRIES, GIVEN_NAMES, LONG_COUNTRIES, SUPRANATIONAL, TITLES, UNNAMED, VAGUE_BODIES } from "./offices.ts";
import { PhraseTable } from "./phrases.ts";
import { romanWords, soundOf } from "./romanise.ts";
import { WEIGHTS } from "./weights.ts";

/** Who said it, taken apart: whichever way a report names him. */
export interface SourceView {
  /** Sounds of the person's names; empty where no person is named. */
  person: readonly string[];
  bodies: readonly string[];
  countries: readonly string[];
  /** Sounds of what is left of the organisation's and the role's words: names of their own, as "Hajun". */
  names: readonly string[];
  /** How the organisation's initials sound, so that "ISW" meets what it stands for; empty where there are fewer than three. */
  acronym: string;
  /** Whether anyone is named: a person, a body, or a name of its own. "Officials" and "media report" are not. */
  named: boolean;
  /** The same for all sources that look the same. */
  key: string;
}

const bodyTable = new PhraseTable(BODIES);
const longCountries = new PhraseTable(LONG_COUNTRIES);
const STEM_LENGTH = 5;
const stems = [...COUNTRIES].filter(([word]) => word.length >= STEM_LENGTH);

function countryOf(word: string): string | null {
  const known = COUNTRIES.get(word);
  if (known !== undefined) return known;
  const stood = standsFor(word);
  if (isCountryKey(nameKey(stood))) return stood;
  return stems.find(([start]) => word.startsWith(start))?.[1] ?? null;
}

const isTelling = (word: string): boolean => !TITLES.has(word) && !/^\d+$/.test(word);
const soundsOf = (words: readonly string[]): string[] => [...new Set(words.filter(isTelling).map((word) => soundOf(GIVEN_NAMES.get(word) ?? word)).filter((sound) => sound !== ""))].sort();

/** Characters of a name that are looked at. */
const MAX_NAME = 300;

interface Split {
  name: string;
  brackets: string;
}

/** "Demchenko (UA border guard)", "Belarus officials via ISW": the name and what stands in brackets, without whom it came through. */
function split(text: string | null | undefined): Split {
  const [said = ""] = (text ?? "").slice(0, MAX_NAME).split(/\s(?:via|citing)\s/i);
  const open = said.indexOf("(");
  return open < 0 ? { name: said, brackets: "" } : { name: said.slice(0, open), brackets: said.slice(open + 1).replace(")", " ") };
}

const isOfBodies = (words: readonly string[]): boolean => bodyTable.takeFrom(words.filter((word) => countryOf(word) === null)).rest.length === 0;

// Whoever gives a source as one text puts the person first and the body in brackets, or a body where the person should be.
function settled(person: Split, organisation: Split): { person: Split; organisation: Split } {
  if (person.name !== "" && isOfBodies(romanWords(person.name))) return { person: { ...person, name: "" }, organisation: { ...organisation, name: `${person.name} ${organisation.name}` } };
  const words = romanWords(organisation.name);
  const isName = person.name === "" && organisation.brackets !== "" && bodyTable.takeFrom(words).names.length === 0 && words.every((word) => countryOf(word) === null);
  return isName ? { person: { ...organisation, brackets: "" }, organisation: { name: organisation.brackets, brackets: "" } } : { person, organisation };
}

const LITTLE: ReadonlySet<string> = new Set(["the", "of", "for", "and", "in", "on"]);
const LEAST_INITIALS = 3;

function acronymOf(name: string): string {
  const initials = romanWords(name).filter((word) => !LITTLE.has(word)).map((word) => word.charAt(0));
  return initials.length < LEAST_INITIALS ? "" : soundOf(initials.join(""));
}

// An initial alone ("D", cut off from "D. Harcastle") names nobody.
const personOf = (words: readonly string[]): string[] => (words.some((word) => word.length > 1) ? soundsOf(words) : []);

const keyOf = (...parts: (readonly string[])[]): string => JSON.stringify(parts);

export function sourceView(source: Partial<Source> | null | undefined): SourceView {
  const { person, organisation } = settled(split(source?.person), split(source?.organisation));
  const role = split(source?.role);
  const words = [organisation.name, organisation.brackets, role.name, role.brackets, person.brackets].flatMap(romanWords);
  const { names: long, rest: short } = longCountries.takeFrom(words);
  const { names: bodies, rest } = bodyTable.takeFrom(short);
  const countries = [...new Set([...long, ...rest.map(countryOf).filter((country) => country !== null)])].sort();
  const left = rest.filter((word) => countryOf(word) === null);
  const view = {
    person: personOf(romanWords(person.name)),
    bodies: bodies.sort(),
    countries: bodies.some((body) => SUPRANATIONAL.has(body)) ? [] : countries,
    names: soundsOf(left.filter((word) => !UNNAMED.has(word))),
    acronym: acronymOf(organisation.name),
  };
  const isKnownBody = bodies.some((body) => !VAGUE_BODIES.has(body)) || (bodies.length > 0 && countries.length > 0 && !words.some((word) => UNNAMED.has(word)));
  const named = view.person.length > 0 || view.names.length > 0 || isKnownBody || isGovernment(words);
  return { ...view, named, key: named ? keyOf(view.person, view.bodies, view.countries, view.names) : `unnamed ${countries.join(" ")}` };
}

const isBare = ({ person, bodies, countries, names }: SourceView): boolean => person.length > 0 && bodies.length + countries.length + names.length === 0;
const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();
/** Ways in which one person is introduced that are looked at. */
const MAX_INTRODUCTIONS = 16;

/** For whom persons speak, as far as any of the claims says: most reports introduce them, the shortest only name them. */
export class Affiliations {
  private readonly bySound = new Map<string, Map<string, SourceView>>();

  constructor(sources: Iterable<SourceView>) {
    for (const source of sources) {
      if (source.person.length === 0 || isBare(source)) continue;
      for (const sound of source.person) {
        const known = this.bySound.get(sound) ?? new Map<string, SourceView>();
        if (known.size < MAX_INTRODUCTIONS) known.set(source.key, source);
        this.bySound.set(sound, known);
      }
    }
  }

  /** A source of which only the name is given, with what others say of him; any other source as it is. */
  complete(source: SourceView): SourceView {
    if (!isBare(source)) return source;
    const known = source.person.flatMap((sound) => [...(this.bySound.get(sound)?.values() ?? [])]).filter(({ person }) => samePerson(person, source.person));
    const [bodies, countries, names] = [union(known.map((one) => one.bodies)), union(known.map((one) => one.countries)), union(known.map((one) => one.names))];
    return { ...source, bodies, countries, names, key: keyOf(source.person, bodies, countries, names) };
  }
}

/** A country or its capital alone: "Warsaw says". */
const isGovernment = (words: readonly string[]): boolean => words.length > 0 && words.every((word) => countryOf(word) !== null);

export interface SourceFinding {
  rule: "source/person" | "source/name" | "source/body" | "source/maybe" | "source/one-unnamed" | "source/unnamed";
  weight: number;
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((word) => b.includes(word));
const differs = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && !shares(a, b);

const isInitialOf = (a: string, b: string): boolean => a.length === 1 && b.startsWith(a);
const isSameName = (a: string, b: string): boolean => a === b || isInitialOf(a, b) || isInitialOf(b, a);

/** Whether all names of the one are among the other's, and one of them in full; an initial stands for a name that begins with it. */
function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((name) => many.some((other) => isSameName(name, other))) && few.some((name) => name.length > 1 && many.includes(name));
}

/** How two sources speak for one statement; null where they are two. */
export function compareSources(a: SourceView, b: SourceView): SourceFinding | null {
  if (!a.named || !b.named) return compareUnnamed(a, b);
  if (a.person.length > 0 && b.person.length > 0) return samePerson(a.person, b.person) ? { rule: "source/person", weight: WEIGHTS.person } : null;
  // Whoever gives a source as one text may have put the person's name among the words of the body.
  if (isPersonAmong(a.person, b.names) || isPersonAmong(b.person, a.names)) return { rule: "source/person", weight: WEIGHTS.person };
  if (a.names.includes(b.acronym) || b.names.includes(a.acronym)) return { rule: "source/name", weight: WEIGHTS.person };
  if (differs(a.countries, b.countries) || differs(a.bodies, b.bodies)) return null;
  if (isOther(a, b) || isOther(b, a)) return null;
  if (shares(a.names, b.names)) return { rule: "source/name", weight: WEIGHTS.person };
  if (shares(a.bodies, b.bodies)) return { rule: "source/body", weight: WEIGHTS.body };
  const alike = a.person.length === 0 && b.person.length === 0 && a.key === b.key;
  return { rule: alike ? "source/body" : "source/maybe", weight: alike ? WEIGHTS.body : WEIGHTS.maybeSource };
}

// An organisation with a name of its own, and somebody who is known to be of another.
const isOther = (a: SourceView, b: SourceView): boolean =>
  a.person.length === 0 && a.names.length > 0 && !shares(a.names, b.names) && !shares(a.bodies, b.bodies) && (b.bodies.length > 0 || b.names.length > 0);

const isPersonAmong = (person: readonly string[], names: readonly string[]): boolean => person.length > 0 && names.length > 0 && samePerson(person, names);

// Whoever is named may be meant by "officials" of the same country, and by no name at all.
function compareUnnamed(a: SourceView, b: SourceView): SourceFinding | null {
  if (differs(a.countries, b.countries)) return null;
  return a.named || b.named ? { rule: "source/one-unnamed", weight: WEIGHTS.oneUnnamed } : { rule: "source/unnamed", weight: WEIGHTS.bothUnnamed };
}
