import type { Credibility, Segment } from "../claims/index.ts";
import { count, say } from "./segments.ts";
import { agrees, contradicts } from "./relations.ts";
import { isMove, isSameSource, type Told } from "./told.ts";

/** Probabilities that a statement is off, or that a movement took place, at which the estimate speaks for or against it. */
const OFF = { consistent: 0.2, doubtful: 0.5, improbable: 0.8 } as const;
const HAPPENED = { consistent: 0.8, doubtful: 0.5, improbable: 0.2 } as const;
/** Powers of ten by which the median may move without a statement that the others bear out. */
const BORNE_OUT = 0.15;

/** What other sources make of a statement. */
export interface Company {
  /** Independent statements of other sources that say the same; one for each source. */
  confirming: Told[];
  /** Statements of other sources that cannot be true beside it. */
  contradicting: Told[];
}

/** One for each source, the first. */
export function oneForEach(statements: readonly Told[]): Told[] {
  const seen = new Set<number>();
  return statements.filter(({ mouth }) => !seen.has(mouth) && seen.add(mouth));
}

/**
 * What other sources make of a statement.
 *
 * @param near  statements that may speak of the same time
 * @param against  those that the estimate finds in conflict with it
 */
export function companyOf(one: Told, near: readonly Told[], against: readonly Told[]): Company {
  const ofOthers = (those: readonly Told[], holds: (other: Told) => boolean): Told[] => oneForEach(those.filter((other) => !isSameSource(one, other) && holds(other)));
  const found = new Set([...near.filter((other) => contradicts(one, other)), ...against.filter((other) => !agrees(one, other))]);
  return {
    confirming: ofOthers(near, (other) => other.independent && agrees(one, other)),
    contradicting: ofOthers([...found], () => true),
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
