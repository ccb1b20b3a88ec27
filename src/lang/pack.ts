import type { Basis, Certainty, Direction, Kind, Modifier, Polarity, Reality, Size, Unit } from "../claims/index.ts";
import type { MarkedWords } from "../text/marked-words.ts";
import type { TokenRules } from "../text/tokens.ts";
import type { PlaceIndex } from "./common/places.ts";
import type { EventCues, ForceCues, GrammarCues, NumberCues, PlaceCues, SourceCues } from "./cues.ts";
import type { PhraseTable } from "./phrases.ts";

/** A state, as the names of a language know it. */
export interface State {
  name: string;
  code: string | null;
}

/** Forms a verb can stand in; English `moved` is both `past` and `participle`. */
export type VerbForm = "base" | "s" | "past" | "participle" | "ing";

/**
 * What an event verb says of a force. `theme` tells where the force stands: the subject moves by itself
 * ("arrived"), or the object is moved by an owner ("sent"), or either ("withdrew").
 */
export interface EventSense {
  id: string;
  kind: Kind;
  theme: "subject" | "object" | "either";
  /** Words that must follow the verb ("out", "back"); already part of the phrase in the table. */
  polarity?: Polarity;
  direction?: Direction;
  size?: Size;
  /** The place is a direct object ("left Iraq", "entered Kosovo"). */
  placeObject?: boolean;
  /** Only with a place named beside it: "hold", "return". */
  needsPlace?: boolean;
  /** The place stands right behind: "are in the south". */
  copula?: boolean;
  /** In the progressive it looks ahead: "is leaving on Friday". */
  setsOut?: boolean;
  /** Where it goes decides whether it comes or leaves: "return". */
  returns?: boolean;
  /** Only with an amount: "number", "total". */
  needsAmount?: boolean;
  /** No claim with an adjective behind it: "remained loyal". */
  notAdjective?: boolean;
  /** The force itself is the subject, not what it does: "movements of troops were detected" is none. */
  ownSubject?: boolean;
  /** Said of refugees as often: mere people are no force with it. */
  civilians?: boolean;
  /** May say what a number comes to: "bringing its contingent to 1,300". */
  totals?: boolean;
  /** The force stands right beside the verb: for verbs that news uses of everything. */
  strict?: boolean;
  /** With a force as its object it leaves that force there: "leaving 70,000 in Iraq". */
  leavesBehind?: boolean;
  /** Each member of a list that is its object counts: "is made up of three French, two Danes". */
  members?: boolean;
  /** Said of now, what it gives is there already: "provides 700 troops". */
  gives?: boolean;
  /** Its goal makes it an arrival, unless it only changes places within a country: "moved troops to Kursk". */
  transfers?: boolean;
  /** Only with a mission or its troops as its object: "joined the force in Kosovo". */
  missions?: boolean;
  /** Taking part: what in tells what it says. */
  joins?: boolean;
  /** Only with places of the force as its object: "runs two bases". */
  sites?: boolean;
  /** Only with a word behind its object that leads away: "took 500 men out of". */
  parted?: boolean;
  /** "Bukavu fell to the rebels": the subject is a place, the object those who take it. */
  yields?: boolean;
  /** Helping others fight: only with an armed force as its object, or "by" whom. */
  backs?: boolean;
  /** Only with "on alert" behind its object. */
  alerts?: boolean;
  /** Goes on with the move told of before, which way that went: "the rest will follow". */
  follows?: boolean;
  /** The verb itself looks ahead: "pledged 700 troops". */
  reality?: Reality;
}

/** A noun that names an event: "withdrawal", "deployment". */
export interface EventNoun {
  id: string;
  kind: Kind;
  /** Only with its doer's name before it or behind "by": "Iraq's invasion". */
  owned?: boolean;
  direction?: Direction;
}

/** What a governing verb or noun does to the event under it. */
export interface Control {
  id: string;
  reality?: Reality;
  polarity?: Polarity;
  certainty?: Certainty;
  /** Demands, questions and topics of others: no claim. */
  drop?: boolean;
}

