import { CONFIDENCES, CREDIBILITIES, RELIABILITIES, SECTIONS, type Brief, type BriefClaim, type Reference, type Segment, type Sentence } from "../../claims/index.ts";
import { likelihoodWord } from "../../estimate/likelihood-words.ts";
import { writeDate } from "../dates.ts";
import { plain } from "../segments.ts";
import { fault, type Fault } from "./fault.ts";
import { namesOf } from "./names.ts";
import { checkNumber, countableIn, resolve } from "./numbers.ts";
import { hasQuotationMarks, likelihoodsIn, numbersIn, reckons, speaksOfConfidence } from "./words.ts";

/** What a brief is held against. */
export interface Evidence {
  brief: Brief;
  claims: ReadonlyMap<string, BriefClaim>;
  /** Texts of documents by their hash; null where one is not kept. */
  texts: ReadonlyMap<string, string | null>;
  names: ReadonlySet<string>;
  references: ReadonlyMap<number, Reference>;
  /** Ids of all that a brief may count. */
  countable: ReadonlySet<string>;
}

type Of<K extends Segment["kind"]> = Extract<Segment, { kind: K }>;
type Check<K extends Segment["kind"]> = (segment: Of<K>, evidence: Evidence, sentence: Sentence) => Fault[];

/** Fixed terms of the field that hold a digit. */
const TERMS: ReadonlySet<string> = new Set(["ICD 203"]);
/** What a band holds: the 50 and the 90 % band, and all that lies below the upper end of the latter. */
const BAND_PROBABILITIES: ReadonlySet<number> = new Set([0.5, 0.9, 0.95]);

const checkText: Check<"text"> = ({ text }) => [
  ...numbersIn(text).map((found) => fault("number/untied", `the number ${JSON.stringify(found)} is tied to nothing: ${JSON.stringify(text)}`)),
  ...likelihoodsIn(text).map((found) => fault("likelihood/untied", `the word ${JSON.stringify(found)} stands for no probability: ${JSON.stringify(text)}`)),
  ...(hasQuotationMarks(text) ? [fault("quotation/untied", `quotation marks around words of no document: ${JSON.stringify(text)}`)] : []),
];

const checkLikelihood: Check<"likelihood"> = ({ text, probability, path }, { brief }) => {
  const word = likelihoodWord(probability);
  if (text.toLowerCase() !== word) return [fault("likelihood/band", `${JSON.stringify(text)} is said of a probability of ${probability}, which is ${JSON.stringify(word)}`)];
  const known = path === null ? BAND_PROBABILITIES.has(probability) : resolve(brief.estimate, path) === probability;
  return known ? [] : [fault("likelihood/untied", `${JSON.stringify(text)} is said of a probability that the estimate does not have: ${probability}`)];
};

/** White space counts: what is quoted is what the document has. */
const checkQuotation: Check<"quotation"> = ({ text, document, start, end }, { texts }) => {
  const source = texts.get(document);
  if (source === undefined) return [fault("quotation/words", `a quotation of a document that the brief does not lean on: ${document.slice(0, 16)}`)];
  if (source === null) return [fault("quotation/words", `a quotation of a document whose text is not kept: ${document.slice(0, 16)}`)];
  return source.slice(start, end) === text ? [] : [fault("quotation/words", `not word for word in its document: ${JSON.stringify(text)}`)];
};

const checkDate: Check<"date"> = ({ text, date }, { brief }) => {
  const written = new Set([writeDate(date), writeDate(date, brief.asOf.slice(0, 4))]);
  return written.has(text) ? [] : [fault("number/untied", `${JSON.stringify(text)} is not the date ${date}`)];
};

const checkName: Check<"name"> = ({ text }, { names }) =>
  names.has(text.toLowerCase()) ? [] : [fault("number/untied", `${JSON.stringify(text)} is a name in no claim and no document`)];

const checkReference: Check<"reference"> = ({ number }, { references }) =>
  references.has(number) ? [] : [fault("reference/unknown", `there is no reference ${number}`)];

