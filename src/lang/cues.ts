import type { PhraseTable } from "./phrases.ts";

/** Words around forces that single rules ask for. */
export interface ForceCues {
  /** Nouns before which a head only modifies: "army base", "troop training". */
  compoundTails: ReadonlySet<string>;
  /** Modifiers that make a force of any noun: "armed group", "airborne unit". */
  military: ReadonlySet<string>;
  /** Arms that stand for those of the state spoken of: "the army". */
  arms: ReadonlySet<string>;
  /** Before a head: the state's own ("army units", "government troops"). */
  governing: ReadonlySet<string>;
  /** Heads that no armed group's members are called by ("soldiers"). */
  soldierly: ReadonlySet<string>;
  /** "On the Chinese side". */
  sides: ReadonlySet<string>;
  /** What fighters are called together: "rebel hands" are those of the rebels. */
  bands: ReadonlyMap<string, string>;
  /** Heads that say nothing of arms. */
  anyone: ReadonlySet<string>;
  /** Behind a name and a hyphen, when it is not the owner: "UN-approved". */
  backed: ReadonlySet<string>;
  /** Before "of" and a force: "elements of the division". */
  portions: ReadonlySet<string>;
  /** Nouns that mean a mission spoken of before: "the force". */
  missionNouns: ReadonlySet<string>;
  /** Last words of an armed group's name. */
  bandHeads: ReadonlySet<string>;
  /** Heads that say nothing of whose they are: "troops", "units". */
  plain: ReadonlySet<string>;
  /** Troops that a mission is made up of: "the peacekeepers". */
  missionTroops: ReadonlySet<string>;
  /** Right before a noun that is no force then: "trade mission". */
  civilTrades: ReadonlySet<string>;
  /** What the troops of a mission take part in: "the troops in the operation". */
  operations: ReadonlySet<string>;
  /** Words for troops that are not of the country they are in: "foreign". */
  outside: ReadonlySet<string>;
  /** Those who act for a state, behind its adjective: "the Somali government". */
  rulers: ReadonlySet<string>;
  /** What may stand between the members of a list of forces. */
  joiners: ReadonlySet<string>;
  /** What the name of a formation may hold besides capitals and numbers. */
  nameParts: ReadonlySet<string>;
  /** Heads of armed groups that go by their country. */
  locals: ReadonlySet<string>;
  /** Pronouns for one person or thing, which are no troops. */
  singular: ReadonlySet<string>;
  /** Counted like aircraft, and always on the move. */
  flights: ReadonlySet<string>;
  /** Pronouns that are no subject of a move of troops. */
  idle: ReadonlySet<string>;
  /** Heads whose amount may follow a linking word: "the total is 500 men". */
  counted: ReadonlySet<string>;
}

/** Words around places that single rules ask for. */
export interface PlaceCues {
  /** Before a border that is only crossed: "across the border into Syria". */
  crossing: ReadonlySet<string>;
  /** "the Belarusian side of the border". */
  sides: ReadonlySet<string>;
  /** Before "to" and somebody's name: "loyal to". */
  attached: ReadonlySet<string>;
  /** Between an owner and its place: "Georgia's breakaway Abkhazia region". */
  describing: ReadonlySet<string>;
  /** Behind a state's adjective, what lies in it: "Venezuelan waters". */
  soils: ReadonlySet<string>;
  /** Words for a site in front of its name: "Camp Castor". */
  sitePrefixes: ReadonlySet<string>;
  /** Nouns that only frame the place after them: "the territory of Russia". */
  grounds: ReadonlySet<string>;
  /** What people, not forces, do or meet at a place: "talks in Geneva". */
  venues: ReadonlySet<string>;
  /** Parts of a place that a direction goes with: "the northern part". */
  parts: ReadonlySet<string>;
  /** Small words inside a name that no table knows. */
  nameLinks: ReadonlySet<string>;
  /** Places that are written small: "the gulf". */
  common: PhraseTable<{ name: string; kind: "water" | "world" }>;
  /** Small words with which a name goes on. */
  nameTails: ReadonlySet<string>;
  /** What may follow a name in a list of places. */
  listEnds: ReadonlySet<string>;
  /** What joins the two sides of a border. */
  sideLinks: ReadonlySet<string>;
  /** Before a border that no state is named with. */
  alongside: ReadonlySet<string>;
  /** Nouns that only widen a border: "border area". */
  borderTails: ReadonlySet<string>;
  /** What may stand between the places of one event. */
  chaining: ReadonlySet<string>;
  /** Between a pointer and the name of what it points to: "the base in Amara". */
  inward: ReadonlySet<string>;
  /** Before where something is taken to. */
  goals: ReadonlySet<string>;
  /** Adverbs that stand for a place: "troops deployed there". */
  nearby: ReadonlySet<string>;
}

