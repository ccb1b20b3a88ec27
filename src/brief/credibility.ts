import type { Conflict, Credibility, Segment } from "../claims/index.ts";
import { count, say } from "./segments.ts";
import { gapDays, isLevel, isMove, isSameSource, menOf, type Told } from "./told.ts";

/** Statements speak of the same time within so many days. */
const TOGETHER_DAYS = 31;
/** Figures agree within this ratio, once each is given a quarter either way. */
const AGREE = { margin: 1.25, ratio: 2 } as const;
/** Probabilities that a statement is off, or that a movement took place, at which the estimate speaks for or against it. */
const OFF = { consistent: 0.2, doubtful: 0.5, improbable: 0.8 } as const;
const HAPPENED = { consistent: 0.8, doubtful: 0.5, improbable: 0.2 } as const;
/** Powers of ten by which the median may move without a statement that the others bear out. */
const BORNE_OUT = 0.15;

/** Which way a movement goes; null for what has no way. */
export function directionOf({ claim: { kind, direction } }: Told): "up" | "down" | null {
  if (kind === "arrival") return "up";
  if (kind === "departure") return "down";
  return kind === "change" && (direction === "up" || direction === "down") ? direction : null;
}

const middle = ({ low, high }: { low: number; high: number }): number => (high === Infinity ? low : low === 0 ? high : (low + high) / 2);

function sameFigure(a: Told, b: Told): boolean {
  const [x, y] = [menOf(a.claim.quantity), menOf(b.claim.quantity)];
  if (x === null || y === null) return false;
  const meet = x.low <= y.high * AGREE.margin && y.low <= x.high * AGREE.margin;
  const [least, most] = [middle(x), middle(y)].sort((p, q) => p - q) as [number, number];
  return meet && (most + 1) / (least + 1) <= AGREE.ratio;
}

/** Whether one statement says what another says, as far as its kind lets that be told. */
export function agrees(a: Told, b: Told): boolean {
  if (a.claim.reality !== b.claim.reality || a.claim.polarity !== b.claim.polarity || gapDays(a.holds, b.holds) > TOGETHER_DAYS || a.extent !== b.extent) return false;
  if (a.claim.kind === "strength" && b.claim.kind === "strength") return sameFigure(a, b) || (a.claim.quantity === null && b.claim.quantity === null && a.claim.size !== null && a.claim.size === b.claim.size);
  const [x, y] = [directionOf(a), directionOf(b)];
  return x !== null ? x === y : a.claim.kind === b.claim.kind;
}

/** What is denied on a day may well happen so many days later. */
const SLACK_DAYS = 3;

/** Whether one statement denies what another affirms: of its own days or of earlier ones. */
function denies(a: Told, b: Told): boolean {
  const isSame = a.claim.reality === b.claim.reality && a.claim.kind === b.claim.kind && a.claim.kind !== "strength" && a.extent === b.extent;
  if (a.claim.polarity === b.claim.polarity || !isSame || gapDays(a.holds, b.holds) > TOGETHER_DAYS) return false;
  const [denial, affirmed] = a.claim.polarity === "denied" ? [a, b] : [b, a];
  const isOfBoth = [a, b].some(({ claim }) => claim.reality !== "actual");
  return isOfBoth || (affirmed.holds?.from ?? -Infinity) <= (denial.holds?.to ?? Infinity) + SLACK_DAYS;
}

const isClearance = ({ claim: { kind, polarity, reality, quantity }, extent }: Told): boolean =>
  kind === "departure" && polarity === "affirmed" && reality === "actual" && extent === "whole" && quantity?.modifier === "share" && (quantity.low ?? 0) >= 100;

/** Whether one statement has all of them gone, and another some of them there on the same day or in the weeks after. */
function emptiesWhatIsThere(a: Told, b: Told): boolean {
  const [gone, there] = isClearance(a) ? [a, b] : [b, a];
  if (!isClearance(gone) || !isLevel(there) || gapDays(a.holds, b.holds) > TOGETHER_DAYS) return false;
  return (menOf(there.claim.quantity)?.low ?? 0) > SLACK && (there.holds?.to ?? -Infinity) >= (gone.holds?.from ?? Infinity);
}

/** Nearest ends of two figures lie apart by this ratio, fifty people aside. */
const APART = 1.5;
const SLACK = 50;

/** Whether two figures for the same weeks cannot both be right. */
function areApart(a: Told, b: Told): boolean {
  const [x, y] = [menOf(a.claim.quantity), menOf(b.claim.quantity)];
  if (!isLevel(a) || !isLevel(b) || x === null || y === null || gapDays(a.holds, b.holds) > TOGETHER_DAYS) return false;
  const [more, less] = x.high < y.low ? [y.low, x.high] : [x.low, y.high];
  return more > less && (more + SLACK) / (less + SLACK) >= APART;
}

