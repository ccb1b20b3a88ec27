import type { BriefClaim, Change } from "../claims/index.ts";
import { statementsOf, type Case } from "./case.ts";
import { conflictsOf, type Disagreement } from "./sections/conflicts.ts";
import { changeSentence } from "./sections/headline.ts";
import { capital, plain } from "./segments.ts";
import type { Told } from "./told.ts";
import { Speakers, tell } from "./wording.ts";

export const NEWS_KINDS = ["statement", "conflict", "change"] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** What makes a piece of news the same one when it is met again; no words of anyone are in it. */
export interface NewsIdentity {
  kind: NewsKind;
  /** Ids of the claims behind it; of a conflict those of the one side, and those of the other. */
  sides: string[][];
  /** Of a change: which way, the last day before it and the first after it. */
  change: Pick<Change, "direction" | "from" | "to"> | null;
}

/** Something that a desk wants to hear of once: a new statement, a new conflict, a change of the number. */
export interface News extends NewsIdentity {
  /** In a sentence. */
  text: string;
  /** When it was said (EDTF), or the first day after a change. */
  date: string | null;
  /** Whose report carries it, and where that is to be had; null for what comes from several. */
  outlet: string | null;
  url: string | null;
}

const claimsOf = (told: readonly Told[]): string[] => [...new Set(told.flatMap(({ claims }) => claims.map(({ id }: BriefClaim) => id)))].sort();

/** Where there is no list of references, and no year that goes without saying. */
const APART = { year: "" };

/** The words of one statement, as they would be if nothing else were told. */
function wordsOf(told: Told): string {
  const segments = tell(told, { ...APART, speakers: new Speakers() }).filter(({ kind }) => kind !== "reference");
  // The blank that stood before a reference.
  return plain(capital(segments)).replace(/ \.$/, ".");
}

function statementNews(told: Told): News {
  const { outlet, url } = told.reference;
  return { kind: "statement", sides: [claimsOf([told])], change: null, text: wordsOf(told), date: told.heard.edtf, outlet, url };
}

function conflictNews([a, b]: Disagreement): News {
  return { kind: "conflict", sides: [claimsOf([a]), claimsOf([b])], change: null, text: `${wordsOf(a)} Against that: ${wordsOf(b)}`, date: a.heard.edtf, outlet: null, url: null };
}

/** Everything there is to tell of a situation, whether it was told before or not: statements from early to late, then conflicts, then changes. */
export function newsOf(one: Case): News[] {
  const changes = (one.estimate?.changes ?? []).map(({ direction, from, to, statements }, at): News => ({
    kind: "change", sides: [claimsOf(statementsOf(one, statements as string[]))], change: { direction, from, to },
    text: plain(changeSentence({ ...one, ...APART }, one.estimate as NonNullable<Case["estimate"]>, at)), date: to, outlet: null, url: null,
  }));
  return [...one.told.map(statementNews), ...conflictsOf(one).map(conflictNews), ...changes];
}

/** Days that the ends of a change may move as more is heard of it. */
const DRIFT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Days between two stretches; 0 where they meet. */
function gap(a: { from: string; to: string }, b: { from: string; to: string }): number {
  return Math.max(0, Date.parse(a.from) - Date.parse(b.to), Date.parse(b.from) - Date.parse(a.to)) / DAY_MS;
}

/**
 * Whether two pieces of news are one, as it was and as it looks now. A statement is the same when it shares a claim: a relay that
 * joins it, or a person's split, makes nothing new. So is a conflict when both of its sides do. A change goes the same way over
 * the same days, or near them and from a claim that it had before.
 */
export function isSameNews(a: NewsIdentity, b: NewsIdentity): boolean {
  if (a.kind !== b.kind) return false;
  const isShared = sharesSides(a.sides, b.sides) || sharesSides(a.sides, b.sides.toReversed());
  if (a.change === null || b.change === null) return isShared;
  if (a.change.direction !== b.change.direction) return false;
  const days = gap(a.change, b.change);
  return days === 0 || (isShared && days <= DRIFT_DAYS);
}

const sharesSides = (a: readonly string[][], b: readonly string[][]): boolean =>
  a.length === b.length && a.every((side, i) => side.some((claim) => b[i]?.includes(claim)));

/** Pieces of news, among which one is found that is the same as another. */
export class NewsIndex<T extends NewsIdentity> {
  private readonly byClaim = new Map<string, T[]>();
  private readonly changes: T[] = [];

  constructor(news: readonly T[] = []) {
    for (const one of news) this.add(one);
  }

  add(one: T): void {
    if (one.change !== null) this.changes.push(one);
    else for (const claim of one.sides.flat()) this.byClaim.set(claim, [...(this.byClaim.get(claim) ?? []), one]);
  }

  find(other: NewsIdentity): T | null {
    const candidates = other.change === null ? other.sides.flat().flatMap((claim) => this.byClaim.get(claim) ?? []) : this.changes;
    return candidates.find((one) => isSameNews(one, other)) ?? null;
  }
}