/** Words around sources that single rules ask for. */
export interface SourceCues {
  /** What opens words between a speaker and the verb that only tell how or when: ", in a statement,". */
  asides: ReadonlySet<string>;
  /** Behind a hyphen, where a body sits: "London-based". */
  seated: ReadonlySet<string>;
  /** Last words of roles that go on with what the person knows: "people familiar with the plan". */
  openRoles: ReadonlySet<string>;
  /** Verbs that say something only with a quotation or a clause: "continued to arm" is none. */
  quotative: ReadonlySet<string>;
  /** "By the ministry's own count": what is somebody's words. */
  accounts: ReadonlySet<string>;
  /** "according to U.S. estimates": no count. */
  guesses: ReadonlySet<string>;
  /** Nouns for what somebody else has said: "denied the report". */
  reported: ReadonlySet<string>;
  /** What points back to what was said before: "denied it", "this was said by". */
  pointers: ReadonlySet<string>;
  own: ReadonlySet<string>;
  /** Between people without a name and where they are: "officials in Kyiv". */
  rolePlaces: ReadonlySet<string>;
  /** Before people without a name they are no body of their own: "a military source". */
  vague: ReadonlySet<string>;
  /** Between a document and whose it is: "a statement by the ministry". */
  authorship: ReadonlySet<string>;
  /** Offices that command a state's forces: "President". */
  rulers: PhraseTable<true>;
  /** Labels of answers in an interview: "A:". */
  answers: ReadonlySet<string>;
  /** Before a verb of saying: "was quoted as saying". */
  quotedAs: ReadonlySet<string>;
  /** Verbs that say something only of a number: "puts the total at 500". */
  putting: ReadonlySet<string>;
  /** Bodies whose state stands behind: "Ministry of Defence of Kenya", but "Kenyan Army". */
  departments: ReadonlySet<string>;
  /** What opens a clause about a body that speaks: ", which has 2,400 troops there,". */
  bodyRelatives: ReadonlySet<string>;
  /** Bodies that every state has one of: "the ministry". */
  stateBodies: ReadonlySet<string>;
  /** Nouns for an outlet spoken of before: "the agency". */
  outlets: ReadonlySet<string>;
  /** Roles that an office completes: "Minister for Armed Forces". */
  offices: ReadonlySet<string>;
  /** Possessives of the body spoken of before: "its spokesman". */
  possessors: ReadonlySet<string>;
  /** Words at which the name of a source ends. */
  groupEnds: ReadonlySet<string>;
  /** Before the outlet to which something was said. */
  relaying: ReadonlySet<string>;
  /** The same where an article follows: "with the BBC". */
  relayingThe: ReadonlySet<string>;
  /** Verbs of saying that take a topic: "spoke of 500 troops". */
  speaking: ReadonlySet<string>;
}

