import type { LanguagePack } from "../lang/pack.ts";
import type { PhraseTable } from "../lang/phrases.ts";
import type { Token } from "../text/tokens.ts";

/** What a token may open, as bits of `Page.opens`: a pass asks its rules nothing where the bit is not set. */
export const OPENS = {
  time: 1 << 0, period: 1 << 1, quantity: 1 << 2, amount: 1 << 3, place: 1 << 4, state: 1 << 5, force: 1 << 6, pronoun: 1 << 7,
  saying: 1 << 8, hearsay: 1 << 9, impersonal: 1 << 10, relay: 1 << 11, clause: 1 << 12,
  verb: 1 << 13, noun: 1 << 14, there: 1 << 15, threat: 1 << 16, unknown: 1 << 17, casualty: 1 << 18, hedge: 1 << 19, basis: 1 << 20,
} as const;

type Table = PhraseTable<unknown> | ReadonlySet<string> | ReadonlyMap<string, unknown>;

// The tables with whose words each can begin. A rule that begins with a word of another table needs that table here.
const tablesOf = ({ times, numbers, places, states, forces, sources, grammar, events, hedges, bases }: LanguagePack): Record<keyof typeof OPENS, readonly Table[]> => ({
  time: [
    times.by, times.since, times.parts, times.halves, times.last, times.next, times.current, times.weekdays, times.months, times.relative,
    times.seasons, numbers.vague, numbers.small, numbers.article, grammar.determiners,
  ],
  period: [times.parts, times.halves, times.relative, times.seasons, times.last, times.next, times.current],
  quantity: [numbers.before, numbers.more, grammar.determiners, numbers.share, numbers.vague, numbers.between, numbers.small, numbers.article],
  amount: [numbers.before, numbers.share, numbers.vague],
  place: [grammar.definite, grammar.determiners, places.border, places.directions, places.anaphors, places.here, places.there],
  state: [states.names, states.adjectives, states.people, states.metonyms],
  force: [forces.heads],
  pronoun: [forces.pronouns],
  saying: [sources.accordingTo, sources.verbs, sources.phrasal, sources.ownWords],
  hearsay: [events.raising],
  impersonal: [sources.impersonal],
  relay: [sources.channels, sources.organisations],
  clause: [grammar.subordinators, grammar.coordinators],
  verb: [events.verbs],
  noun: [events.nouns],
  there: [places.there],
  threat: [events.threats],
  unknown: [events.unknowns],
  casualty: [events.casualties],
  hedge: [hedges],
  basis: [bases],
});

const remembered = new WeakMap<LanguagePack, ReadonlyMap<string, number>>();

function openersOf(pack: LanguagePack): ReadonlyMap<string, number> {
  const known = remembered.get(pack);
  if (known !== undefined) return known;
  const words = new Map<string, number>();
  for (const [what, tables] of Object.entries(tablesOf(pack)) as [keyof typeof OPENS, readonly Table[]][]) {
    for (const table of tables) for (const word of table.keys()) words.set(word, (words.get(word) ?? 0) | OPENS[what]);
  }
  remembered.set(pack, words);
  return words;
}

/** For each token the bits of what it may open: by its word, as a number, and as a name where it has a capital. */
export function openingsOf(tokens: readonly Token[], pack: LanguagePack): Int32Array {
  const words = openersOf(pack);
  const opens = new Int32Array(tokens.length);
  tokens.forEach((token, i) => {
    opens[i] = (words.get(token.lower) ?? 0) | (token.kind === "number" ? OPENS.time | OPENS.quantity : 0) | (token.capital ? OPENS.place : 0);
  });
  return opens;
}
