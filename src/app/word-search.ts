import type { BriefClaim } from "../claims/index.ts";
import { sortableDay } from "../ledger/project.ts";

/** Stands between claims, and in no text that a ledger keeps. */
const BETWEEN = "\u0000";

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dayOf = ({ claim, document }: BriefClaim): string => sortableDay(claim.asOf ?? claim.said ?? document.published ?? "");

/** What a claim is found by: its words, and the names in it. */
function wordsOf({ claim: { evidence, force, place, unitName, source, quantity } }: BriefClaim): string {
  return [evidence.text, force, place, unitName, source?.person, source?.role, source?.organisation, quantity?.words].filter((part) => part != null && part !== "").join("\n").toLowerCase();
}

/** The words of many claims as one text, in which whatever is looked for is found in a few milliseconds. */
export class WordSearch {
  private readonly ids: string[];
  private readonly text: string;
  private readonly starts: Uint32Array;

  constructor(claims: readonly BriefClaim[]) {
    const dated = claims.map((claim) => ({ claim, day: dayOf(claim) }));
    // The newest first; those of one document stay in their order.
    dated.sort((a, b) => compareText(b.day, a.day) || compareText(a.claim.document.sha256, b.claim.document.sha256));
    this.ids = dated.map(({ claim }) => claim.id);
    this.starts = new Uint32Array(dated.length);
    const parts: string[] = [];
    let at = 0;
    for (const [i, { claim }] of dated.entries()) {
      const words = wordsOf(claim);
      this.starts[i] = at;
      at += words.length + 1;
      parts.push(words);
    }
    this.text = parts.join(BETWEEN);
  }

  /** Ids of the claims that hold the words, the newest first; capital letters are the same as small ones. */
  find(words: string, limit: number): string[] {
    const wanted = words.toLowerCase();
    const found: string[] = [];
    if (wanted === "" || wanted.includes(BETWEEN)) return found;
    for (let at = this.text.indexOf(wanted); at >= 0 && found.length < limit; ) {
      const i = this.claimAt(at);
      found.push(this.ids[i] as string);
      const next = this.starts[i + 1];
      if (next === undefined) break;
      at = this.text.indexOf(wanted, next);
    }
    return found;
  }

  private claimAt(place: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
