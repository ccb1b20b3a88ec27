/**
 * What each finding adds to the log-odds (natural logarithm) that two claims are one statement: Fellegi and Sunter, "A
 * theory for record linkage" (1969), with weights ln(P(finding | one statement) / P(finding | two)). They are round
 * numbers from the reasons given, not fitted ones. Findings that rule one statement out have no weight: see compare.ts.
 */
export const WEIGHTS = {
  /** Of the pairs of claims on one force and of one kind, about one in twenty is one statement. */
  prior: -3,

  /** Of those who speak on one force, one in twenty is this person or this organisation by its own name, one in ten this office or ministry. */
  person: 3,
  body: 2.3,
  /** A person, and a body of the same country for which nothing says that he speaks. */
  maybeSource: 0,
  /** Half of all relays keep the source; a claim without one may be of anyone. */
  oneUnnamed: -1,
  bothUnnamed: -1.5,

  /** One number in five is this one where it has one significant digit, one in twelve with two, one in fifty with more. */
  figure: [1.6, 2.5, 3.9],
  /** Whoever has named a number names it again on the next occasion, the more so the rounder it is. */
  ownFigure: [0.7, 0.9, 1.6],
  /** "Thousands", "most": said in every third claim that has a quantity. */
  sameWords: 1,
  /** Rewriting blurs "slightly more than 4,000" to "about 4,000". */
  otherBound: -0.5,
  rounded: -0.7,
  withinVague: -1,
  /** Neither has a number: without a date as well, "troops have left" may be of any month. */
  bothNoFigure: -0.4,
  /** One of the two has no number: mostly another thing that the source said. */
  noFigure: -3,

  samePlace: 0.5,
  /** A place inside a country is named by one in ten of the claims on the country. */
  sameSpot: 1.2,
  widerPlace: -0.5,
  /** Two towns are two things counted, unless one text has the other's words and misspelt it. */
  otherPlace: -6,

  /** A source says something on one force about once in thirty days; a window of n days then weighs ln(30 / n). */
  daysBetweenStatements: 30,
  /** The least that a window weighs: without a date, all that is said is that it may be any day. */
  undated: -0.5,
  /** One relay in twelve comes later than the days in which most come. */
  lateRelay: -1,
  /** Dates one day apart: midnight in another zone, "on Monday" for late on Sunday. */
  nextDay: -2,
  /** As of days that far apart in one week's reports: one speaks of then, the other of now. */
  otherAsOf: -3,

  /** Old figures are recalled with every new one: takes back what the figure gave, and more. */
  recalled: -3.5,

  sameVia: 1,
  /** Each other figure that both documents have from the source, at most two. */
  companion: 1,
  /** A third of all relays leave out another figure that the source gave; of two occasions nearly all differ in one. */
  companionMissing: -1,
  /** Planned against feared. */
  otherReality: -1,
  oneUnit: -0.5,
  /** Of texts that share nothing but the news, the shingles in common are a tenth at most; the weight grows with their share. */
  copiedWords: 7,
  leastCopied: 0.2,
} as const;

/** From this probability on, two claims are linked. */
export const LEAST_SCORE = 0.5;

/** Days within which most relays follow, and all but a few. */
export const RELAY_DAYS = 2;
export const LATE_RELAY_DAYS = 7;

export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
