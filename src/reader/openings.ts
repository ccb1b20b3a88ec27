import type { LanguagePack } from "../lang/pack.ts";
import type { PhraseTable } from "../lang/phrases.ts";
import type { Token } from "../text/tokens.ts";

/** What a token may open, as bits of `Page.opens`: a pass asks its rules nothing at a token that has not its bit. */
export const OPENS = { time: 1, quantity: 2, place: 4 } as const;

type Table = PhraseTable<unknown> | ReadonlySet<string> | ReadonlyMap<string, unknown>;

// The tables whose words a mention can begin with. A rule that begins with a word of another table needs it here.
const tablesOf = ({ times, numbers, places, grammar }: LanguagePack): Record<keyof typeof OPENS, readonly Table[]> => ({
  time: [
    times.by, times.since, times.parts, times.halves, times.last, times.next, times.current, times.weekdays, times.months, times.relative,
    times.seasons, numbers.vague, numbers.small, numbers.article, grammar.determiners,
  ],
  quantity: [numbers.before, numbers.more, grammar.determiners, numbers.share, numbers.vague, numbers.between, numbers.small, numbers.article],
  place: [grammar.definite, grammar.determiners, places.border, places.directions, places.anaphors, places.here, places.there],
});

const remembered = new WeakMap<LanguagePack, ReadonlyMap<string, number>>();

function wordsOf(pack: LanguagePack): ReadonlyMap<string, number> {
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
export function openingsOf(tokens: readonly Token[], pack: LanguagePack): Uint8Array {
  const words = wordsOf(pack);
  return Uint8Array.from(tokens, (token) => (words.get(token.lower) ?? 0) | (token.kind === "number" ? OPENS.time | OPENS.quantity : 0) | (token.capital ? OPENS.place : 0));
}
