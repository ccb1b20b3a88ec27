// Letters that Unicode does not take apart into a base letter and a mark.
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ł: "l", ø: "o", ı: "i", đ: "d", ð: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ħ: "h", ŧ: "t", ə: "a", ŋ: "n",
};
const MARKS = /\p{M}+/gu;
const WHOLE = /[łøıđðßæœþħŧəŋ]/g;
// Apostrophes, ayn and hamza in all the shapes that transliterations give them.
const APOSTROPHES = /['’‘‛`´ʹʺʻʼʽʾʿˈˊˋ′″"“”]/g;
const PLAIN = /^[a-z]+(?: [a-z]+)?$/;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/**
 * The form under which a place name is compared: lower case, without accents or apostrophes, and with
 * hyphens, dots and runs of white space as one space. "Al-Ḩasakah" and "al hasakah" fold alike.
 *
 * @example foldPlace("Côte d'Ivoire") // "cote divoire"
 */
export function foldPlace(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(WHOLE, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, "")
    .replace(NOT_WORD, " ")
    .trim();
}

const ARTICLE = /^(?:al|el|an|as|ash|ar|at|ad|az|the) (?=[a-z]{3})/;

/** Whether names are also found without that folded word in front of them. */
export const isArticle = (folded: string): boolean => ARTICLE.test(`${folded} name`);

/** A folded name without its leading Arabic or English article; the name itself where there is none. */
export function withoutArticle(folded: string): string {
  return folded.replace(ARTICLE, "");
}