/** A letter and a digit that are names; nothing is reckoned from them. */
const checkGrade: Check<"grade"> = ({ reliability, credibility }, _, sentence) => {
  if (!isOneOf(RELIABILITIES, reliability) || !isOneOf(CREDIBILITIES, credibility)) return [fault("grade/number", `${JSON.stringify(`${reliability}${credibility}`)} is no grade of the Admiralty code`)];
  if (reliability !== "F" && credibility !== "6") return [];
  const words = sentence.flatMap((segment) => (segment.kind === "text" ? [segment.text] : [])).join(" ");
  const isReckoned = reckons(words) || sentence.some((segment) => segment.kind === "number" && segment.tie.kind === "estimate");
  return isReckoned ? [fault("grade/number", `${reliability}${credibility} cannot be judged, and is used as an amount: ${JSON.stringify(plain(sentence))}`)] : [];
};

const isOneOf = (values: readonly string[], value: unknown): boolean => typeof value === "string" && values.includes(value);

const CHECKS: { [K in Segment["kind"]]: Check<K> } = {
  text: checkText,
  number: (segment, evidence, sentence) => checkNumber(segment, evidence, sentence),
  likelihood: checkLikelihood,
  confidence: ({ text }) => (isOneOf(CONFIDENCES, text) ? [] : [fault("likelihood/confidence", `${JSON.stringify(text)} is no level of confidence`)]),
  date: checkDate,
  name: checkName,
  term: ({ text }) => (TERMS.has(text) ? [] : [fault("number/untied", `${JSON.stringify(text)} is no fixed term`)]),
  quotation: checkQuotation,
  reference: checkReference,
  grade: checkGrade,
};

function checkSegment<K extends Segment["kind"]>(segment: Of<K>, evidence: Evidence, sentence: Sentence): Fault[] {
  const check = CHECKS[segment.kind as K] as Check<K> | undefined;
  return check === undefined ? [fault("number/untied", `a segment of no known kind: ${JSON.stringify(segment)}`)] : check(segment, evidence, sentence);
}

/** A likelihood and a level of confidence say different things, and in one sentence each is taken for the other. */
function checkMixture(sentence: Sentence): Fault[] {
  const ours = sentence.filter(({ kind }) => kind !== "quotation" && kind !== "name");
  const words = plain(ours);
  const likely = ours.some(({ kind }) => kind === "likelihood") || likelihoodsIn(words).length > 0;
  const confident = ours.some(({ kind }) => kind === "confidence") || speaksOfConfidence(words);
  return likely && confident ? [fault("likelihood/confidence", `a likelihood and a level of confidence in one sentence: ${JSON.stringify(words)}`)] : [];
}

const lintSentence = (sentence: Sentence, evidence: Evidence): Fault[] =>
  [...sentence.flatMap((segment) => checkSegment(segment as Of<Segment["kind"]>, evidence, sentence)), ...checkMixture(sentence)];

/** Everything of a brief that is in sentences, wherever it stands. */
const allSentences = ({ headline, notes, sections, table, sources }: Brief): Sentence[] => [
  ...headline, ...notes, ...sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences)),
  ...table.flatMap(({ says, why, reference }) => [[...says, { kind: "reference", number: reference } as const], why]), ...sources.map(({ record }) => record),
];

function lintReferences({ brief: { references, table }, texts }: Evidence): Fault[] {
  const quotes = references.flatMap(({ number, document, quotation: { text, start, end } }) =>
    texts.get(document)?.slice(start, end) === text ? [] : [fault("quotation/words", `reference ${number} is not word for word in its document: ${JSON.stringify(text)}`)]);
  const grades = table.flatMap(({ reliability, credibility }) =>
    isOneOf(RELIABILITIES, reliability) && isOneOf(CREDIBILITIES, credibility) ? [] : [fault("grade/number", `${JSON.stringify(reliability)} and ${JSON.stringify(credibility)} are no grade of the Admiralty code`)]);
  return [...quotes, ...grades];
}

/**
 * Every rule that a brief breaks: none may be put out. The sentences are checked as they are built, piece by piece, and what they
 * say of their ties against the claims, the estimate and the texts themselves.
 */
export function lint(brief: Brief, claims: readonly BriefClaim[]): Fault[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const evidence: Evidence = {
    brief, claims: byId, references: new Map(brief.references.map((one) => [one.number, one])), countable: countableIn(brief, byId), texts: new Map(claims.map(({ document, text }) => [document.sha256, text])), names: namesOf(brief, claims),
  };
  const unknown = brief.sections.filter(({ id }) => !isOneOf(SECTIONS, id)).map(({ id }) => fault("number/untied", `no section is called ${JSON.stringify(id)}`));
  return [...allSentences(brief).flatMap((sentence) => lintSentence(sentence, evidence)), ...lintReferences(evidence), ...unknown];
}