export interface Hedge {
  certainty: Certainty;
  polarity?: Polarity;
  /** Nobody is named as the speaker: "reportedly", "is said to". */
  hearsay?: boolean;
}

export type ReportClass = "say" | "deny" | "estimate" | "believe" | "suggest" | "promise" | "warn";

/** A noun for people or things under arms. */
export interface ForceHead {
  unit: Unit;
  /** Military by itself ("troops"); otherwise it needs an owner, a number or a military modifier ("men", "group"). */
  strong: boolean;
  /** One body ("contingent", "army") rather than people or things counted. */
  body?: boolean;
  /** Not the armed force of a state unless the words say so: "rebels", "mercenaries". */
  irregular?: boolean;
}

export interface NamedForce {
  name: string;
  /** An alliance, a mission or a coalition: made up of the forces of states. */
  mission?: boolean;
  /** More than a force: the United Nations do many things without soldiers. */
  civil?: boolean;
  /** The state whose force it is; null for alliances, missions and armed groups. */
  state: string | null;
}

/** A multinational force that reports may call by no more than that. */
export interface Mission {
  name: string;
  /** ISO 3166-1 alpha-2 of the country it is in. */
  country: string;
  /** First and last year of its mandate. */
  from: string;
  to: string;
}

export interface RelativeTime {
  /** Offset from the reference date in `unit`s. */
  offset: number;
  unit: "day" | "week" | "month" | "year" | "weekend";
  approximate?: boolean;
  part?: "end";
  /** Counted from the day spoken of: "the next day". */
  anchored?: boolean;
}

export interface TimeLexicon {
  months: ReadonlyMap<string, number>;
  weekdays: ReadonlyMap<string, number>;
  seasons: ReadonlyMap<string, number>;
  relative: PhraseTable<RelativeTime>;
  units: ReadonlyMap<string, "day" | "week" | "month" | "year">;
  parts: PhraseTable<"start" | "mid" | "end">;
  halves: PhraseTable<1 | 2>;
  since: ReadonlySet<string>;
  by: PhraseTable<true>;
  within: PhraseTable<true>;
  /** Of some time that the text leaves open: "at its peak". */
  undated: PhraseTable<true>;
  /** "as of": the day on which something is so. */
  asOf: PhraseTable<true>;
  /** Of `ago`, what counts from now and not from the day spoken of. */
  fromNow: PhraseTable<true>;
  /** Before a count of days to come: "in six months". */
  ahead: ReadonlySet<string>;
  /** Between the ends of a stretch, besides the words of a range. */
  through: ReadonlySet<string>;
  dashes: ReadonlySet<string>;
  hours: ReadonlySet<string>;
  /** "the past week" is the seven days until now, "the previous week" is not. */
  spanning: ReadonlySet<string>;
  /** Before a day of the month: "on the 24th". */
  onDays: ReadonlySet<string>;
  ago: PhraseTable<-1 | 1>;
  /** Before a date that something is compared with. */
  than: ReadonlySet<string>;
  next: ReadonlySet<string>;
  last: ReadonlySet<string>;
  current: ReadonlySet<string>;
  of: ReadonlySet<string>;
  /** Before a stretch they make it a frequency: "every six months". */
  each: ReadonlySet<string>;
  ordinals: ReadonlySet<string>;
}

export interface NumberLexicon extends NumberCues {
  /** "seven", "twenty". */
  small: ReadonlyMap<string, number>;
  /** "hundred", "thousand", "k". */
  scales: ReadonlyMap<string, number>;
  and: ReadonlySet<string>;
  range: ReadonlySet<string>;
  between: ReadonlySet<string>;
  article: ReadonlySet<string>;
  before: PhraseTable<Modifier>;
  after: PhraseTable<Modifier>;
  vague: PhraseTable<{ low: number | null; high: number | null }>;
  share: PhraseTable<{ low: number; high: number }>;
  percent: ReadonlySet<string>;
  /** Verbs that say what a force is made up of. */
  including: ReadonlySet<string>;
  /** Shares that are an ordinal, too: "a third base". */
  fractions: ReadonlySet<string>;
  /** How much of a force an event takes along: "complete withdrawal", "partial withdrawals". */
  extents: ReadonlyMap<string, { low: number; high: number }>;
  /** "another", "additional": an increment, not a total. */
  more: ReadonlySet<string>;
  /** What is counted when it is none of ours: money, distance, age, dead. */
  foreign: ReadonlySet<string>;
  strong: ReadonlySet<string>;
  /** "a 51-member contingent", "a 700-man unit". */
  manned: ReadonlySet<string>;
  /** What leads to those that an amount is part of: "including", "among them". */
  members: PhraseTable<true>;
}