/** Whether two statements cannot both be true of the same weeks. */
export const contradicts = (a: Told, b: Told): boolean => areApart(a, b) || denies(a, b) || emptiesWhatIsThere(a, b);

/** What other sources make of a statement. */
export interface Company {
  /** Independent statements of other sources that say the same; one for each source. */
  confirming: Told[];
  /** Statements of other sources that cannot be true beside it. */
  contradicting: Told[];
}

function oneForEach(statements: readonly Told[]): Told[] {
  return statements.filter((one, i) => statements.findIndex((other) => isSameSource(one, other)) === i);
}

export function companyOf(one: Told, all: readonly Told[], conflicts: readonly Conflict[]): Company {
  // Names are compared last, since that costs most.
  const ofOthers = (holds: (other: Told) => boolean): Told[] => oneForEach(all.filter((other) => other !== one && holds(other) && !isSameSource(one, other)));
  const against = new Set(conflicts.filter(({ statements }) => statements.includes(one.id)).flatMap(({ statements }) => statements));
  return {
    confirming: ofOthers((other) => other.independent && agrees(one, other)),
    contradicting: ofOthers((other) => (against.has(other.id) && !agrees(one, other)) || contradicts(one, other)),
  };
}

type Verdict = "consistent" | "open" | "doubtful" | "improbable" | "silent";

/** What the estimate makes of a statement. */
export function verdictOf({ influence }: Told): Verdict {
  if (influence === null) return "silent";
  const { surprise, happened } = influence;
  if (surprise !== undefined) return surprise > OFF.improbable ? "improbable" : surprise > OFF.doubtful ? "doubtful" : surprise > OFF.consistent ? "open" : "consistent";
  if (happened === undefined) return "silent";
  return happened < HAPPENED.improbable ? "improbable" : happened < HAPPENED.doubtful ? "doubtful" : happened < HAPPENED.consistent ? "open" : "consistent";
}

const isBorneOut = ({ influence }: Told): boolean => influence !== null && influence.surprise !== undefined && Math.abs(influence.shift) <= BORNE_OUT;

const others = (confirming: readonly Told[]): Segment[] => say`${count(confirming.map(({ id }) => id))} other independent ${confirming.length === 1 ? "source" : "sources"}`;

export interface Judged {
  credibility: Credibility;
  why: Segment[];
}

/**
 * Credibility of a statement on the Admiralty scale, with its reason. Only independent statements of other sources confirm;
 * relays never do. docs/brief.md has the rules as a table.
 */
export function judge(told: Told, { confirming, contradicting }: Company): Judged {
  const verdict = verdictOf(told);
  const [isConfirmed, isContradicted] = [confirming.length > 0, contradicting.length > 0];
  const but = isContradicted ? say`, and ${count(contradicting.map(({ id }) => id))} ${contradicting.length === 1 ? "contradicts" : "contradict"} it` : [];
  if (told.claim.reality !== "actual") return { credibility: "6", why: say`what is announced or feared cannot be judged before its time` };
  if (verdict === "improbable") return { credibility: "5", why: say`it cannot be brought together with the other statements${but}` };
  // Figures of other days may differ because the number did: the estimate, which knows both, then believes both.
  if (isContradicted && !isConfirmed && verdict === "consistent") return { credibility: "3", why: say`${count(contradicting.map(({ id }) => id))} other ${contradicting.length === 1 ? "source says" : "sources say"} otherwise, and the estimate can hold both` };
  if (verdict === "doubtful" || (isContradicted && !isConfirmed)) return { credibility: "4", why: isContradicted ? say`${count(contradicting.map(({ id }) => id))} other ${contradicting.length === 1 ? "source contradicts" : "sources contradict"} it, and none confirms it` : say`it fits badly with the other statements` };
  if (isConfirmed && !isContradicted && confirming.length > 1) return { credibility: "1", why: say`${others(confirming)} say the same` };
  if (isConfirmed && !isContradicted) return { credibility: "2", why: say`${others(confirming)} says the same` };
  if (isConfirmed) return { credibility: "3", why: say`${others(confirming)} ${confirming.length === 1 ? "says" : "say"} the same${but}` };
  if (verdict === "consistent" && isBorneOut(told)) return { credibility: "2", why: say`no other source confirms it, and the other statements lead to the same number` };
  if (verdict === "consistent" || verdict === "open") return { credibility: "3", why: say`no other source confirms or contradicts it` };
  return { credibility: "6", why: isMove(told) ? say`nothing else is known of it` : say`there is nothing to hold it against` };
}