/** Words around amounts that single rules ask for. */
export interface NumberCues {
  /** Nouns that an amount is said of: "the total is 500". */
  nouns: ReadonlySet<string>;
  /** Words right before an amount that say it of the noun before them. */
  links: ReadonlySet<string>;
  /** Words that stand for the noun of an amount: "put them at 500". */
  standIns: ReadonlySet<string>;
  /** "Put the soldiers at 2,000": verbs, and the word that leads to the amount. */
  putting: ReadonlySet<string>;
  settings: ReadonlySet<string>;
  /** Behind these an amount is wished for, and not there: "needs 10,000 soldiers". */
  wanting: ReadonlySet<string>;
  /** Verbs that say an amount of their own subject: "numbering 500". */
  counting: ReadonlySet<string>;
  /** Nouns for how large a force is: "the number of troops". */
  sizes: ReadonlySet<string>;
  /** Before a number that counts nothing: "resolution 1701". */
  labels: ReadonlySet<string>;
  /** Before what a number was: "from 800". */
  began: ReadonlySet<string>;
  /** Which way a number went: "up from 800", "down to 200". */
  turns: ReadonlySet<string>;
  /** What a list of states and their numbers is about: "contributors include Pakistan (3,500)". */
  contributors: ReadonlySet<string>;
  /** Those not yet spoken of: "the rest will follow", "and the others in Kabul". */
  rest: ReadonlySet<string>;
  /** Behind the number of those who voted. */
  ballots: ReadonlySet<string>;
  /** How many there are, as the subject of a change: "their number has fallen". */
  figures: ReadonlySet<string>;
  /** What stands between a change and its ends: "from the current 100". */
  levels: ReadonlySet<string>;
  /** "Down from a peak of 900". */
  peaks: ReadonlySet<string>;
  /** Behind an amount in apposition: "some 300 in all". */
  inAll: PhraseTable<true>;
  /** Before what a force brings along: "with 80 tanks". */
  along: ReadonlySet<string>;
  /** Words that stand for a force left unnamed: "to send any". */
  remainders: ReadonlySet<string>;
  /** Behind "all" they leave some out: "all but 200". */
  except: ReadonlySet<string>;
  /** Behind "of" they stand for those just counted: "of whom 200 are engineers". */
  those: ReadonlySet<string>;
  /** Words that end what an amount counts. */
  closed: ReadonlySet<string>;
}

/** Words around events that single rules ask for. */
export interface EventCues {
  /** Verbs of having: "maintains a presence". */
  holding: ReadonlySet<string>;
  /** Between a threat and the force it comes from. */
  threatLinks: ReadonlySet<string>;
  /** Nouns before which an event only modifies: "deployment zone". */
  compoundTails: ReadonlySet<string>;
  /** Verbs that only carry an event's noun: "conducted its rotation". */
  carrying: ReadonlySet<string>;
  /** Verbs that let a deployment go on. */
  prolonging: ReadonlySet<string>;
  /** Behind a hyphen, what a force does with a place: "rebel-held". */
  held: ReadonlySet<string>;
  /** "In rebel hands", "under their control", and what stands before. */
  hands: ReadonlySet<string>;
  handing: ReadonlySet<string>;
  /** Verbs that put what they see in its place: "images show tanks near". */
  seeing: ReadonlySet<string>;
  /** Those of them that count. */
  tallying: ReadonlySet<string>;
  /** Last words of "gave no number", "would not give a figure": said of those just spoken of. */
  counts: ReadonlySet<string>;
  /** How a border is where nothing threatens: "remains calm". */
  calm: ReadonlySet<string>;
  /** What is missing where a force is not: "no sign of". */
  traces: ReadonlySet<string>;
  /** Between an event and its force: "withdrawal of troops". */
  forceLinks: ReadonlySet<string>;
  /** Verbs whose subject is an event: "a rotation was observed". */
  noticing: ReadonlySet<string>;
  /** Words behind a verb that are no object of it: "left home". */
  noObjects: ReadonlySet<string>;
  /** Adverbs between a verb and its object: "sent back 500 men". */
  particles: ReadonlySet<string>;
  /** Verbs of being there still, of which "may" guesses how it is now. */
  lasting: ReadonlySet<string>;
  /** What one is in that is no place: "in control", "in talks". */
  conditions: ReadonlySet<string>;
  /** Behind "on" they make a state of readiness: "put on high alert". */
  alerts: ReadonlySet<string>;
  /** Behind the object they turn a sending into a leaving: "bring them home". */
  homeward: ReadonlySet<string>;
  /** How many a place could hold: "a camp for 5,000". */
  capacities: PhraseTable<true>;
  /** Those of `hands` that are always the holder's: "in the hands of". */
  plainHands: ReadonlySet<string>;
  /** Verbs that end what a noun tells and look like adjectives: "will complete its withdrawal". */
  completing: ReadonlySet<string>;
  /** Makes a deployment one that is there: "the continued deployment of 8,500 troops". */
  ongoing: ReadonlySet<string>;
  /** Behind a pronoun that stands for a force just changed: "reduce it further". */
  furthering: ReadonlySet<string>;
  /** What a force can take part in that is more than a parade: "joined the operation". */
  campaigns: ReadonlySet<string>;
  /** The noun for it: "the end of the presence". */
  ends: ReadonlySet<string>;
  /** What brings a presence to its end: "ended its presence". */
  ending: ReadonlySet<string>;
  /** Forms of taking a place that say who has it: "the soldiers occupying Kuwait". */
  occupying: ReadonlySet<string>;
  /** What some of a force are or do, which puts them where the others are: "most of them are conscripts". */
  belonging: ReadonlySet<string>;
  /** Where a force returns to when it leaves: "returned to barracks". */
  homes: ReadonlySet<string>;
}