export interface PlaceLexicon extends PlaceCues {
  index: PlaceIndex;
  directions: ReadonlySet<string>;
  /** "province", "airport": extend the name before them. */
  suffixes: PhraseTable<"region" | "site" | "city" | "water">;
  /** Common nouns that stand for the place last named: "the country", "the peninsula". */
  anaphors: PhraseTable<"country" | "place">;
  /** What a country is called behind what it is like: "the West African nation". */
  countryNouns: ReadonlySet<string>;
  here: ReadonlySet<string>;
  there: ReadonlySet<string>;
  border: ReadonlySet<string>;
  locatives: ReadonlySet<string>;
  toward: ReadonlySet<string>;
  away: ReadonlySet<string>;
}

export interface ForceLexicon extends ForceCues {
  heads: PhraseTable<ForceHead>;
  modifiers: ReadonlySet<string>;
  named: PhraseTable<NamedForce>;
  /** Words in a proper name that make it a force: "Front", "Army", "Militia". */
  nameHeads: ReadonlySet<string>;
  led: ReadonlySet<string>;
  possessives: ReadonlyMap<string, "third" | "first">;
  pronouns: ReadonlyMap<string, "third" | "first">;
  /** Before a warship's name, with the state whose it is: "HMS". */
  ships: ReadonlyMap<string, string>;
  multinational: ReadonlySet<string>;
  missions: readonly Mission[];
  /** Last words of heads that news uses of everything ("group"): the gate asks for a military word beside them. */
  everyday: ReadonlySet<string>;
  /** Those that are as often civil ("ships"): the gate asks for an owner beside them. */
  civil: ReadonlySet<string>;
  sizes: PhraseTable<Size>;
}

export interface StateLexicon {
  names: PhraseTable<State>;
  adjectives: PhraseTable<State>;
  people: PhraseTable<State>;
  /** Capitals and seats of government that stand for the state as an actor. */
  metonyms: PhraseTable<State>;
  /** State name to the adjective that goes with it. */
  adjectiveOf: ReadonlyMap<string, string>;
  /** State name to ISO code. */
  codeOf: ReadonlyMap<string, string>;
  /** ISO code to state name. */
  nameOf: ReadonlyMap<string, string>;
  /** States that a map of an earlier day does not show, and whose they were. */
  since: readonly { code: string; since: string; before: string }[];
}

export interface SourceLexicon extends SourceCues {
  verbs: ReadonlyMap<string, ReportClass>;
  /** "By his words": whoever spoke last goes on. */
  ownWords: PhraseTable<"person" | "persons">;
  /** Verbs that say or commit only together with their next word: "call for". */
  phrasal: PhraseTable<true>;
  accordingTo: PhraseTable<true>;
  told: ReadonlySet<string>;
  /** Verbs of seeing: denied, they deny what was not seen. */
  observing: ReadonlySet<string>;
  /** What any body is called when it is spoken of again: "the department". */
  anyBody: ReadonlySet<string>;
  /** Offices that may begin a body's name: "General Staff". */
  bodyOffices: ReadonlySet<string>;
  /** A pointer back behind a verb of saying, or in front of it: "informed about this". */
  aboutThis: PhraseTable<true>;
  /** "made this statement". */
  stating: PhraseTable<true>;
  /** Saying verbs whose object is the speaker: "was quoted as saying", "the agency quoted him as saying". */
  passive: ReadonlySet<string>;
  /** "It was assumed that": nobody is named, so the one who spoke just before is meant. */
  impersonal: PhraseTable<true>;
  roles: PhraseTable<true>;
  organisations: PhraseTable<{ name: string; media?: boolean }>;
  /** Words that make a capitalised name an organisation: "Ministry", "Institute". */
  organisationHeads: ReadonlySet<string>;
  media: ReadonlySet<string>;
  channels: PhraseTable<string>;
  titles: ReadonlySet<string>;
  singular: ReadonlyMap<string, "person" | "body" | "persons">;
  documents: ReadonlySet<string>;
  particles: ReadonlySet<string>;
  that: ReadonlySet<string>;
  adverbs: ReadonlySet<string>;
}

