/**
 * Words for probabilities as in ICD 203, Analytic Standards (Office of the Director of National Intelligence, 2015), https://www.dni.gov/files/documents/ICD/ICD%20203%20Analytic%20Standards.pdf; `most` is the upper
 * end of each, in percent.
 */
export const LIKELIHOOD_WORDS = [
  { most: 5, word: "almost no chance" },
  { most: 20, word: "very unlikely" },
  { most: 45, word: "unlikely" },
  { most: 55, word: "roughly even chance" },
  { most: 80, word: "likely" },
  { most: 95, word: "very likely" },
  { most: 100, word: "almost certain" },
] as const;

/**
 * @param probability  0 to 1
 * @example likelihoodWord(0.8)  // "likely": a value on a shared edge takes the word nearer to even
 */
export function likelihoodWord(probability: number): string {
  // 0.55 * 100 is a little more than 55.
  const percent = Math.round(probability * 1e6) / 1e4;
  const found = LIKELIHOOD_WORDS.find(({ most }) => (most < 50 ? percent < most : percent <= most));
  return (found ?? LIKELIHOOD_WORDS[LIKELIHOOD_WORDS.length - 1] as (typeof LIKELIHOOD_WORDS)[number]).word;
}