/** Function words that single rules of the reader ask for. */
export interface GrammarCues {
  /** Auxiliaries that set what they tell before the time spoken of: "had been". */
  pluperfect: ReadonlySet<string>;
  /** Pronouns that are nobody's subject: "left them". */
  objects: ReadonlySet<string>;
  /** Subjects from which "but" takes something away: "all but 200". */
  everyone: ReadonlySet<string>;
  /** Subjects that deny their verb: "none". */
  nobody: ReadonlySet<string>;
  /** What opens a group that is new to the text: "an official", "another". */
  fresh: ReadonlySet<string>;
  /** Relatives that point to a place, not to whom or what. */
  placeRelatives: ReadonlySet<string>;
  /** Words before "if" that make it a question or a comparison: "asked if", "as if". */
  reporters: ReadonlySet<string>;
  /** Point back at what was just spoken of: "these units". */
  demonstratives: ReadonlySet<string>;
  /** Determiners of a group that is known: "the troops". */
  known: ReadonlySet<string>;
  /** What stands between the members of a list. */
  listing: ReadonlySet<string>;
  /** Denies all that it lists: "neither Poland nor Hungary". */
  neither: ReadonlySet<string>;
  /** Right before a noun group that begins a clause or an agent: "and troops from Mali". */
  groupOpeners: ReadonlySet<string>;
  /** Small words inside the name of a body that has an abbreviation. */
  nameWords: ReadonlySet<string>;
  /** Coordinators that carry a sentence on. */
  continuing: ReadonlySet<string>;
  /** Before a gerund that has an outlook of its own: "after leaving". */
  gerundTimes: ReadonlySet<string>;
  /** Before a gerund that shares the subject of its sentence: "while leaving". */
  gerundOpeners: ReadonlySet<string>;
  /** Before a gerund that nothing in front of them governs. */
  gerundLinks: ReadonlySet<string>;
  /** Right before a verb they stand for its subject, or share it. */
  subjectLinks: ReadonlySet<string>;
  /** Relative pronouns between a noun and its verb. */
  relatives: ReadonlySet<string>;
  /** Relative words that a noun group runs on over. */
  groupRelatives: ReadonlySet<string>;
  /** Binds a noun to the one before it. */
  of: ReadonlySet<string>;
  /** The article of what is known. */
  definite: ReadonlySet<string>;
  /** Marks the owner before it. */
  possessive: ReadonlySet<string>;
  /** Joins two of a kind. */
  and: ReadonlySet<string>;
  /** Denies what stands beside it. */
  not: ReadonlySet<string>;
  /** Names the doer of a passive. */
  agent: ReadonlySet<string>;
}
