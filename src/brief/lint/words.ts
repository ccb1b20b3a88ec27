import { LIKELIHOOD_WORDS } from "../../estimate/likelihood-words.ts";

/** The words of ICD 203, the longest first, so that "very likely" is not read as "likely". */
export const ICD_WORDS: readonly string[] = LIKELIHOOD_WORDS.map(({ word }) => word).sort((a, b) => b.length - a.length);

/** ICD 203's words and those that readers take for the same, as they stand in running text. */
const LIKELIHOODS = /\b(?:almost no chance|roughly even (?:chance|odds)|almost certain(?:ly)?|nearly certain|(?:very |highly |most )?(?:un)?likely|(?:very |highly )?(?:im)?probabl[ey]|remote|chances?|odds)\b/giu;
export const likelihoodsIn = (text: string): string[] => [...text.matchAll(LIKELIHOODS)].map(([word]) => word.toLowerCase());

const CONFIDENCE = /\b(?:low|moderate|medium|high)(?:er|est)? (?:level of )?confidence\b|\bconfidence\b[^.]{0,60}\b(?:low|moderate|medium|high)\b/iu;
export const speaksOfConfidence = (text: string): boolean => CONFIDENCE.test(text);

/** Digits of any script, with what belongs to them; and numbers in words from two up ("one" is as often no number: "no one"). */
const DIGITS = /\p{N}(?:[\p{N}.,\u00a0\u202f]*\p{N})?/gu;
const NUMBER_WORDS =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|millions?|twice|thrice|double[ds]?|treble|triple[ds]?|\w+fold|half|halves|halved|thirds?|quarters?)\b/giu;
export const digitsIn = (text: string): string[] => text.match(DIGITS) ?? [];
export const numbersIn = (text: string): string[] => [...digitsIn(text), ...(text.match(NUMBER_WORDS) ?? [])];

/** What would make an amount of a grade, or an order out of letters that mean "cannot be judged". */
const RECKONING = /\b(?:average|mean|median|sum|total|score|rank(?:s|ed|ing)?|higher|lower|better|worse|above|below|more|less|at least|at most|best|worst|out of|plus|minus|times)\b|[<>=+×÷]/iu;
export const reckons = (text: string): boolean => RECKONING.test(text);

const QUOTATION_MARKS = /["“”„«»‹›]/u;
export const hasQuotationMarks = (text: string): boolean => QUOTATION_MARKS.test(text);
