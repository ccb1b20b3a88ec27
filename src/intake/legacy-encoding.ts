import { decodeAs } from "./windows-1252.ts";

/**
 * Guesses which one-byte encoding a text was saved in, when it is not UTF-8 and does not say.
 *
 * Each candidate's reading is scored on the characters that come from bytes >= 0x80, and the mean decides:
 * - Cyrillic letters count by how frequent they are in Ukrainian and Russian (1 for the commonest down to 0.2 for the
 *   rarest), and lose a point after a small letter when they are capitals (windows-1251 and KOI8-U have capitals
 *   and small letters the other way round) or beside a Latin letter;
 * - accented Latin letters of western European languages count 1 inside a word that has plain letters too;
 * - typographic signs count a little; anything else (frames, controls, stray letters) loses a point.
 *
 * Letter order: frequencies of the Ukrainian and Russian alphabets in running text, merged.
 */
const CYRILLIC_BY_FREQUENCY = "оаиентрсвлкідмпуязьгбчйхжшюцєїщфґыэъё";
const WESTERN = new Set("àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœšžÀÁÂÄÅÆÇÈÉÊËÍÎÓÖØÚÜŠŽŒ");
const SIGNS = new Set("“”„‘’‚«»–—…•°§№€£©®\u00a0¿¡´·");

const CYRILLIC_WEIGHT = new Map(
  [...CYRILLIC_BY_FREQUENCY].map((letter, rank) => [letter, 1 - (0.8 * rank) / CYRILLIC_BY_FREQUENCY.length]),
);

interface Candidate {
  encoding: string;
  score: (before: string, character: string, after: string) => number;
  /** Fewest characters of the script that make a reading believable. */
  least: number;
  letter: RegExp;
}

const isLatin = (character: string): boolean => /[A-Za-z]/.test(character);

function scoreCyrillic(before: string, character: string, after: string): number {
  if (SIGNS.has(character)) return 0.5;
  const small = character.toLowerCase();
  const weight = CYRILLIC_WEIGHT.get(small);
  if (weight === undefined || isLatin(before) || isLatin(after)) return -1;
  const capitalInside = character !== small && before !== before.toUpperCase();
  return capitalInside ? weight - 1 : weight;
}

function scoreWestern(before: string, character: string, after: string): number {
  if (SIGNS.has(character)) return 0.5;
  return WESTERN.has(character) && (isLatin(before) || isLatin(after)) ? 1 : -1;
}

const CANDIDATES: readonly Candidate[] = [
  { encoding: "windows-1251", score: scoreCyrillic, least: 8, letter: /\p{Script=Cyrillic}/gu },
  { encoding: "koi8-u", score: scoreCyrillic, least: 8, letter: /\p{Script=Cyrillic}/gu },
  { encoding: "windows-1252", score: scoreWestern, least: 1, letter: /[À-ÿŒœŠšŽž]/g },
];

const LEAST_MEAN = 0.4;
/** Enough to tell; a longer text is judged by its beginning. */
const SAMPLE_CHARACTERS = 20_000;

function meanScore(text: string, candidate: Candidate): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character < "\u0080") continue;
    sum += candidate.score(text.charAt(i - 1), character, text.charAt(i + 1));
    count++;
  }
  return count === 0 ? -1 : sum / count;
}

/** From the first byte that is not ASCII, so that a long plain opening does not hide the evidence. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1);
  return bytes.subarray(start, start + SAMPLE_CHARACTERS);
}

/**
 * @returns the WHATWG label of the likeliest encoding, or null when no reading looks like writing
 */
export function guessLegacyEncoding(bytes: Uint8Array): string | null {
  const sample = sampleOf(bytes);
  let best: { encoding: string; mean: number } | null = null;
  for (const candidate of CANDIDATES) {
    const text = decodeAs(candidate.encoding, sample);
    if ((text.match(candidate.letter)?.length ?? 0) < candidate.least) continue;
    const mean = meanScore(text, candidate);
    if (mean >= LEAST_MEAN && (best === null || mean > best.mean)) best = { encoding: candidate.encoding, mean };
  }
  return best?.encoding ?? null;
}
