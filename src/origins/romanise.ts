/** Letters that Unicode does not take apart, and Cyrillic as Ukrainian, Belarusian and Russian write it. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i",
  а: "a", б: "b", в: "v", г: "h", ґ: "g", д: "d", е: "e", ё: "yo", є: "ye", ж: "zh", з: "z", и: "i", і: "i", ї: "yi", й: "y",
  к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ў: "w", ф: "f", х: "kh", ц: "ts", ч: "ch",
  ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
};

/** Lower case Latin letters without marks; letters of other alphabets than Latin and Cyrillic stay as they are. */
export function romanise(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e\s]*$/.test(lower)) return lower;
  return lower.normalize("NFC").replace(/[^\x20-\x7e\s]/gu, (letter) => (Object.hasOwn(LETTERS, letter) ? (LETTERS[letter] as string) : letter.normalize("NFKD").replace(/\p{M}+/gu, "")));
}

/** The words of a text, romanised. An apostrophe inside a word ("Mar'yana") and the points of "U.K." join what they stand between. */
export function romanWords(text: string): string[] {
  return romanise(text).replace(/['’ʼ]s\b/g, "").replace(/['’ʼ`]/g, "").replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Spellings of one sound in the romanisations of English, German, French and Polish, in the order in which they are
 * replaced. Hissing sounds all become s: "ch" is one in Demchenko and another in Loukachenko, and nothing tells which.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  // Belarusian names end in -ou where others have -ov.
  [/(?<=[a-z])[aeo]u$/g, "ov"],
  [/ck(?=[iya])/g, "sk"],
  // "Chrapkow" is Khrapkov.
  [/(?<![a-z])ch(?=[lmnrv])/g, "h"],
  [/schtsch|chtch|shch|szcz|tsch|tch|sch|ch|cz|sh|sz|zh|rz(?!h)|ts|tz/g, "s"],
  [/c(?=[eiy])|z/g, "s"],
  [/kh|gh|g/g, "h"],
  [/x/g, "ks"],
  [/ck|c|q/g, "k"],
  [/ph/g, "f"],
  [/w/g, "v"],
  [/th/g, "t"],
  [/[aeiouyj]+/g, "a"],
  [/([^a])\1+/g, "$1"],
];
/** Below this, consonants alone would make one name of too many. */
const LEAST_CONSONANTS = 3;

/**
 * A name's word as it sounds, so that all its romanisations come out the same: the consonants, by sound, after an "a"
 * where it begins with a vowel. A very short one keeps the places of its vowels.
 *
 * @example
 * ["Zelenskyy", "Selenskyj", "Zełenski", "Зеленський"].map(soundOf)  // "slnsk", four times
 * soundOf("Lukashenka") === soundOf("Loukachenko")                    // true
 */
export function soundOf(word: string): string {
  const sounds = SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), romanise(word).replace(/[^\p{L}\p{N}]+/gu, ""));
  const consonants = sounds.charAt(0) + sounds.slice(1).replaceAll("a", "");
  const doubled = consonants.replace(/(.)\1+/g, "$1");
  return doubled.length >= LEAST_CONSONANTS ? doubled : sounds.replace(/a$/, "");
}