export interface GrammarLexicon extends GrammarCues {
  auxiliaries: ReadonlyMap<string, "be" | "have" | "do">;
  finiteAuxiliaries: ReadonlyMap<string, "present" | "past">;
  modals: ReadonlyMap<string, Control>;
  to: ReadonlySet<string>;
  negators: PhraseTable<true>;
  /** "no", "not a single": deny what they stand before. */
  zero: PhraseTable<true>;
  adverbs: ReadonlySet<string>;
  adverbEndings: readonly string[];
  /** Words that end like adverbs and are none: "Italy", "supply". */
  noAdverbs: ReadonlySet<string>;
  subordinators: PhraseTable<"relative" | "condition" | "other">;
  coordinators: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  determiners: ReadonlySet<string>;
  /** Words that can be no part of a noun group. */
  stops: ReadonlySet<string>;
}

/** One form of a verb. */
export interface EventVerb {
  /** What it can say of a force, likeliest first. */
  senses: readonly EventSense[];
  forms: ReadonlySet<VerbForm>;
}

/** What is said of an attack that has not come. */
export interface Outlook {
  polarity: Polarity;
  certainty: Certainty;
  reality: Reality;
}

export interface EventLexicon extends EventCues {
  verbs: PhraseTable<EventVerb>;
  nouns: PhraseTable<EventNoun>;
  controls: PhraseTable<{ control: Control; forms: ReadonlySet<VerbForm> }>;
  controlNouns: PhraseTable<Control>;
  /** Copular phrases: "is due to", "is said to". */
  raising: PhraseTable<{ control: Control; hearsay?: boolean }>;
  /** Event nouns are real after these: "after the withdrawal". */
  factive: ReadonlySet<string>;
  /** ... and mere topics after these: "talks about the withdrawal". */
  topical: ReadonlySet<string>;
  unknowns: PhraseTable<true>;
  threats: PhraseTable<Polarity>;
  /** Nouns of an attack, which is a danger where the clause tells how likely it is. */
  assaults: ReadonlySet<string>;
  /** How likely an attack is: "is unlikely", "cannot be ruled out". */
  outlooks: PhraseTable<Outlook>;
  /** A sentence about these is not about a presence: the dead, arms deals, court. */
  casualties: ReadonlySet<string>;
  /** What two states can be said to be in, or to do to each other: "the war against Ukraine". */
  warfare: ReadonlySet<string>;
  whatever: ReadonlySet<string>;
}

export interface PartLexicon {
  byline: PhraseTable<true>;
  caption: PhraseTable<true>;
  /** A photograph's credit, anywhere in its caption. */
  credit: PhraseTable<true>;
  furniture: PhraseTable<true>;
  correction: PhraseTable<true>;
  standfirst: PhraseTable<true>;
}

/** All that the reader knows of a language: data, handed to it as an argument. */
export interface LanguagePack {
  code: string;
  version: string;
  /** What the gate looks for, made of the tables below. */
  gate: MarkedWords;
  tokens: TokenRules;
  grammar: GrammarLexicon;
  parts: PartLexicon;
  times: TimeLexicon;
  numbers: NumberLexicon;
  places: PlaceLexicon;
  states: StateLexicon;
  forces: ForceLexicon;
  sources: SourceLexicon;
  events: EventLexicon;
  hedges: PhraseTable<Hedge>;
  bases: PhraseTable<Basis>;
}
