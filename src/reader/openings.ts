import type { LanguagePack } from "../lang/pack.ts";
import { PhraseTable } from "../lang/phrases.ts";
import type { Token } from "../text/tokens.ts";
import { listedWords, listWord, UNLISTED } from "../text/word-ids.ts";

/** What a token may open, as bits of `Page.opens`: a pass asks its rules nothing where the bit is not set. */
export const OPENS = {
  time: 1 << 0, period: 1 << 1, quantity: 1 << 2, amount: 1 << 3, place: 1 << 4, state: 1 << 5, force: 1 << 6, pronoun: 1 << 7,
  saying: 1 << 8, hearsay: 1 << 9, impersonal: 1 << 10, relay: 1 << 11, clause: 1 << 12,
  verb: 1 << 13, noun: 1 << 14, there: 1 << 15, threat: 1 << 16, unknown: 1 << 17, casualty: 1 << 18, hedge: 1 << 19, basis: 1 << 20,
  holding: 1 << 21, predicate: 1 << 22, shift: 1 << 23, undated: 1 << 24, named: 1 << 25, direction: 1 << 26, site: 1 << 27, credit: 1 << 28,
} as const;

type Words = ReadonlySet<string> | ReadonlyMap<string, unknown>;

/** A word of the first behind which one of the second stands. */
interface Pair {
  first: Words;
  second: Words;
}

type Table = PhraseTable<unknown> | Words | Pair;

// The tables with whose words each can begin. A rule that begins with a word of another table needs that table here.
const tablesOf = ({ parts, times, numbers, places, states, forces, sources, grammar, events, hedges, bases }: LanguagePack): Record<keyof typeof OPENS, readonly Table[]> => ({
  time: [
    times.by, times.since, times.asOf, times.parts, times.halves, times.last, times.next, times.current, times.weekdays, times.months, times.relative,
    times.seasons, numbers.vague, { first: numbers.small, second: times.units }, { first: numbers.article, second: times.units }, { first: grammar.determiners, second: times.units },
  ],
  undated: [times.undated],
  credit: [parts.credit],
  named: [forces.named],
  direction: [places.directions],
  site: [places.sitePrefixes],
  period: [times.parts, times.halves, times.relative, times.seasons, times.last, times.next, times.current],
  shift: [times.last, times.next, times.current],
  quantity: [numbers.before, numbers.more, { first: grammar.determiners, second: numbers.more }, numbers.share, numbers.vague, numbers.between, numbers.small, numbers.article],
  amount: [numbers.before, numbers.share, numbers.vague],
  place: [grammar.definite, forces.possessives, places.border, places.directions, places.anaphors, places.here, places.there],
  state: [states.names, states.adjectives, states.people, states.metonyms],
  force: [forces.heads],
  pronoun: [forces.pronouns],
  saying: [sources.accordingTo, sources.verbs, sources.phrasal, sources.ownWords, sources.stating],
  hearsay: [events.raising],
  impersonal: [sources.impersonal],
  relay: [sources.channels, sources.organisations],
  clause: [grammar.subordinators, grammar.coordinators],
  // Adverbs may part its words.
  verb: [new Set(events.verbs.keys())],
  predicate: [grammar.auxiliaries, grammar.modals, events.verbs, events.controls, sources.verbs],
  noun: [events.nouns],
  there: [places.there],
  threat: [events.threats, events.assaults],
  unknown: [events.unknowns],
  casualty: [events.casualties],
  hedge: [hedges],
  basis: [bases],
  holding: [events.held, events.hands],
});

/** What words open, by their numbers: by themselves, and with the number of the word behind them. */
interface Openers {
  alone: Int32Array;
  before: (ReadonlyMap<number, number> | undefined)[];
}

const remembered = new WeakMap<LanguagePack, Openers>();

function openersOf(pack: LanguagePack): Openers {
  const known = remembered.get(pack);
  if (known !== undefined) return known;
  const alone = new Map<number, number>();
  const before = new Map<number, Map<number, number>>();
  for (const [what, tables] of Object.entries(tablesOf(pack)) as [keyof typeof OPENS, readonly Table[]][]) {
    for (const table of tables) {
      for (const [word, next] of openingsIn(table)) {
        const id = listWord(word);
        const pairs = next === null ? null : before.get(id) ?? new Map<number, number>();
        if (pairs !== null) before.set(id, pairs);
        const key = next === null ? id : listWord(next);
        (pairs ?? alone).set(key, ((pairs ?? alone).get(key) ?? 0) | OPENS[what]);
      }
    }
  }
  const openers: Openers = { alone: new Int32Array(listedWords() + 1), before: Array.from({ length: listedWords() + 1 }, (_, id) => before.get(id)) };
  for (const [id, bits] of alone) openers.alone[id] = bits;
  remembered.set(pack, openers);
  return openers;
}

function* openingsIn(table: Table): Generator<readonly [word: string, next: string | null]> {
  if (table instanceof PhraseTable) yield* table.openings();
  else if ("first" in table) for (const word of table.first.keys()) for (const next of table.second.keys()) yield [word, next];
  else for (const word of table.keys()) yield [word, null];
}

/** Gives the words that open something their numbers, which tokens bear: to be done before a text is cut into tokens. */
export const listOpeners = (pack: LanguagePack): void => void openersOf(pack);

/** For each token the bits of what it may open: by its word and the next, as a number, and as a name where it has a capital. */
export function openingsOf(tokens: readonly Token[], pack: LanguagePack): Int32Array {
  const { alone, before } = openersOf(pack);
  const opens = new Int32Array(tokens.length);
  // From the end, since each is asked with the number of the one behind it. A lexicon made later has higher numbers.
  let next = UNLISTED;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { id, kind, capital } = tokens[i] as Token;
    let bits = (kind === "number" ? OPENS.time | OPENS.quantity : 0) | (capital ? OPENS.place : 0);
    if (id !== UNLISTED && id < alone.length) {
      bits |= alone[id] as number;
      const pairs = before[id];
      if (pairs !== undefined) bits |= pairs.get(next) ?? 0;
    }
    opens[i] = bits;
    next = id;
  }
  return opens;
}
